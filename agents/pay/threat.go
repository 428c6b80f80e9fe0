package pay

// Threat is a firing or demotion rule: at the end of Window a seller whose tally is below
// Floor × target takes a strike; Misses strikes in a row cost the seller the job.
// The zero value threatens nobody.
type Threat struct {
	Tally  int     // index into Plan.Tallies
	Window int     // [weeks]
	Floor  float64 // share of the target that avoids a strike
	Misses int     // strikes in a row that trigger the rule; 0: no rule
	Chance float64 // that a triggered rule is carried out, in [0, 1]
}

// Relief returns the expected loss that step more units avoid [EUR]: loss × Chance × weight ×
// [P(reach the floor with) - P(reach it without)]. strikes are those in a row so far; each
// strike that would still be missing to the last weighs discount in (0, 1]. loss [EUR] is what
// the job is worth to the seller. Without a target there is nothing to miss and no relief.
func (t Threat) Relief(s *Situation, step float64, strikes int, loss, discount float64) float64 {
	var room belief
	b := s.belief(t.Tally, &room)
	return float64(t.at(strikes, loss, discount) * t.saves(b, s.Target[t.Tally], step))
}

// NextRelief is Relief of units booked in the next window, which starts at 0 with all weeks
// ahead; strikes are those the seller expects to have by then.
func (t Threat) NextRelief(s *Situation, step float64, strikes int, loss, discount float64) float64 {
	b := s.ahead(t.Tally, t.Window)
	return float64(t.at(strikes, loss, discount) * t.saves(&b, s.Target[t.Tally], step))
}

// ReliefAtMost is at least what Relief returns for any step forward, found without asking what is believed of the tally,
// of which this is the sum so far: nothing once the floor is reached, and no more than the strike costs.
func (t Threat) ReliefAtMost(sum, target float64, strikes int, loss, discount float64) float64 {
	if target <= 0 || reached(sum, float64(t.Floor*target)) {
		return 0
	}
	return max(float64(t.at(strikes, loss, discount)*roundUp), 0)
}

// Strikes returns the strikes in a row after a window that ended with sum: none if the floor
// was reached, one more if it was missed.
func (t Threat) Strikes(sum, target float64, strikes int) int {
	if t.Misses <= 0 || target <= 0 || reached(sum, float64(t.Floor*target)) {
		return 0
	}
	return strikes + 1
}

// Triggered tells whether so many strikes in a row set the rule off (it is carried out with Chance).
func (t Threat) Triggered(strikes int) bool { return t.Misses > 0 && strikes >= t.Misses }

// at is what one more strike costs in expectation [EUR].
func (t Threat) at(strikes int, loss, discount float64) float64 {
	if t.Misses <= 0 {
		return 0
	}
	cost := float64(loss * t.Chance)
	for range max(0, t.Misses-1-strikes) {
		cost = float64(cost * discount)
	}
	return cost
}

// saves is by how much step more units raise the chance to reach the floor.
func (t Threat) saves(b *belief, target, step float64) float64 {
	if target <= 0 {
		return 0
	}
	line := float64(t.Floor * target)
	return b.reaches(line, step) - b.reaches(line, 0)
}
