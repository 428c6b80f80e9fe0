package sim

import "xsell/sim/draw"

// What the time of a history goes into besides the phases of the week.
const (
	BuildPart = "build" // everybody is born and finds a place
	ClosePart = "close" // the firm meets: pay, controls, call lists, the books
)

// Parts are the names of what the time of a history goes into, in order: the build, the phases, the close.
func Parts() []string {
	parts := []string{BuildPart}
	for i := range Week {
		parts = append(parts, Week[i].Name)
	}
	return append(parts, ClosePart)
}

// RunInParts is Run on one worker that says after each piece of work to which of the Parts it belonged, so that somebody
// with a clock can see where the time goes; the model has none. The record is that of Run to the last bit.
func RunInParts(model *Model, world draw.World, done func(part int)) *Record {
	f, r, atClose := NewFirm(model, world, 1), &Record{}, len(Week)+1
	done(0)
	for f.Week < int32(f.Model.Size.Weeks) {
		f.begin()
		end := f.periodEnd()
		done(atClose)
		for _, m := range f.Markets {
			m.borrow(f.roomsFor(1)[0])
			m.liveInParts(end, done)
		}
		f.meet(end, r, 1)
		done(atClose)
	}
	f.last(r)
	return r
}

// liveInParts is liveUntil that says when a phase is over.
func (m *Market) liveInParts(end int32, done func(part int)) {
	for m.Week < end {
		for i := range Week {
			Week[i].Run(m)
			done(i + 1)
		}
		m.Week++
	}
}
