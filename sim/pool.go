package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// poolFirm shares out what was posted on tallies of the whole firm: every seller gets the mean over all sellers.
func (f *Firm) poolFirm(weeks float64) {
	sums, sellers := map[string]float64{}, 0.0
	for _, m := range f.Markets {
		m.handIn(sums)
		for _, seated := range m.Sellers.Seated {
			sellers += float64(flag(seated))
		}
	}
	if sellers == 0 {
		return
	}
	for _, m := range f.Markets {
		m.settleFirm(sums, sellers, weeks)
	}
}

// handIn adds this market's postings to the firm's tallies by name, and clears them.
func (m *Market) handIn(sums map[string]float64) {
	for u := range m.FirmSum {
		for name, sum := range m.FirmSum[u] { // names add up apart, so their order does not matter
			sums[name] += sum
		}
		clear(m.FirmSum[u])
	}
}

// settleFirm posts the firm's mean on this market's sellers and pays where the window ends with this close.
func (m *Market) settleFirm(sums map[string]float64, sellers, weeks float64) {
	ss := &m.Sellers
	for s, seated := range ss.Seated {
		who := agents.SellerID(s)
		if !seated {
			continue
		}
		for k, t := range m.plan(who).Tallies {
			if t.Pool == OfFirm {
				i := m.tally(who, k)
				ss.Sum[i] += sums[t.Name] / sellers
				ss.Rate[i] = sums[t.Name] / sellers / weeks
			}
		}
		m.payFirm(who) // after all sums are in and before any is cleared: a gate may look at another tally
		for k := range m.plan(who).Tallies {
			if t, i := &m.plan(who).Tallies[k], m.tally(who, k); t.Pool == OfFirm && modulo(m.Week, int32(t.Window)) == 0 {
				m.noteWindow(who, k, m.Week-1)
				ss.Target[i] = t.Setter.Next(ss.Target[i], ss.Sum[i])
				ss.Sum[i] = 0
			}
		}
	}
}

// payFirm pays the rules on tallies of the whole firm whose window ends with this close.
func (m *Market) payFirm(s agents.SellerID) {
	plan, ss := m.plan(s), &m.Sellers
	i, j := m.tally(s, 0), m.tally(s, len(plan.Tallies))
	for r := range plan.Rules {
		if t := &plan.Tallies[plan.Rules[r].Tally]; t.Pool == OfFirm && modulo(m.Week, int32(t.Window)) == 0 {
			m.handBy(s, &plan.Rules[r], plan.Pays(r, ss.Sum[i:j], ss.Target[i:j]), m.Week-1)
		}
	}
}

// hand pays a seller [EUR].
func (m *Market) hand(s agents.SellerID, amount float64) {
	m.Sellers.Earned[s] += amount
	m.Sellers.Deeds[s].Pay += agents.EUR(amount)
	m.Books.Add(metric.CostVariablePay, int64(agents.EUR(amount)))
}
