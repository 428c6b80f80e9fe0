package customer

import (
	"xsell/agents"
	"xsell/agents/num"
)

// Account is what decides the fate of an account besides the product's own rates.
type Account struct {
	Age              int     // [weeks] since opening
	CoolingOff       int     // [weeks]
	Unneeded, Pulled bool    // sold without need; closed early for the seller's sake
	Gap              float32 // by how much the seller's skill fell short of the product's complexity, ≥ 0
	Traits           uint8
}

// Rates are a product's weekly hazards for a needed, well advised account.
type Rates struct{ Return, Lapse, Dormancy, Default float32 }

// Hazards are weekly hazards of what can happen to a used account.
type Hazards struct{ Return, Lapse, Dormancy, Default float32 }

// Sum of all of them.
func (h Hazards) Sum() float32 { return h.Return + h.Lapse + h.Dormancy + h.Default }

// Hazards returns the weekly hazards of a used, consented account. They fall with age only at the end of the
// cooling-off time, when lapsing replaces returning; so the larger of the two phases bounds every later week.
func (a *Account) Hazards(mind *agents.RegretMind, traits *agents.TraitMind, r Rates) Hazards {
	factor := a.factor(mind, traits)
	h := Hazards{
		Dormancy: r.Dormancy,
		Default:  float32(float32(r.Default*a.pick(float32(mind.Default))) * factor),
	}
	switch {
	case a.Age < 1: // opened this week: too early for either
	case a.Age <= a.CoolingOff:
		h.Return = float32(float32(r.Return*a.pick(float32(mind.Return))) * factor)
	default:
		h.Lapse = float32(float32(r.Lapse*a.pick(float32(mind.Lapse))) * factor)
	}
	return h
}

// pick returns k for an unneeded account and 1 otherwise.
func (a *Account) pick(k float32) float32 {
	if a.Unneeded {
		return k
	}
	return 1
}

func (a *Account) factor(mind *agents.RegretMind, traits *agents.TraitMind) float32 {
	f := 1 + float32(float32(mind.Unskilled)*a.Gap)
	if a.Pulled {
		f *= float32(mind.Pulled)
	}
	if a.Traits&Reverser != 0 {
		f *= float32(traits.Reverser)
	}
	return f
}

// Undone returns the share of accounts sold without need that are returned, lapse, default or are closed unused within so
// many weeks, in [0, 1]: of those used by the hazards of a well advised customer without traits, of those never used by
// the rate at which such are closed. That used ones may fall out of use meanwhile is left out.
func Undone(mind *agents.RegretMind, r Rates, coolingOff, weeks int) float64 {
	early, late := Account{Age: 1, CoolingOff: coolingOff, Unneeded: true}, Account{Age: coolingOff + 1, CoolingOff: coolingOff, Unneeded: true}
	first, then := min(coolingOff, weeks), max(weeks-coolingOff, 0)
	ends := func(h Hazards, n int) float64 { return float64(float64(h.Return+h.Lapse+h.Default) * float64(n)) }
	used := ends(early.Hazards(mind, &agents.TraitMind{}, r), first) + ends(late.Hazards(mind, &agents.TraitMind{}, r), then)
	unused := float64(mind.Clean*float64(weeks)) / 52
	return float64(float64(1-mind.Dormant)*(1-num.Exp(-used))) + float64(mind.Dormant*(1-num.Exp(-unused)))
}
