// Package pay turns a pay plan, written as rows of measure, window, gates and curve,
// into slips (what was earned) and into an outlook (what one more unit would add).
// It asks the same curve both questions, so end-of-period surges, holding back, giving up,
// fear and cheating close to the line follow from the plan as data. It must never know
// who gets credit for a sale: units, handoffs and ownership belong to the organisation.
//
// # What a seller believes
//
// A tally counts sales (or adds EUR), but the belief about its end is normal: final tally =
// tally so far + max(0, N(rate × weeks left, variance × weeks left)). The normal is cut at
// zero because what is posted stays posted until the window ends (clawbacks are booked
// apart); a line already crossed is therefore certain, and one unit short of it one more
// unit makes it certain. The normal is continuous where the tally has steps; for small
// counts its chances differ from those of a Poisson count by up to 0.16.
//
// Beliefs about different tallies are taken as independent. A gate on a rule's own tally is
// exact. A unit posted on several tallies at once is worth the sum of their margins; the
// product of two small changes of chance is left out.
package pay

// slack forgives rounding where a tally meets a line, as a share of the line (at least of 1):
// ten shares of 0.7 add up to a hair under 7 and must still reach 7.
const slack = 1e-9

// reached tells whether the tally x has reached the line from.
func reached(x, from float64) bool {
	return x >= from-float64(slack*max(1, from))
}
