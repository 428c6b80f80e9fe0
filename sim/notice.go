package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// attention is what contacts of a unit's sellers can turn to, as the organisation and the psychology have it.
type attention struct {
	own    agents.Products
	chance [4]float64 // that something comes to mind: without open needs, with such, and twice with one for the own unit
}

// payAttention works it out for each unit. It holds until changes bring other levers, after which the market borrows scratch anew.
func (m *Market) payAttention() {
	mind, wits, units := &m.Model.Mind.Refer, m.wits(), m.Model.Org.Units
	m.scratch.Attention = fit(m.scratch.Attention[:0], len(units))
	for u := range units {
		think, notice := float64(mind.Think*wits), float64(mind.Notice*wits)
		if len(m.Model.Org.From[u]) == 0 {
			think, notice = 0, 0
		}
		m.scratch.Attention[u] = attention{units[u].May, [4]float64{think, max(think, notice), mind.Own, mind.Own}}
	}
}

// notice lets a contact of seller s of unit u turn to a need outside the matter in hand; occasion is the id of the contact
// for luck. Mostly nothing comes to mind, which is told without a branch on what is open.
func (m *Market) notice(s agents.SellerID, u agents.UnitID, c agents.CustomerID, matter agents.Products, occasion uint64) {
	cs, mind := &m.Customers, &m.scratch.Attention[u]
	open := cs.Need.Of(c) &^ cs.Pending.Of(c) &^ matter
	luck := m.stream(draw.Notice).Uniform(occasion)
	if luck < mind.chance[(flag(open&mind.own != 0)<<1|flag(open != 0))&3] {
		m.turnTo(s, c, open, luck, occasion)
	}
}

// turnTo turns a contact to a need: the seller takes up one that the own unit may serve, or else may pass one on. Where nothing
// shows that could be passed on, a product comes to mind now and then without any sign of a need.
func (m *Market) turnTo(s agents.SellerID, c agents.CustomerID, open agents.Products, u float64, occasion uint64) {
	mind, wits := &m.Model.Mind.Refer, m.wits()
	which := m.stream(draw.NoticeWhich).Uniform(occasion)
	if own := open & m.Model.Org.Units[m.Sellers.Unit[s]].May; own != 0 {
		m.add(lead{Customer: c, Product: nth(own, which), Seller: s, Finder: agents.Nobody, Handoff: -1, Source: Noticed, Flags: Needed, Due: m.Week + 1})
		return
	}
	if open != 0 && u < float64(mind.Notice*wits) {
		if foreign := m.passable(s, c, open); foreign != 0 {
			m.mayRefer(s, c, nth(foreign, which), true, occasion)
			return
		}
	}
	if u < float64(mind.Think*wits) {
		if idle := m.passable(s, c, m.offerable(c)&^m.Customers.Need.Of(c)); idle != 0 {
			m.mayRefer(s, c, nth(idle, which), false, occasion)
		}
	}
}

// wits is how much more than usual comes to a seller's mind of what other units sell: what is known of their products,
// and how much the leadership asks after it.
func (m *Market) wits() float64 {
	o := m.Model.Org
	return float64(o.Information * (1 + float64(m.Model.Mind.Refer.Attention*o.Attention)))
}

// passable is the part of set that the seller's unit may hand off for c.
func (m *Market) passable(s agents.SellerID, c agents.CustomerID, set agents.Products) (out agents.Products) {
	u, o := m.Sellers.Unit[s], m.Model.Org
	for _, h := range o.From[u] {
		if x := &o.Handoffs[h]; len(o.Houses) == 0 || !m.shut(x.To, c) {
			out |= x.Products
		}
	}
	return out & set &^ o.Units[u].May
}

// nth picks a member of a set by luck u in (0, 1).
func nth(set agents.Products, u float64) agents.ProductID {
	n := int(u * float64(size(set)))
	for p := agents.ProductID(0); ; p++ {
		if set.Has(p) {
			if n == 0 {
				return p
			}
			n--
		}
	}
}

