package sim

import (
	"bytes"
	"runtime"
	"strings"

	"xsell/sim/draw"
)

// Told is one line of somebody's history: in which week and phase, and what happened.
type Told struct {
	Week        int32
	Phase, Text string
}

// Tale is what a trace has to say of one subject.
type Tale struct {
	Who   string // at the start
	Lines []Told
}

// Tell lives a history of the model in a world as Trace does, and returns what happened to each of several subjects from
// its very start to its end. The error names a subject the model does not have.
func Tell(model *Model, world draw.World, subjects []Subject) ([]Tale, error) {
	from, to := -int32(model.Size.WarmUp), int32(model.Size.Weeks)-1
	x := &teller{firm: NewFirm(model, world, runtime.GOMAXPROCS(0)), tales: make([]Tale, len(subjects)), to: to}
	for i, who := range subjects {
		if err := who.check(&model.Size, from, to); err != nil {
			return nil, err
		}
		t, tale := newTracer(&x.heads, x.firm, who), &x.tales[i]
		t.from, t.to = from, to
		t.keep = func(line Told) { tale.Lines = append(tale.Lines, line) }
		x.tracers = append(x.tracers, t)
	}
	x.run()
	return x.tales, nil
}

// teller runs a history with a tracer for each subject.
type teller struct {
	firm    *Firm
	tracers []*tracer
	tales   []Tale
	heads   bytes.Buffer // what tracers write beside the lines they keep
	to      int32
}

func (x *teller) run() {
	f, r, workers := x.firm, &Record{}, runtime.GOMAXPROCS(0)
	for i, t := range x.tracers {
		t.begun = true
		x.tales[i].Who = x.header(t)
	}
	for f.Week <= x.to {
		watchAll(x.tracers, f.Week, "change", f.begin)
		end := f.periodEnd()
		f.eachMarket(workers, func(m *Market) { x.live(m, end) })
		watchAll(x.tracers, end-1, "close", func() { f.meet(end, r, workers) })
	}
}

// header is who the subject is at the start.
func (x *teller) header(t *tracer) string {
	who := strings.Join(strings.Fields(t.who.header()), " ")
	t.who.drift()
	return who
}

// live lives the weeks of one period, phase by phase where the market has subjects.
func (x *teller) live(m *Market, end int32) {
	var here []*tracer
	for _, t := range x.tracers {
		if t.m == m {
			here = append(here, t)
		}
	}
	for m.Week < end {
		for i := range Week {
			watchAll(here, m.Week, Week[i].Name, func() { Week[i].Run(m) })
		}
		m.Week++
	}
}

// watchAll lets one thing happen with all tracers looking on.
func watchAll(tracers []*tracer, week int32, phase string, do func()) {
	if len(tracers) == 0 {
		do()
		return
	}
	tracers[0].watch(week, phase, func() { watchAll(tracers[1:], week, phase, do) })
}
