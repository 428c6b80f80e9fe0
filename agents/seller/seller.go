// Package seller is how a seller divides hours, passes leads on, is tempted, tires and leaves: pure formulas. What the
// pay plan adds for one more unit comes in as euro; the seller weighs it in hours of own base pay, so the same fee
// moves a well paid seller less. It must not know files or organisation.
package seller

import (
	"math"

	"xsell/agents"
	"xsell/agents/num"
)

// Activity is something hours are spent on.
type Activity int

// Activities among which the weekly hours are divided. Referring happens inside contacts, silent openings and the
// shifting of closings are choices of their own.
const (
	Serve Activity = iota
	Advise
	Push
	Learn
	Rest
	Activities
)

// Values are worth per hour of each activity, in hours of own base pay.
type Values [Activities]float64

// Hint is what a seller weighs before passing a lead on.
type Hint struct {
	Belief    float64 // believed chance that the customer needs it, in [0, 1]
	ForLead   float64 // what the plan adds for a lead passed on [EUR]
	ForSigned float64 // what it adds when the lead is signed [EUR]
	HourlyPay float64 // own base pay [EUR/hour]
	Ease      float64 // of the handoff, in [0, 1]
	Culture   float64 // habit of sharing, in [0, 1]
	Tie       float64 // to the receiver, in [0, 1]
	Owed      float64 // favours owed to the receiving unit, in [0, 1]
	Doubt     float64 // by how much fewer of the own leads sign than was thought at first, in [-1, 1]
	OwnFile   bool    // the customer is seen as the own unit's
	Distance  float64 // of the receiver's culture, in [0, 1]
}

// Odds returns the log odds that the lead is passed on by a seller who believes in this chance that leads sign.
func (h *Hint) Odds(mind *agents.ReferMind, chance float64) float64 {
	money := (h.ForLead + float64(float64(h.Belief*chance)*h.ForSigned)) / h.HourlyPay
	value := money + float64(mind.Culture*float64(h.Culture*h.Belief)) + float64(mind.Tie*float64(h.Tie*h.Belief))
	value += float64(mind.Return * float64(h.Owed*h.Belief))
	value -= mind.Effort + float64(mind.Trouble*(1-h.Ease)) + float64(mind.Shame*(1-h.Belief))
	value -= float64(mind.Distance*h.Distance) + float64(mind.Doubt*h.Doubt)
	if h.OwnFile {
		value -= float64(mind.Fear * (1 - h.Culture))
	}
	return value / mind.Noise
}

// Belief returns the chance of a need a seller infers from a talk: Bayes in logits, with a signal of strength
// signal·skill on either side of zero plus logistic noise of luck u in (0, 1).
func Belief(mind *agents.ReferMind, skill float64, need bool, u float64) float64 {
	strength := float64(mind.Signal * skill)
	z := num.Log(u / (1 - u))
	if need {
		return num.Logistic(mind.Base + z + strength)
	}
	return num.Logistic(mind.Base + z - strength)
}

// Temptation is what a seller weighs before opening accounts nobody asked for.
type Temptation struct {
	Gain      float64 // what the plan and the relief from the firing rule add for all of them together [EUR]
	Accounts  float64 // how many
	Week      float64 // own weekly base pay [EUR]
	Integrity float64 // in [0, 1]
	Peers     float64 // colleagues in the market known to offend, ≥ 0
	Pressure  float64 // in [0, 1]
	Ethics    float64 // in [0, 1]
	Caught    float64 // believed chance of being caught per account, in [0, 1]
	Penalty   float64 // weeks of pay lost when caught
}

// Worth returns the net worth in weeks of base pay: gain, less conscience (the first account weighs most), less the
// believed chance of being caught at least once times the penalty. Each offending colleague takes the same share of the
// conscience that is left, and honest ones restore nothing: advisers offend more once they work beside somebody with a
// record, while colleagues without one undo nothing (Dimmock, Gerken and Graham 2018).
func (t *Temptation) Worth(mind *agents.ConductMind) float64 {
	never := num.Exp(float64(t.Accounts * num.Log(1-min(t.Caught, 0.99))))
	return t.Gain/t.Week - float64(t.conscience(mind)*power(t.Accounts, mind.Scale)) - float64((1-never)*t.Penalty)
}

