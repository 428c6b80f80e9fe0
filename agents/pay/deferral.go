package pay

import (
	"xsell/agents"
	"xsell/agents/num"
)

// Deferral is the part of a rule's pay that is paid later, and lost by who is gone by then. The zero value defers
// nothing.
type Deferral struct {
	Deferred float64 // share of the pay, in [0, 1]
	Vests    int     // [weeks] until it is paid
	Weight   float64 // of a deferred euro against one now, in [0, 1]; see Patience
}

// Patience returns the weight of a euro promised for so many weeks from now: sure pay a year ahead weighs effort.deferred,
// and who leaves at a rate of quits [1/week] may not be there. 1 for no weeks; 0 for any wait of who looks at today only.
func Patience(mind *agents.EffortMind, weeks int, quits float64) float64 {
	sure := num.Pow(mind.Deferred, float64(weeks)/52)
	return float64(sure * num.Exp(-float64(quits*float64(weeks))))
}

// Felt is the weight of a euro of the rule's pay against a euro now, in [0, 1]; 1 where nothing is deferred.
func (d Deferral) Felt() float64 { return 1 - float64(d.Deferred*(1-d.Weight)) }

// Split divides pay into what is paid now and what is promised [EUR]. A deduction is not deferred.
func (d Deferral) Split(paid float64) (now, later float64) {
	later = max(float64(paid*d.Deferred), 0)
	return paid - later, later
}
