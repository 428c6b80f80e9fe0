package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// seek lets customers bring open needs to the firm through their channel. Some give up on the way; they are called
// back only where the record is shared. A contract with the employer shows needs to the unit on site; an event in the
// firm's own data shows them to the unit that may sell. A partner firm sends some of its customers.
// Reads Need, trust, affinity, awareness, channel; writes leads.
func seek(m *Market) {
	luck := m.stream(draw.Seek)
	if m.hasPartners() {
		for c := range m.Customers.seats() {
			m.sendLead(c)
			m.seekAll(c, luck)
		}
		return
	}
	x := &m.scratch.Needy
	x.speakOf(m)
	for c := range x.each {
		if m.Customers.Need.Of(c) == 0 {
			x.drop(int(c))
			continue
		}
		m.seekAll(c, luck)
	}
}

// needy marks the households of a market with open needs. Who has none any more is dropped when next met.
type needy struct {
	marks
	of *Market // of which they are; nil: of none
}

// speakOf marks those of a market, unless they are.
func (x *needy) speakOf(m *Market) {
	if x.of == m {
		return
	}
	need, rows := &m.Customers.Need, len(m.Customers.Here)
	x.of, x.marks = m, fit(x.marks, (rows+63)/64)
	clear(x.marks)
	for row := need.next(0, rows); row < rows; row = need.next(row+1, rows) {
		x.add(row)
	}
}

// note marks a household of a market that has come to have a need.
func (x *needy) note(m *Market, c agents.CustomerID) {
	if x.of == m {
		x.add(int(c))
	}
}

func (x *needy) drop(c int) { x.marks[c>>6] &^= 1 << (c & 63) }

// seekAll lets c bring every need that nobody works on yet to the firm, or the contract or the firm's own data show it.
func (m *Market) seekAll(c agents.CustomerID, luck *draw.Stream) {
	open := m.Customers.Need.Of(c) &^ m.Customers.Pending.Of(c)
	if open == 0 {
		return
	}
	terms, k, shown, who := m.terms(c), m.contract(c), m.facing(c).Org.Events, luck.K0+draw.Way(draw.Nth(m.person(c), 0, 0))
	for ; open != 0; open &= open - 1 {
		p := open.First()
		u := luck.UniformAt(who + m.scratch.Births.ways[p])
		if k >= 0 || !terms.stayAway(m.line(p), u) {
			m.seekOne(c, p, k, u)
		}
		if shown > 0 {
			m.mayShow(c, p, shown)
		}
	}
}

// seekOne lets c bring the need for p with luck u, or contract k, if any, show it.
func (m *Market) seekOne(c agents.CustomerID, p agents.ProductID, k int, u float64) {
	chance := m.seekChance(c, p)
	if u < chance {
		m.walkIn(c, p)
		return
	}
	if k >= 0 && u < chance+float64((1-chance)*m.Model.Org.Contracts[k].Data) {
		if unit := m.Model.Org.Contracts[k].Unit; m.Model.Org.Units[unit].May.Has(p) {
			m.bring(c, p, unit, FromContract, m.Week+1)
		}
	}
}

// seekChance is the chance that an open need is brought to the firm this week.
func (m *Market) seekChance(c agents.CustomerID, p agents.ProductID) float64 {
	mind := &m.Model.Mind.Seek
	chance := float64(m.seekUsual(c) * num.Exp(m.seekEase(c)))
	if !m.Customers.Aware.Of(c).Has(m.line(p)) {
		chance *= mind.Unaware
	}
	return min(chance, mind.Cap)
}

// seekUsual is that chance of somebody on average terms with the firm who uses the same channel and knows of the line.
func (m *Market) seekUsual(c agents.CustomerID) float64 {
	return float64(m.Model.Mind.Seek.Weekly * m.Model.Market.Channels[m.Customers.Channel[c]].Speed)
}

