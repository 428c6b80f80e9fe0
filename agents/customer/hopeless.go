package customer

import (
	"math"

	"xsell/agents"
)

// Most odds of a pitch are too low for a yes whatever the offer is like in detail. MostPushed and Disposed bound them: no
// customer without a need has higher log odds than both together.

// doubt is far above the part of a term that Odds can lose or win by rounding its sums to seven digits.
const doubt = 1e-5

// MostPushed returns an upper bound of the log odds of a pitch to somebody without the need, apart from the seller's skill
// and how the customer is disposed: whatever the customer knows of, leans to and holds on so many other lines, in whatever
// channel, with at most this discount.
func MostPushed(mind *agents.DecisionMind, lines int, discount float64) float64 {
	bundle, fit := float64(mind.Bundle*float64(lines)), float64(mind.Fit*MostPropensity)
	most := mind.Base + mind.Push + max(mind.Aware, 0) + max(bundle, 0) + float64(max(mind.Price, 0)*discount) +
		max(-mind.Disclosed, 0) + math.Abs(mind.Channel/2) + math.Abs(fit)
	const farthest = 10 // nobody has an affinity of so many standard deviations
	terms := 1.0
	for _, x := range [...]float64{mind.Base, mind.Push, mind.Aware, bundle, mind.Price, mind.Disclosed, mind.Channel, fit,
		mind.Skill, mind.Trust, mind.Relation, farthest * mind.Affinity} {
		terms += math.Abs(x)
	}
	return most + float64(doubt*terms)
}

// Disposed returns an upper bound of what the seller's skill and the customer's disposition add to the log odds.
func Disposed(mind *agents.DecisionMind, skill, complexity, trust, relation, affinity, fatigue float32) float64 {
	return float64(mind.Skill*float64(skill-complexity)) + float64(mind.Trust*float64(trust-0.5)) + float64(mind.Relation*float64(relation)) + float64(mind.Affinity*float64(affinity)) -
		float64((mind.Fatigue-float64(doubt*math.Abs(mind.Fatigue)))*float64(fatigue))
}