// mayRefer lets seller s decide whether to pass on that c may need p. What it brings in is weighed against the time,
// the trouble, the fear for the own file and the shame of a useless visit.
func (m *Market) mayRefer(s agents.SellerID, c agents.CustomerID, p agents.ProductID, need bool, occasion uint64) {
	ss, mind, o := &m.Sellers, m.Model.Mind, m.Model.Org
	k := o.Handoff(ss.Unit[s], p, m.Customers.house(c))
	h := &o.Handoffs[k]
	if m.brings(c)*52 < int64(h.WorthMin) || m.spared(c) || o.Limit > 0 && ss.Passed[s] >= int32(o.Limit) {
		return
	}
	belief := seller.Belief(&mind.Refer, float64(m.skillToTell(s)*o.Information), need, m.stream(draw.Peer).Uniform(occasion))
	hint := seller.Hint{Belief: belief, HourlyPay: m.hourPay(s), Ease: h.Ease, Culture: m.Culture,
		Tie: float64(ss.Tie[s]), Owed: m.owed(s, h.To), OwnFile: o.Units[ss.Unit[s]].Owns, Distance: m.between(ss.Unit[s], h.To),
		Doubt: mind.Effort.Chance - ss.Heard[s].Chance}
	hint.ForLead, hint.ForSigned = m.referralWorth(s, p, h.Finder)
	hint.ForLead, hint.ForSigned = mind.Effort.Gain*hint.ForLead, mind.Effort.Gain*hint.ForSigned
	odds := hint.Odds(&mind.Refer, ss.Heard[s].Chance)
	if m.stream(draw.ReferChoice).Uniform(occasion) >= num.Logistic(odds) {
		return
	}
	if to := m.receiver(h.To, c); to != agents.Nobody {
		m.refer(s, to, c, p, k, need)
	}
}

// skillToTell is how well seller s tells a need from none: how far trained on average.
func (m *Market) skillToTell(s agents.SellerID) float64 {
	lines := len(m.Model.Market.Lines)
	sum := float32(0)
	for _, x := range m.Sellers.Skill[int(s)*lines : (int(s)+1)*lines] {
		sum += x
	}
	return float64(sum) / float64(max(lines, 1))
}

// referralWorth is what a lead on p and its signature add for the finder [EUR].
func (m *Market) referralWorth(s agents.SellerID, p agents.ProductID, finder float64) (forLead, forSigned float64) {
	tallies := m.plan(s).Tallies
	for k := range tallies {
		worth := float64(m.Sellers.Worth[m.tally(s, k)] * tallies[k].Weight[p])
		switch {
		case tallies[k].Measure == Referrals:
			forLead += worth
		case tallies[k].Measure == ReferralsSigned:
			forSigned += worth
		default:
			forSigned += float64(worth * finder)
		}
	}
	return forLead, forSigned
}

// refer passes the lead on.
func (m *Market) refer(s, to agents.SellerID, c agents.CustomerID, p agents.ProductID, handoff int, need bool) {
	flags := uint8(0)
	m.Books.Add(metric.Referrals, 1)
	m.Books.Add(metric.ReferralsAcross, flag(m.Model.Org.Across(m.Sellers.Unit[s], m.Sellers.Unit[to])))
	if need {
		flags = Needed
		m.Books.Add(metric.ReferralsWithNeed, 1)
	}
	m.add(lead{Customer: c, Product: p, Seller: to, Finder: s, Handoff: handoff, Source: Referred, Flags: flags,
		Due: m.Week + 1 + int32(m.Model.Org.Handoffs[handoff].Delay)})
	m.Sellers.Extra[s].Refer += m.Model.Mind.Refer.Effort
	m.Sellers.Passed[s]++
	m.favour(s, to)
	m.Sellers.Deeds[s].Referred++
	m.countPassed(m.Ways.Passed, s, to, 1)
	m.post(s, p, onReferral, 1)
}
