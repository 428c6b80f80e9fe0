package sim

import "xsell/sim/draw"

// change takes back the levers whose time is over, then carries out the changes that fall due this week: those of its
// date, and those whose condition held at the close just past.
func (f *Firm) change() {
	for i := range f.Model.Changes {
		if x := &f.Model.Changes[i]; x.Until == f.Week && x.Levers && f.Happened[i] != Never {
			f.takeBack(i)
		}
	}
	for i := range f.Model.Changes {
		if f.due(i) {
			f.Happened[i] = f.Week
			f.carryOut(i)
		}
	}
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
	return f.Week >= x.Week && f.seen != nil && int32(f.seen.Week)+1 == f.Week && x.When(f.seen)
}

// carryOut does what change i says.
func (f *Firm) carryOut(i int) {
	x := &f.Model.Changes[i]
	luck := f.World.Stream(draw.Treatment, draw.Firm, f.Week) // changes of one week treat the same markets first
	for _, m := range f.Markets {
		chosen := luck.Uniform(uint64(m.Index)) < x.Markets
		m.compare(i, chosen)
		if chosen {
			m.undergo(i)
		}
	}
	f.around()
	if x.Move > 0 {
		f.move(x)
	}
	if x.Shock > 0 {
		f.shock(x.Shock)
	}
	if x.Disclose {
		f.Disclose()
	}
}

// takeBack ends the time of change i's levers.
func (f *Firm) takeBack(i int) {
	for _, m := range f.Markets {
		m.release(i)
	}
	f.around()
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
