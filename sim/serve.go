package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// serve works the queues of service requests with the hours all sellers of a unit give to it, first come first
// served. A contact can turn to another need. Reads queues and hours; writes satisfaction, relationship and leads.
func serve(m *Market) {
	for u := range m.Queues {
		hours := m.serviceHours(agents.UnitID(u))
		q := &m.Queues[u]
		for q.Head < len(q.Rows) {
			r := &q.Rows[q.Head]
			if !m.there(r) {
				m.drop(q, metric.Dropped)
				continue
			}
			time := m.Model.Market.Products[r.Product].RequestTime
			if hours < time && m.stream(draw.HoursRounding).Uniform(uint64(m.Model.Org.Units[u].Key)) >= hours/time {
				break
			}
			hours -= time
			m.serveOne(agents.UnitID(u), r)
			q.Head++
			m.Books.Add(metric.RequestsWaiting, -1)
		}
		m.giveUpWaiting(q)
		q.compact()
	}
}

// serviceHours are the hours the unit's sellers give to service, by their speed.
func (m *Market) serviceHours(u agents.UnitID) (hours float64) {
	ss := &m.Sellers
	for s := m.First[u]; s < m.First[u]+m.Seats[u]; s++ {
		if ss.Seated[s] {
			hours += float64(ss.Hours[s][seller.Serve] * float64(ss.Speed[s]))
			m.spendHours(agents.SellerID(s), metric.HoursServe, milli(ss.Hours[s][seller.Serve]))
		}
	}
	return hours
}

// there tells whether who asked is still a customer.
func (m *Market) there(r *Request) bool {
	return m.Customers.Here[r.Customer] && m.Customers.Gen[r.Customer] == r.Gen
}

func (m *Market) drop(q *Queue, cause metric.Counter) {
	q.Head++
	m.Books.Add(cause, 1)
	m.Books.Add(metric.RequestsWaiting, -1)
}

// giveUpWaiting drops requests that waited too long; they end in annoyance and perhaps a complaint.
func (m *Market) giveUpWaiting(q *Queue) {
	mind := &m.Model.Mind.Trust
	for q.Head < len(q.Rows) && float64(m.Week-int32(q.Rows[q.Head].Week)) >= mind.LongWait {
		r := &q.Rows[q.Head]
		if m.there(r) {
			c := r.Customer
			m.say(GaveUp, c, m.Week-int32(r.Week))
			m.Customers.Satisfaction[c] -= float32(float32(min(mind.Wait*mind.LongWait, 1)) * m.Customers.Satisfaction[c])
			m.mayComplain(c, r.Product, mind.Complaint, 2+uint8(r.Week&63))
		}
		m.drop(q, metric.Dropped)
	}
}

// serveOne serves a request.
func (m *Market) serveOne(u agents.UnitID, r *Request) {
	cs, mind, c := &m.Customers, &m.Model.Mind.Trust, r.Customer
	waited := m.Week - int32(r.Week)
	m.Books.Add(metric.Served, 1)
	m.Books.Add(metric.WaitWeeks, int64(waited))
	m.say(Served, c, waited)
	if waited == 0 {
		cs.Satisfaction[c] = customer.Toward(cs.Satisfaction[c], 1, float32(mind.Served))
	} else {
		cs.Satisfaction[c] -= float32(float32(min(mind.Wait*float64(waited), 1)) * cs.Satisfaction[c])
		m.mayComplain(c, r.Product, float64(mind.Complaint*float64(waited)), 128+uint8(r.Week&63))
	}
	if s := m.receiver(u, c); s != agents.Nobody {
		cs.Relation[c] = customer.Toward(cs.Relation[c], 1, float32(mind.Contact))
		m.notice(s, c, 0, draw.Nth(m.person(c), m.key(r.Product), 1+uint8(modulo(int32(r.Week), 255))))
	}
}

// notice lets a contact turn to a need outside the matter in hand; occasion is the id of the contact for luck. The
// seller takes up what the own unit may sell and may pass on the rest. Where nothing shows that could be passed on, now
// and then a product is thought of of which there is no sign of a need.
func (m *Market) notice(s agents.SellerID, c agents.CustomerID, matter agents.Products, occasion uint64) {
	cs, mind := &m.Customers, &m.Model.Mind.Refer
	u := m.stream(draw.Notice).Uniform(occasion)
	unit := &m.Model.Org.Units[m.Sellers.Unit[s]]
	open := cs.Need.Of(c) &^ cs.Pending.Of(c) &^ matter
	which := func() float64 { return m.stream(draw.NoticeWhich).Uniform(occasion) }
	if own := open & unit.May; own != 0 {
		if u < mind.Own {
			p := nth(own, which())
			m.add(lead{Customer: c, Product: p, Seller: s, Finder: agents.Nobody, Handoff: -1, Source: Noticed, Flags: Needed, Due: m.Week + 1})
		}
		return
	}
	wits := m.wits()
	if len(m.Model.Org.From[m.Sellers.Unit[s]]) == 0 || u >= float64(mind.Think*wits) && (open == 0 || u >= float64(mind.Notice*wits)) {
		return
	}
	if open != 0 && u < float64(mind.Notice*wits) {
		if foreign := m.passable(s, c, open); foreign != 0 {
			m.mayRefer(s, c, nth(foreign, which()), true, occasion)
			return
		}
	}
	if u < float64(mind.Think*wits) {
		if idle := m.passable(s, c, m.offerable(c)&^cs.Need.Of(c)); idle != 0 {
			m.mayRefer(s, c, nth(idle, which()), false, occasion)
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
