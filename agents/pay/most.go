package pay

import "math"

// StepAtMost is at least what Step returns, found without asking what is believed of the tallies: no jump can add more
// than all of it, no slope more than the step along it, and a curve that ends flat no more than lies between its bottom and
// its top. +Inf where that leaves it open, and for a step back.
func (p *Plan) StepAtMost(s *Situation, t int, step float64) (sum float64) {
	for r := range p.Rules {
		if rule := &p.Rules[r]; rule.reads(t) {
			sum += float64(float64(rule.Share*rule.Felt()) * rule.mostOf(s, t, step))
		}
	}
	return float64(sum * roundUp)
}

const (
	roundUp = 1 + 1e-6 // far more than rounding and the table of the normal can add
	least   = 1e-4     // likewise [EUR for each EUR of a jump or slope]
)

// mostOf is what step more units on tally t add to a whole pay at most.
func (r *Rule) mostOf(s *Situation, t int, step float64) float64 {
	height, rise, steepest, size := r.Curve.extent()
	if !(step >= 0) {
		return math.Inf(1)
	}
	ownGate := false
	for g := range r.Gates {
		ownGate = ownGate || r.Gates[g].Tally == r.Tally
	}
	if t != r.Tally || ownGate { // what opens a gate, or brings pay held back by one, lets in all there is
		return height + float64(least*size)
	}
	if r.Quota {
		if s.Target[t] <= 0 {
			return 0
		}
		step /= s.Target[t]
	}
	return min(height, rise+float64(steepest*step)) + float64(least*size)
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