// conscience is what the first account weighs [weeks of base pay].
func (t *Temptation) conscience(mind *agents.ConductMind) float64 {
	weaker := num.Pow(1-mind.Peers, t.Peers) * float64(1-float64(mind.Pressure*t.Pressure))
	return float64(float64(mind.Conscience*t.Integrity)*weaker) * (1 + float64(mind.Ethics*t.Ethics))
}

// WorthAtMost is at least Worth less its rounding, for one account or more, with hardly an exponential: n^s is e^x with
// x = s·ln n, at least s·2(n-1)/(n+1), and so above 1 + x + x²/2; and who is caught once in so many is caught no more seldom
// in several.
func (t *Temptation) WorthAtMost(mind *agents.ConductMind) float64 {
	conscience := t.conscience(mind)
	if conscience < 0 || mind.Scale < 0 || t.Penalty < 0 {
		return t.Worth(mind)
	}
	x := float64(mind.Scale*2*(t.Accounts-1)) / (t.Accounts + 1)
	return t.Gain/t.Week - float64(conscience*(1+float64(x*(1+float64(x/2))))) - float64(min(t.Caught, 0.99)*t.Penalty)
}

// power is num.Pow, which of 1 is 1.
func power(x, y float64) float64 {
	if x == 1 {
		return 1
	}
	return num.Pow(x, y)
}

// Yields returns the chance that a seller gives in to a temptation of this worth.
func Yields(mind *agents.ConductMind, worth float64) float64 { return num.Logistic(worth / mind.Noise) }

// Resists tells whether a seller with luck u in (0, 1) does not give in. Where that is clear it is told without an
// exponential: e^x is more than 1 + x + x²/2 above 0.
func Resists(mind *agents.ConductMind, worth, u float64) bool {
	if x := -worth / mind.Noise; x > 0 && float64(u*(2+float64(x*(1+float64(x/2))))) > 1+1e-9 {
		return true
	}
	return u >= Yields(mind, worth)
}

// OnRecord returns the chance that an applicant of this integrity comes with a record of misconduct, where a share of all
// have one: it falls in a straight line to 0 at full integrity. Integrity is u^skew with u uniform, whose mean is
// 1/(1+skew); where that line would pass 1 it is cut, and a little fewer than the share have one.
func OnRecord(share, integrity, skew float64) float64 {
	return min(float64(share*(1-integrity))*(1+skew)/skew, 1)
}

// Leaving is what a seller weighs before quitting.
type Leaving struct {
	Morale, Pressure float64 // in [0, 1]
	Pay              float64 // outside pay over own expected pay
	Novice           bool
	Distance         float64 // of the culture of the house that took the own one over, in [0, 1]
}

// Quits returns the factor on the labour market's quit rate.
func (l *Leaving) Quits(mind *agents.CareerMind) float64 {
	return num.Exp(l.log(mind, num.Log(l.Pay)))
}

// log of the factor, where that of the pay is known.
func (l *Leaving) log(mind *agents.CareerMind, pay float64) float64 {
	log := float64(mind.Morale*(0.5-l.Morale)) + float64(mind.Pressure*l.Pressure) + float64(mind.Pay*pay)
	if l.Novice {
		log += mind.Novice
	}
	return log + float64(mind.Clash*l.Distance)
}

// QuitsAtMost is at least Quits, without an exponential: ln x is at most x-1 and e^x at most 1/(1-x/4)⁴ below 4. +Inf where
// that says nothing.
func (l *Leaving) QuitsAtMost(mind *agents.CareerMind) float64 {
	log := l.log(mind, l.Pay-1)
	if mind.Pay < 0 || !(log < 4) {
		return math.Inf(1)
	}
	root := 1 / (1 - float64(log/4))
	square := float64(root * root)
	return float64(square*square) * (1 + 1e-9) // far more than rounding takes from it
}

// Stake returns what pay that vests in so many weeks adds to own pay in the eyes of who thinks of leaving before [EUR per
// year]: paid for the weeks still to be stayed alone, it comes to this much a year, ever more as the date draws near.
func Stake(mind *agents.CareerMind, unvested, weeks float64) float64 {
	return float64(52*unvested) / (weeks + mind.Vesting)
}
