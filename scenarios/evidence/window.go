package evidence

import (
	"fmt"
	"math"
	"slices"

	"xsell/sim/metric"
)

// window returns the frames of a window of weeks as the first and the one behind the last; no weeks are all of them.
func (p *pool) window(weeks []float64) (from, to int, err error) {
	switch {
	case len(weeks) == 0:
		return 0, len(p.frames), nil
	case len(weeks) != 2 || !(weeks[0] >= 0 && weeks[0] < weeks[1]):
		return 0, 0, fmt.Errorf("a window of weeks is two numbers, from 0 on, the second the larger; found %v", weeks)
	}
	from = slices.IndexFunc(p.frames, func(f metric.Frame) bool { return float64(begin(f)) == weeks[0] })
	to = slices.IndexFunc(p.frames, func(f metric.Frame) bool { return float64(f.Week+1) == weeks[1] })
	if from < 0 || to < 0 {
		return 0, 0, fmt.Errorf("weeks %v to %v do not begin and end where the books are closed: %s", weeks[0], weeks[1], p.closes())
	}
	return from, to + 1, nil
}

// closes says when the books are closed; the last frame may be shorter than the others.
func (p *pool) closes() string {
	if len(p.frames) == 0 {
		return "no week is measured"
	}
	first, end := p.frames[0].Week+1, p.frames[len(p.frames)-1].Week+1
	if len(p.frames) == 1 {
		return fmt.Sprintf("the only close is after %d weeks, where the run ends", end)
	}
	return fmt.Sprintf("closes are every %d weeks from %d to %d, where the run ends", p.frames[1].Week+1-first, first, end)
}

// begin is the first measured week of a frame.
func begin(f metric.Frame) int { return max(0, f.Week+1-f.Weeks) }

func (p *pool) bins(id string) ([]float64, error) {
	h := slices.IndexFunc(metric.Shapes[:], func(s metric.Shape) bool { return s.ID == id })
	if h < 0 {
		return nil, fmt.Errorf("no distribution %q", id)
	}
	counts := p.hists.Bins(metric.Hist(h))
	out := make([]float64, len(counts))
	for i, n := range counts {
		out[i] = float64(n) / p.worlds()
	}
	return out, nil
}

func (p *pool) hist(id string, between ...float64) (float64, error) {
	bins, err := p.bins(id)
	if err != nil || len(between) == 0 {
		return total(bins), err
	}
	h := slices.IndexFunc(metric.Shapes[:], func(s metric.Shape) bool { return s.ID == id })
	shape := metric.Shapes[h]
	from, exact := place(shape, between[0])
	to := from + 1
	if len(between) > 1 {
		var also bool
		to, also = place(shape, between[1])
		exact = exact && also
	}
	if !exact || len(between) > 2 || from < 0 || from >= min(to, len(bins)) {
		return 0, fmt.Errorf("hist %s: %v are no two borders of bins; the first begins at %v, each is %v wide", id, between, shape.Low, shape.Width)
	}
	return total(bins[from:min(to, len(bins))]), nil
}

// place is the bin that begins at a number, and whether one does.
func place(s metric.Shape, x float64) (bin int, exact bool) {
	at := (x - s.Low) / s.Width
	return int(math.Round(at)), math.Abs(at-math.Round(at)) < 1e-6
}
