package sim

import (
	"xsell/agents"
	"xsell/agents/seller"
	"xsell/sim/metric"
)

// plan lets every seller divide the week's hours. Before, favours fade, leads whose need is gone or that waited too long end,
// and those of empty seats go to colleagues. Reads tallies, targets, beliefs, queues and leads; writes leads, Pipe, Worth, Hours
// and which leads each can work this week.
func plan(m *Market) {
	m.fadeFavours()
	m.loseOldLeads()
	m.dealLeads()
	m.countPipe()
	for u := range m.Queues {
		m.scratch.Waiting[u] = m.waiting(agents.UnitID(u))
	}
	for s := range m.Sellers.Seated {
		if who := agents.SellerID(s); m.Sellers.Seated[s] {
			m.outlook(who)
			m.divide(who)
		}
	}
}

// loseOldLeads ends leads whose need is gone or that waited too long, and moves those of an empty seat.
func (m *Market) loseOldLeads() {
	l := &m.Leads
	patience := int32(m.Model.Mind.Trust.Patience)
	for row, stage := range l.Stage {
		if stage != Open {
			continue
		}
		c, p := l.Customer[row], l.Product[row]
		gone := l.Flags[row]&Needed != 0 && !m.Customers.Need.Of(c).Has(p)
		if gone || m.Week-l.Born[row] > patience {
			m.endLead(int32(row), metric.LeadsLost)
			continue
		}
		if !m.Sellers.Seated[l.Seller[row]] {
			m.moveLead(int32(row))
		}
	}
}

// moveLead gives the lead of an empty seat to a colleague, or loses it.
func (m *Market) moveLead(row int32) {
	l := &m.Leads
	s := m.receiver(m.Sellers.Unit[l.Seller[row]], l.Customer[row])
	if s == agents.Nobody {
		m.endLead(row, metric.LeadsLost)
		return
	}
	l.Seller[row] = s
}

// dealLeads lists for each seller the leads that can be worked this week.
func (m *Market) dealLeads() {
	l, lines := &m.Leads, m.scratch.Lines
	for s := range lines {
		lines[s] = lines[s][:0]
	}
	for row, stage := range l.Stage {
		if stage == Open && l.Due[row] <= m.Week {
			lines[l.Seller[row]] = append(lines[l.Seller[row]], int32(row))
		}
	}
}

// divide splits the hours of seller s: what an hour of each activity is worth against what is there to do.
func (m *Market) divide(s agents.SellerID) {
	ss, mind, o := &m.Sellers, &m.Model.Mind.Effort, m.Model.Org
	unit := &o.Units[ss.Unit[s]]
	free := m.bindHours(s, unit.Hours)
	sale := m.saleWorth(s)
	advise, meetings := m.adviseWorth(s, sale)
	v := m.values(s, advise, m.pitchWorth(s, sale))
	caps := seller.Values{seller.Serve: m.scratch.Waiting[ss.Unit[s]] / float64(ss.Speed[s]), seller.Advise: meetings, seller.Push: m.listHours(s), seller.Learn: 1}
	ss.Hours[s] = seller.Split(&v, &caps, free, mind.Noise)
	m.spendHours(s, metric.HoursLearn, milli(ss.Hours[s][seller.Learn]))
	m.spendHours(s, metric.HoursSlack, milli(ss.Hours[s][seller.Rest]))
}

// values is what an hour of each activity is worth to seller s, in hours of own pay, when an hour on leads is worth
// advise by itself and by pay and a sale by a pitch adds pitch.
func (m *Market) values(s agents.SellerID, advise float64, pitch []float64) seller.Values {
	mind := &m.Model.Mind.Effort
	return seller.Values{
		seller.Serve:  float64(mind.Serve * float64(m.Sellers.Orientation[s])),
		seller.Advise: advise + float64(mind.Pressure*m.of(s).Targets.Pressure),
		seller.Push:   m.pushValue(s, pitch),
		seller.Learn:  mind.Learn,
		seller.Rest:   mind.Rest + m.low(s),
	}
}

// bindHours books the hours that are not the seller's to divide: meetings with other units, training, and last week's
// side work. It returns those left.
func (m *Market) bindHours(s agents.SellerID, hours float64) float64 {
	o, extra := m.of(s).Org, m.Sellers.Extra[s]
	m.Sellers.Extra[s] = Extra{}
	m.spendHours(s, metric.HoursAvailable, milli(hours))
	for _, task := range [...]struct {
		cause metric.Counter
		hours float64
	}{{metric.HoursCoordinate, o.Coordination}, {metric.HoursLearn, o.TrainingHours}, {metric.HoursRefer, extra.Refer},
		{metric.HoursTiming, extra.Timing}, {metric.HoursSilent, extra.Silent}} {
		if task.hours == 0 {
			continue
		}
		bound := min(task.hours, hours)
		hours -= bound
		m.spendHours(s, task.cause, milli(bound))
	}
	return hours
}

// milli counts hours in thousandths.
func milli(hours float64) int64 { return int64(float64(hours*1000) + 0.5) }
