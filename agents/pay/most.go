package pay

import "math"

// Bound is what units booked at once on a tally add by one rule at most [EUR], found without asking what is believed of the
// tally: no jump can add more than all of it, no slope more than the step along it, and a curve that ends flat no more than
// lies between its bottom and its top. Height is +Inf where that leaves it open.
type Bound struct {
	Height float64 // all that the rule can add [EUR]
	Rise   float64 // what its jumps can add [EUR]
	Each   float64 // what a unit can add along its slopes [EUR]; with Quota, as many units as are the tally's target
	Quota  bool
}

// Of is at least what Step says step more units add by the rule, on a tally with this target. +Inf for a step back.
func (b *Bound) Of(step, target float64) float64 {
	if !(step >= 0) {
		return math.Inf(1)
	}
	if b.Quota {
		if target <= 0 {
			return 0
		}
		step /= target
	}
	return min(b.Height, b.Rise+float64(b.Each*step))
}

// Bounds are those of units on tally t, one for each rule that reads it. They hold as long as the plan.
func (p *Plan) Bounds(t int) (bounds []Bound) {
	for r := range p.Rules {
		if rule := &p.Rules[r]; rule.reads(t) {
			bounds = append(bounds, rule.bound(t))
		}
	}
	return bounds
}

const (
	roundUp = 1 + 1e-6 // far more than rounding and the table of the normal can add
	least   = 1e-4     // likewise [EUR for each EUR of a jump or slope]
)

// bound is that of units on tally t.
func (r *Rule) bound(t int) Bound {
	height, rise, steepest, size := r.Curve.extent()
	whole := float64(r.Share*r.Felt()) * roundUp
	height = float64(whole * (height + float64(least*size)))
	ownGate := false
	for g := range r.Gates {
		ownGate = ownGate || r.Gates[g].Tally == r.Tally
	}
	if t != r.Tally || ownGate { // what opens a gate, or brings pay held back by one, lets in all there is
		return Bound{Height: height, Rise: height}
	}
	return Bound{height, float64(whole * (rise + float64(least*size))), float64(whole * steepest), r.Quota}
}

// extent of a curve: how far its highest pay lies above the lowest, the sum of the jumps up, the steepest slope up, and the
// size of all its numbers.
func (c Curve) extent() (height, rise, steepest, size float64) {
	top, bottom, now, slope := 0.0, 0.0, 0.0, 0.0
	for i := range c {
		if i > 0 {
			now += float64(slope * (c[i].From - c[i-1].From))
			top, bottom = max(top, now), min(bottom, now)
		}
		now, slope = now+c[i].Jump, c[i].Slope
		top, bottom = max(top, now), min(bottom, now)
		rise, steepest = rise+max(c[i].Jump, 0), max(steepest, slope)
		size += math.Abs(c[i].Jump) + math.Abs(slope)
	}
	if slope != 0 {
		return math.Inf(1), rise, steepest, size
	}
	return top - bottom, rise, steepest, size
}
