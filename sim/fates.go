package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/market"
)

// fates are weekly hazards of everything that can happen to one account, in the order in which luck picks among them.
type fates struct {
	customer.Hazards
	revive, clean float32 // of a dormant account that was asked for
	found, audit  float32 // of an account nobody asked for: by the customer; by an audit, of any account
}

func (f *fates) sum() float32 { return f.Sum() + f.revive + f.clean + f.found + f.audit }

// fates of the account at a given week.
func (m *Market) fates(c agents.CustomerID, p agents.ProductID, h Holding, week int) fates {
	age := week - int(h.Week())
	f := m.ownFates(p, h, age, m.Customers.Traits(c))
	f.audit = m.auditing(h, age)
	return f
}

// auditing is the hazard of an audit, which depends on who opened the account, in its first year.
func (m *Market) auditing(h Holding, age int) float32 {
	if age >= 52 {
		return 0
	}
	return float32(m.opener(h).Controls.Audit / 52)
}

// ownFates are those that only hang on the account, its age [weeks] and traits of its customer.
func (m *Market) ownFates(p agents.ProductID, h Holding, age int, traits uint8) (f fates) {
	mind, product := m.Model.Mind, &m.Model.Market.Products[p]
	switch {
	case h.Is(silent):
		f.found = float32(mind.Conduct.Found / 52)
	case h.Is(asleep):
		f.revive, f.clean = float32(mind.Regret.Revive/52), float32(mind.Regret.Clean/52)
	default:
		a := customer.Account{Age: age, CoolingOff: product.CoolingOff, Unneeded: h.Is(unneeded), Pulled: h.Is(pulled), Traits: traits}
		if h.Is(gapped) {
			a.Gap = float32(mind.Regret.Gap)
		}
		f.Hazards = a.Hazards(&mind.Regret, &mind.Traits, product.Rates)
	}
	return f
}

// risks are the sums of ownFates asked for so far. There are few kinds of accounts, so that nearly all are asked for again.
type risks struct {
	table *market.Table // of which they speak
	mind  *agents.Psychology
	sums  []float32 // by product, phase of the account's life and kind; 0: not asked for yet
}

// Phases of an account's life, in each of which its hazards stay the same: the week of opening, the cooling-off time, later.
const phases = 3

// A kind of account is its flags, and in the lowest bit, which is none, whether its customer is a reverser.
const (
	ofReverser   = 1
	accountFlags = asleep | silent | unneeded | pulled | bearsFee | gapped
	kinds        = int(gapped) << 1
)

// speakOf makes room for the sums of a model, and forgets those of another.
func (x *risks) speakOf(model *Model) {
	if x.table != model.Market || x.mind != model.Mind {
		x.table, x.mind = model.Market, model.Mind
		x.sums = fit(x.sums[:0], model.Products()*phases*kinds)
		clear(x.sums)
	}
}

// risk is the sum of the fates of the account at a given week.
func (m *Market) risk(c agents.CustomerID, p agents.ProductID, h Holding, week int) float32 {
	age := week - int(h.Week())
	return m.ownRisk(c, p, h, age) + m.auditing(h, age)
}

// ownRisk is the sum of ownFates.
func (m *Market) ownRisk(c agents.CustomerID, p agents.ProductID, h Holding, age int) float32 {
	x, phase, kind := &m.scratch.Risks, 0, int(h&accountFlags)
	if age >= 1 {
		phase++
	}
	if age > m.Model.Market.Products[p].CoolingOff {
		phase = phases - 1
	}
	x.speakOf(m.Model)
	if m.trait(c, customer.Reverser) {
		kind |= ofReverser
	}
	sum := &x.sums[(int(p)*phases+phase)*kinds+kind]
	if *sum == 0 {
		f := m.ownFates(p, h, age, m.Customers.Traits(c))
		*sum = f.sum()
	}
	return *sum
}

// bound is an upper bound of the account's summed hazards from now on: in the cooling-off time that of the larger of both
// phases, with audits of both.
func (m *Market) bound(c agents.CustomerID, p agents.ProductID, h Holding) float32 {
	age := max(int(m.Week)-int(h.Week()), 1)
	audit, cooling := m.auditing(h, age), m.Model.Market.Products[p].CoolingOff
	now := m.ownRisk(c, p, h, age) + audit
	if age <= cooling {
		return max(now, m.ownRisk(c, p, h, cooling+1)+m.auditing(h, cooling+1)+audit)
	}
	return now
}
