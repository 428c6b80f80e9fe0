package sim

import (
	"strings"

	"xsell/sim/metric"
)

// stepper lives a firm week by week, as Run does, and stops after each.
type stepper struct {
	*Firm
	record Record
}

func newStepper(model *Model) *stepper {
	x := &stepper{Firm: NewFirm(model, smallWorld, 1)}
	x.auditing = true
	return x
}

// week lives one week of all markets, with what falls due before and after it; inside, each is called for every market
// before the firm meets.
func (x *stepper) week(inside func(m *Market)) {
	if x.Markets[0].Week == x.Week {
		x.begin()
	}
	end := x.periodEnd()
	for _, m := range x.Markets {
		m.borrow(x.roomsFor(1)[0])
		m.live()
		inside(m)
	}
	if x.Markets[0].Week == end {
		x.meet(end, &x.record, 1)
		x.balances()
	}
}

// balances panics where the books do not, so that no history goes on in silence.
func (x *stepper) balances() {
	if broken := append(x.broken, unbalanced(x.Opening, x.record.Frames)...); len(broken) > 0 {
		panic("the books do not balance: " + strings.Join(broken, "; "))
	}
}

// unbalanced are the broken identities of the last frame.
func unbalanced(opening metric.Books, frames []metric.Frame) []string {
	last := max(len(frames)-1, 0)
	if last > 0 {
		opening = frames[last-1].Books
	}
	return identities(&Record{Opening: opening, Frames: frames[last:]})
}

// over tells whether the history is complete.
func (x *stepper) over() bool { return x.Week >= int32(x.Model.Size.Weeks) }

// toEnd lives all weeks and calls inside after each for every market.
func (x *stepper) toEnd(inside func(m *Market)) {
	for !x.over() {
		x.week(inside)
	}
	x.last(&x.record)
	if broken := Verify(&x.record); len(broken) > 0 {
		panic("the books do not balance: " + strings.Join(broken, "; "))
	}
}

func nothing(*Market) {}
