// Package customer is how a customer needs, judges, signs, returns and stays: pure formulas, numbers in and a number
// out. It must not know pay or organisation.
package customer

import (
	"math"

	"xsell/agents"
	"xsell/agents/num"
)

// Traits of a customer that last for life, as bits.
const (
	Demander uint8 = 1 << iota // asks for service far more often
	Reverser                   // returns, cancels and defaults far more often
	Promo                      // takes the gift and leaves the account unused
	Limiter                    // accounts earn little
)

// Early is the factor 1+first·exp(−t/weeks) for tenure t [weeks]; it falls to 1.
func Early(tenure, first, weeks float64) float64 {
	return 1 + float64(first*num.Exp(-tenure/weeks))
}

// Offer is what a customer weighs when asked to sign.
type Offer struct {
	Need, Aware, Pushed, Joint, WalkIn bool
	Trust, Relation, Fatigue, Affinity float32 // trust in [0, 1], relation in [0, 1], fatigue ≥ 0, affinity in sd
	Skill, Complexity                  float32 // both in [0, 1]
	Lines                              int     // other lines already held here
	Waited                             float32 // weeks the lead has waited
	Discount                           float32 // share of the first year's price taken off, in [0, 1]
	Channel                            Fit
	Disclosed                          bool    // the seller has disclosed the own interest in the sale
	Propensity                         float32 // see Propensity
}

// MostPropensity bounds Propensity either way: 4.5 times as often as usual, or as seldom.
const MostPropensity = 1.5

// Propensity is how a household leans to a product it does not need yet: the logarithm of the rate at which such
// households come to need it over the usual rate, in [-1.5, 1.5]; -1.5 at rate 0, and 0 where there is no usual rate.
func Propensity(rate, usual float64) float32 {
	switch {
	case usual <= 0:
		return 0
	case rate <= 0:
		return -MostPropensity
	}
	return float32(max(-MostPropensity, min(num.Log(rate/usual), MostPropensity)))
}

// Fit tells how a contact's channel suits the customer.
type Fit int8

// Fits. Where nobody manages the channel a contact lies halfway between the other two, and decision.base speaks of it.
const (
	OtherChannel Fit = iota - 1
	AnyChannel
	OwnChannel
)

// Odds returns the log odds that the customer says yes. A logit as in McFadden (1974); its weights are mind's.
func (o *Offer) Odds(mind *agents.DecisionMind) float32 {
	odds := float32(mind.Base)
	odds += float32(float32(mind.Trust) * (o.Trust - 0.5))
	odds += float32(float32(mind.Relation) * o.Relation)
	odds += float32(float32(mind.Skill) * (o.Skill - o.Complexity))
	odds += float32(float32(mind.Affinity) * o.Affinity)
	odds += float32(float32(mind.Bundle) * float32(o.Lines))
	odds -= float32(float32(mind.Fatigue) * o.Fatigue)
	odds -= float32(float32(mind.Wait) * o.Waited)
	odds += float32(float32(mind.Price) * o.Discount)
	return odds + o.circumstances(mind)
}

func (o *Offer) circumstances(mind *agents.DecisionMind) float32 {
	return when(o.Need, mind.Need) + when(o.Aware, mind.Aware) + when(o.Pushed, mind.Push) +
		when(o.Joint, mind.Joint) + when(o.WalkIn, mind.Walkin) +
		float32(float32(o.Channel)*float32(mind.Channel/2)) - when(o.Disclosed && o.Pushed && !o.Need, mind.Disclosed) +
		when(o.Pushed && !o.Need, float64(mind.Fit*float64(o.Propensity)))
}

func when(is bool, weight float64) float32 {
	if is {
		return float32(weight)
	}
	return 0
}

// Signs tells whether a customer with these log odds says yes under luck u in (0, 1): yes below the chance, so that
// better odds never turn a yes into a no.
func Signs(odds float32, u float32) bool { return !Declines(odds, u) && u < num.Logistic32(odds) }

// Declines tells for most of those who do not sign that they, and all with lower odds, do not: without an exponential.
// Where x = -odds is above 0, e^x is above 1 + x + x²/2 + x³/6, so the chance 1/(1+e^x) is below 1/(2 + x + x²/2 + x³/6);
// the margin is far above the error of the chance and of these sums.
func Declines(odds, u float32) bool {
	const margin = 1.0001
	x := -odds
	sum := 2 + float32(x*(1+float32(x*(0.5+x/6))))
	return x > 0 && float32(u*sum) > margin
}

// Staying is what holds a customer.
type Staying struct {
	Affinity, Trust, Relation, Satisfaction float32
	Used                                    int     // used, consented products
	Tenure                                  float64 // [weeks]
}

// Leaves returns the hazard of leaving in a week, at most mind.Cap. base is the market's weekly hazard of a settled
// customer with one product. Products lower it little; affinity, which also brings products, lowers it much.
func (s *Staying) Leaves(mind *agents.StayMind, base float64) float64 {
	hazard := float64(float64(base*num.Exp(s.unrest(mind))) * Early(s.Tenure, mind.First, mind.FirstWeeks))
	if s.Used == 0 {
		hazard *= mind.Empty
	}
	return min(hazard, mind.Cap)
}

// unrest is what mood, affinity and products add to the logarithm of that hazard.
func (s *Staying) unrest(mind *agents.StayMind) float64 {
	log := -float64(mind.Affinity * float64(s.Affinity))
	log -= float64(mind.Trust * float64(s.Trust-0.5))
	log -= float64(mind.Relation * float64(s.Relation))
	log += float64(mind.Unhappy * float64(0.5-s.Satisfaction))
	log -= float64(mind.Products * float64(max(s.Used, 1)-1))
	return log
}

// Stays tells for most of those who do not leave under luck u in (0, 1) that they do not: without an exponential. The margin
// is far above the error of the hazard. Tenure must not be negative.
func (s *Staying) Stays(mind *agents.StayMind, base, u float64) bool {
	const margin = 1 + 1e-9
	most := float64(base * (1 + max(mind.First, 0)))
	if s.Used == 0 {
		most *= mind.Empty
	}
	return float64(u*num.ExpAtLeast(-s.unrest(mind))) > float64(most*margin)
}

// MostLeaves returns an upper bound of Leaves for a customer of this affinity, whatever becomes of trust, relation and
// satisfaction within [0, 1], of products and of tenure; at most mind.Cap.
func MostLeaves(mind *agents.StayMind, base float64, affinity float32) float64 {
	if mind.Products < 0 {
		return mind.Cap // ever more with ever more products
	}
	log := -float64(mind.Affinity*float64(affinity)) + float64(math.Abs(mind.Trust)/2) + max(-mind.Relation, 0) + float64(math.Abs(mind.Unhappy)/2)
	hazard := float64(float64(base*num.Exp(log)) * (1 + max(mind.First, 0)) * max(mind.Empty, 1))
	return min(float64(hazard*(1+1e-6)), mind.Cap) // moods are rounded to seven digits
}

// SaysLeave returns the chance that a customer asked in a survey says they mean to leave. It follows satisfaction,
// not what they do.
func SaysLeave(mind *agents.StayMind, satisfaction float32) float64 {
	return num.Logistic(mind.SayBase - float64(mind.Say*float64(satisfaction-0.5)))
}

// Toward moves x the share of the way to goal.
func Toward(x, goal, share float32) float32 { return x + float32(share*(goal-x)) }
