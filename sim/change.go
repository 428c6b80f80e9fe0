package sim

import (
	"slices"

	"xsell/agents"
	"xsell/sim/draw"
)

// change takes back the levers whose time is over and carries out the changes that fall due this week: those of its date,
// and those whose condition held at the close just past. All levers change at once, before anything else is done.
func (f *Firm) change() {
	over, due := f.fallDue()
	if len(over)+len(due) == 0 {
		return
	}
	for _, m := range f.Markets {
		for _, i := range over {
			m.release(i)
		}
		for _, i := range due {
			chosen := f.chosen(m, i)
			m.compare(i, chosen)
			if chosen {
				m.enforce(i)
			}
		}
		if f.leversChange(over, due) {
			m.adopt(m.start.Under(m.InForce))
		}
	}
	f.around()
	for _, i := range due {
		f.act(i)
	}
}

// leversChange tells whether any of the changes is of levers.
func (f *Firm) leversChange(over, due []int) bool {
	return len(over) > 0 || slices.ContainsFunc(due, func(i int) bool { return f.Model.Changes[i].Levers })
}

// fallDue lists the changes whose time is over and those to be made now.
func (f *Firm) fallDue() (over, due []int) {
	for i := range f.Model.Changes {
		switch x := &f.Model.Changes[i]; {
		case f.due(i):
			f.Happened[i] = f.Week
			due = append(due, i)
		case x.Levers && x.Until == f.Week && f.Happened[i] != Never:
			over = append(over, i)
		}
	}
	return over, due
}

// due tells whether change i happens now. A condition is asked at closes only, and a change happens once.
func (f *Firm) due(i int) bool {
	x := &f.Model.Changes[i]
	if f.Happened[i] != Never || x.Until > 0 && f.Week >= x.Until {
		return false
	}
	if x.When == nil {
		return x.Week == f.Week
	}
	return f.Week >= x.Week && f.seen != nil && int32(f.seen.Week)+1 == f.Week && x.When.Holds(f.seen)
}

// chosen tells whether change i is for market m. Changes of one week treat the same markets first.
func (f *Firm) chosen(m *Market, i int) bool {
	return f.World.Stream(draw.Treatment, draw.Firm, f.Week).Uniform(uint64(m.Index)) < f.Model.Changes[i].Markets
}

// act does what change i does beside its levers.
func (f *Firm) act(i int) {
	x := &f.Model.Changes[i]
	for _, m := range f.Markets {
		if f.chosen(m, i) {
			if x.Retain > 0 {
				m.retain(x)
			}
			if x.Give >= 0 {
				m.give(i, agents.ProductID(x.Give), x.Share)
			}
			m.plant(x.Plant)
		}
	}
	if x.Move > 0 {
		f.move(x)
	}
	if x.Shock > 0 {
		f.shock(x.Shock)
	}
	if x.Disclose {
		f.noteRisk(f.Week, 1)
		f.Disclose()
	}
}

// around finds what surrounds the firm under the changes in force for all markets and everybody in them.
func (f *Firm) around() {
	var set InForce
	for i := range f.Model.Changes {
		x := &f.Model.Changes[i]
		over := x.Until > 0 && f.Week >= x.Until
		if x.Levers && f.Happened[i] != Never && !over && x.Of == AmongMarkets && x.Markets >= 1 {
			set = set.With(i)
		}
	}
	f.Around = &f.Model.Under(set).Around
}
