package sim

import (
	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// partnerOf draws which partner firm a household is a customer of, by contract: the first that has it, as contract+1, or
// 0. It is so for life and asks for the least wealth the contract is about.
func (m *Market) partnerOf(c agents.CustomerID, id uint64) uint32 {
	for k := range m.Model.Org.Contracts {
		contract := &m.Model.Org.Contracts[k]
		if contract.Partner == 0 || float64(m.Wealth(c)) < contract.Wealth {
			continue
		}
		if m.birth(draw.PartnerOf).Uniform(draw.Nth(uint32(id), contract.Key, 0)) < contract.Partner {
			return uint32(k + 1)
		}
	}
	return 0
}

// hasPartners tells whether any contract is with a partner firm.
func (m *Market) hasPartners() bool {
	for k := range m.Model.Org.Contracts {
		if m.Model.Org.Contracts[k].Partner > 0 {
			return true
		}
	}
	return false
}

// partner is the contract in force with the partner firm whose customer c is, or -1.
func (m *Market) partner(c agents.CustomerID) int {
	k := int(m.Customers.Partner.at(int(c))) - 1
	if k < 0 || !m.Contracts[k*m.slots()] || m.shut(m.Model.Org.Contracts[k].Unit, c) {
		return -1
	}
	return k
}

// sent draws whether the partner sends c this week, and whether it chose c for a need.
func (m *Market) sent(c agents.CustomerID) (k int, sent, chosen bool) {
	if k = m.partner(c); k < 0 {
		return k, false, false
	}
	luck, id := m.stream(draw.PartnerSends), uint64(m.person(c))
	if luck.Uniform(id) >= m.Model.Org.Contracts[k].Sends {
		return k, false, false
	}
	return k, true, luck.Uniform(id|secondDraw) < m.Model.Org.Contracts[k].Chosen
}

// sendHousehold lets the partner send a household that is no customer yet; it joins if it was well chosen.
func (m *Market) sendHousehold(c agents.CustomerID) (joins bool) {
	k, sent, chosen := m.sent(c)
	if !sent {
		return false
	}
	if chosen {
		m.welcome(c)
		m.Books.Add(metric.JoinedByPartner, 1)
	}
	m.spend(c, metric.CostContracts, m.Model.Org.Contracts[k].Fee)
	return chosen
}

// sendLead lets the partner send a customer to the contract's unit: one chosen for an open need, or anybody with any
// product the unit may sell.
func (m *Market) sendLead(c agents.CustomerID) {
	if m.Customers.Partner.at(int(c)) == 0 || !m.Customers.Here[c] {
		return
	}
	k, sent, chosen := m.sent(c)
	if !sent {
		return
	}
	contract := &m.Model.Org.Contracts[k]
	could := m.offerable(c) & m.Model.Org.Units[contract.Unit].May
	if chosen {
		could &= m.Customers.Need.Of(c)
	}
	s := m.receiver(contract.Unit, c)
	if could == 0 || s == agents.Nobody {
		return
	}
	p := nth(could, m.stream(draw.PartnerProduct).Uniform(uint64(m.person(c))))
	flags := uint8(0)
	if m.Customers.Need.Of(c).Has(p) {
		flags = Needed
	}
	m.add(lead{Customer: c, Product: p, Seller: s, Finder: agents.Nobody, Handoff: -1, Source: FromContract, Flags: flags, Due: m.Week + 1})
	m.spend(c, metric.CostContracts, contract.Fee)
}
