package pay

import "math"

// Piece says how a curve goes on from a line: from there on the pay jumps by Jump and then
// rises by Slope per unit of x, in place of the slope before it. A cap is a piece with Slope 0.
type Piece struct {
	From  float64 // line on x; a tally or an attainment (1 = target met)
	Jump  float64 // [EUR]
	Slope float64 // [EUR per unit of x]
}

// Curve is what a rule pays for a final x: pieces sorted by From. Below the first From it
// pays 0. An empty curve pays nothing.
type Curve []Piece

// nowhere is the floor of a curve that no gate cuts off.
var nowhere = math.Inf(-1)

// At returns the pay for a final x [EUR]. It is right-continuous: reaching From gets the Jump.
func (c Curve) At(x float64) float64 {
	var paid, slope float64
	for _, piece := range c {
		if !reached(x, piece.From) {
			break
		}
		paid += piece.Jump + float64((piece.Slope-slope)*max(0, x-piece.From))
		slope = piece.Slope
	}
	return paid
}

// Expect returns E[c(tally + future)] [EUR].
func (c Curve) Expect(tally float64, f Future) float64 {
	b := believe(tally, f)
	now, _ := c.outlook(&b, 0, nowhere)
	return now
}

// Gain returns what step more units add: E[c(tally + step + future) - c(tally + future)] [EUR].
// A jump J at T gives J × [P(reach T with step) - P(reach T without)], a slope k gives k × step.
func (c Curve) Gain(tally, step float64, f Future) float64 {
	b := believe(tally, f)
	return c.more(&b, step, nowhere)
}

// outlook returns the expected pay as things stand and what step more units add to it [EUR],
// where the curve pays nothing below floor.
func (c Curve) outlook(b *belief, step, floor float64) (now, gain float64) {
	var slope float64
	for i := range c {
		from, jump, bend := c[i].above(floor, slope)
		slope = c[i].Slope
		chance, beyond := b.final(from, 0)
		now += float64(jump*chance) + float64(bend*beyond)
		if chance == 1 && step >= 0 { // the line is crossed either way
			gain += float64(bend * step)
			continue
		}
		likelier, further := b.final(from, step)
		gain += float64(jump*(likelier-chance)) + float64(bend*(further-beyond))
	}
	return now, gain
}

// more returns what step more units add to the expected pay [EUR]: the gain of outlook alone.
func (c Curve) more(b *belief, step, floor float64) (gain float64) {
	var slope float64
	for i := range c {
		from, jump, bend := c[i].above(floor, slope)
		slope = c[i].Slope
		if step >= 0 && reached(b.at, from) {
			gain += float64(bend * step)
			continue
		}
		chance, beyond := b.final(from, 0)
		if chance == 1 && step >= 0 {
			gain += float64(bend * step)
			continue
		}
		likelier, further := b.final(from, step)
		gain += float64(jump*(likelier-chance)) + float64(bend*(further-beyond))
	}
	return gain
}

// along is more on a curve all of whose lines a tally of x has reached, and tells whether it has: then nothing that is
// believed of it matters.
func (c Curve) along(x, step float64) (gain float64, past bool) {
	var slope float64
	for i := range c {
		if !reached(x, c[i].From) {
			return 0, false
		}
		gain += float64((c[i].Slope - slope) * step)
		slope = c[i].Slope
	}
	return gain, true
}

// above takes a piece that follows a slope as a jump J·1(x ≥ K) and a change of slope d·max(0, x-K) at a line. Where the
// floor F, below which nothing is paid, lies above K, the latter is a jump of d·(F-K) at F and the change of slope d from
// there.
func (p *Piece) above(floor, slope float64) (from, jump, bend float64) {
	from, jump, bend = p.From, p.Jump, p.Slope-slope
	if floor > from {
		jump += float64(bend * (floor - from))
		from = floor
	}
	return from, jump, bend
}
