package reports

import "sync"

// kept holds what several pictures of a view ask for, so that it is computed once.
// Pictures are drawn side by side: whoever comes second waits for the first.
type kept struct {
	lock     sync.Mutex
	overTime map[cell]func() []moment
	sums     moneySums
}

func newKept() *kept { return &kept{overTime: make(map[cell]func() []moment)} }

// moments returns what compute says of a cell, computed at most once.
func (k *kept) moments(at cell, compute func(scenario, measure string) []moment) []moment {
	k.lock.Lock()
	found, known := k.overTime[at]
	if !known {
		found = sync.OnceValue(func() []moment { return compute(at.scenario, at.measure) })
		k.overTime[at] = found
	}
	k.lock.Unlock()
	return found()
}
