package pay

// Promotion is a career rule, a threat with a good end: at the end of Window a seller whose tally is at least Line ×
// target takes a hit; Hits hits in a row bring the promotion. The zero value promotes nobody.
type Promotion struct {
	Tally  int     // index into Plan.Tallies
	Window int     // [weeks]
	Line   float64 // share of the target that makes a hit
	Hits   int     // hits in a row that bring it; 0: no rule
}

// Gain returns the expected prize that step more units bring [EUR]: prize × weight × [P(reach the line with) - P(reach
// it without)]. hits are those in a row so far; each hit that would still be missing to the last weighs discount in
// (0, 1]. prize [EUR] is what the promotion is worth to the seller. Without a target there is nothing to reach.
func (p Promotion) Gain(s *Situation, step float64, hits int, prize, discount float64) float64 {
	return p.mirrored().Relief(s, step, hits, prize, discount)
}

// NextGain is Gain of units booked in the next window, which starts at 0 with all weeks ahead.
func (p Promotion) NextGain(s *Situation, step float64, hits int, prize, discount float64) float64 {
	return p.mirrored().NextRelief(s, step, hits, prize, discount)
}

// GainAtMost is at least what Gain returns for any step forward, on a tally with this sum so far.
func (p Promotion) GainAtMost(sum, target float64, hits int, prize, discount float64) float64 {
	return p.mirrored().ReliefAtMost(sum, target, hits, prize, discount)
}

// Row returns the hits in a row after a window that ended with sum: one more if the line was reached, none if not.
func (p Promotion) Row(sum, target float64, hits int) int {
	if p.Hits <= 0 || target <= 0 || !reached(sum, float64(p.Line*target)) {
		return 0
	}
	return hits + 1
}

// Earned tells whether so many hits in a row bring the promotion.
func (p Promotion) Earned(hits int) bool { return p.Hits > 0 && hits >= p.Hits }

// mirrored is the threat that the same line would be: what a unit saves there it wins here.
func (p Promotion) mirrored() Threat {
	return Threat{Tally: p.Tally, Window: p.Window, Floor: p.Line, Misses: p.Hits, Chance: 1}
}
