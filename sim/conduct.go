package sim

import (
	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// catch holds the seller of a silent account to account, if still on the seat.
func (m *Market) catch(h Holding) {
	if s := h.Seller(); s != agents.Nobody && m.Sellers.Seated[s] && h.Week() >= m.Sellers.Placed[s] {
		m.convict(s)
	}
}

// convict investigates a seller: all accounts found are closed, and the seller is dismissed or gets a record. Colleagues
// who offend take note through their own record only.
func (m *Market) convict(s agents.SellerID) {
	ss := &m.Sellers
	m.Books.Add(metric.CaughtOffences, int64(ss.Hidden[s]))
	m.Books.Add(metric.Caught, 1)
	if ss.Offended[s] && !ss.Caught[s] {
		ss.Caught[s] = true
		m.Books.Add(metric.CaughtEver, 1)
	}
	m.closeHidden(s)
	m.forfeit(s)
	ss.Warned[s] = true
	id := uint64(m.staff(s))
	if m.stream(draw.Discipline).Uniform(id) < m.of(s).Controls.Dismissal {
		m.vacate(s, metric.Dismissed)
	}
}

// closeHidden closes all accounts that s opened without consent.
func (m *Market) closeHidden(s agents.SellerID) {
	if m.Sellers.Hidden[s] == 0 {
		return
	}
	for c := range m.Customers.seats() {
		for p := range m.Customers.Silent(c).All {
			if m.hides(s, m.Customers.holding(c, p)) {
				m.close(c, p)
				m.refresh(c)
			}
		}
	}
}

// hides tells whether a silent account was opened by who sits on seat s.
func (m *Market) hides(s agents.SellerID, h Holding) bool {
	return h.Seller() == s && h.Week() >= m.Sellers.Placed[s]
}

// carryOut does what a triggered firing or demotion rule says.
func (m *Market) carryOut(s agents.SellerID, t *Threat) {
	u := m.stream(draw.FiringChoice).Uniform(draw.Nth(m.staff(s), t.Key, 0))
	if u < t.Dismissal {
		m.vacate(s, metric.DismissedForMisses)
		return
	}
	m.Sellers.PayFactor[s] *= float32(1 - t.PayCut)
}

// watch is the part of the controls that looks at sellers at a close: the detector of the tail, and colleagues who
// speak up.
func (m *Market) watch(weeks float64) {
	ss := &m.Sellers
	whistle := m.stream(draw.Whistle)
	years := weeks / 52
	for s := range ss.Seated {
		who := agents.SellerID(s)
		if !ss.Seated[s] {
			continue
		}
		outlier := m.standsOut(who, float64(ss.Unused[s]))
		heard := whistle.Uniform(uint64(m.staff(who))) < float64(float64(m.of(who).Controls.Whistle*years)*m.honest(who))
		if ss.Hidden[s] > 0 && (outlier || heard) {
			m.convict(who)
		}
	}
	for s := range ss.Seated {
		ss.Unused[s] = 0
	}
}

// honest is the share of s's colleagues here who did not offend in the last year and so may speak up; 1 for who has none.
func (m *Market) honest(s agents.SellerID) float64 {
	bad, all := m.peers(s)
	return 1 - float64(bad)/float64(max(all, 1))
}

// standsOut tells whether so many unused openings since the last close are above the line of the detector that looks at
// seller s, given the mean and the spread over the firm's sellers at the last close.
func (m *Market) standsOut(s agents.SellerID, unused float64) bool {
	line := m.of(s).Controls.Detector
	return line > 0 && m.Spread > 0 && unused > m.Usual+float64(line*m.Spread)
}