// seekEase is what the terms of c with the firm add to its logarithm.
func (m *Market) seekEase(c agents.CustomerID) float64 {
	cs, mind := &m.Customers, &m.Model.Mind.Seek
	return float64(mind.Trust*float64(cs.Trust[c]-0.5)) + float64(mind.Affinity*float64(cs.Affinity[c])) +
		float64(mind.Relation*float64(cs.Relation[c]))
}

// terms of a customer with the firm, as far as they are needed to tell who stays away without an exponential.
type terms struct {
	aware agents.Products // lines
	usual [2]float64      // see seekUsual: of a line not known, and of one that is
	loath float64         // at most e^-seekEase
}

func (m *Market) terms(c agents.CustomerID) terms {
	usual := m.seekUsual(c)
	return terms{m.Customers.Aware.Of(c), [2]float64{float64(usual * m.Model.Mind.Seek.Unaware), usual}, num.ExpAtLeast(-m.seekEase(c))}
}

// stayAway tells that luck u does not bring the customer to the firm, for most whom it does not. The margin is far above the
// error of the chance.
func (x *terms) stayAway(line agents.ProductID, u float64) bool {
	const margin = 1 + 1e-9
	return float64(u*x.loath) > float64(x.usual[x.aware>>(line&31)&1]*margin)
}

// walkIn brings the need to a seller, unless the customer gives up on the way and nobody calls back.
func (m *Market) walkIn(c agents.CustomerID, p agents.ProductID) {
	unit, sold := m.unitFor(c, p)
	if !sold {
		return
	}
	source, due := WalkIn, m.Week
	id := draw.Nth(m.person(c), m.key(p), 0)
	if m.stream(draw.Abandon).Uniform(id) < m.Model.Market.Channels[m.Customers.Channel[c]].Abandon {
		m.Books.Add(metric.Abandoned, 1)
		if m.stream(draw.CallBack).Uniform(id) >= float64(m.facing(c).Org.Record*m.Model.Mind.Seek.CallBack) {
			return
		}
		source, due = CalledBack, m.Week+1
	}
	m.bring(c, p, unit, source, due)
}

// bring puts a needed lead before the unit's seller, if there is one.
func (m *Market) bring(c agents.CustomerID, p agents.ProductID, unit agents.UnitID, source uint8, due int32) {
	if s := m.receiver(unit, c); s != agents.Nobody {
		m.add(lead{Customer: c, Product: p, Seller: s, Finder: agents.Nobody, Handoff: -1, Source: source, Flags: Needed, Due: due})
	}
}

// mayShow lets an event in the firm's own data show, with this chance, a need for p that the customer has not brought; it
// becomes a lead.
func (m *Market) mayShow(c agents.CustomerID, p agents.ProductID, chance float64) {
	if m.Customers.Pending.Of(c).Has(p) || m.spared(c) ||
		m.stream(draw.EventLead).Uniform(draw.Nth(m.person(c), m.key(p), 0)) >= chance {
		return
	}
	shown, flags := m.readData(c, p)
	if unit, sold := m.unitFor(c, shown); sold {
		if s := m.receiver(unit, c); s != agents.Nobody {
			m.add(lead{Customer: c, Product: shown, Seller: s, Finder: agents.Nobody, Handoff: -1, Source: FromEvent, Flags: flags, Due: m.Week + 1})
		}
	}
}

// readData is the product that the firm's data point to where c needs p: p itself, or, as often as they err, any other
// that c could be offered and does not need. The flag says whether it is needed.
func (m *Market) readData(c agents.CustomerID, p agents.ProductID) (agents.ProductID, uint8) {
	luck := m.stream(draw.DataRead)
	others := m.offerable(c) &^ m.Customers.Need.Of(c) & (1<<m.Model.Products() - 1)
	if others == 0 || luck.Uniform(draw.Nth(m.person(c), m.key(p), 1)) < m.facing(c).Org.Precision {
		return p, Needed
	}
	return nth(others, luck.Uniform(draw.Nth(m.person(c), m.key(p), 2))), 0
}
