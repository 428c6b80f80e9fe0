package sim

import (
	"xsell/agents"
	"xsell/agents/pay"
	"xsell/agents/seller"
	"xsell/sim/metric"
)

// plan lets every seller divide the week's hours. Reads tallies, targets, beliefs, queues and leads; writes Worth,
// Later, Hours and the leads each will work, best first.
func plan(m *Market) {
	m.loseOldLeads()
	m.dealLeads()
	m.countPipe()
	for s := range m.Sellers.Seated {
		if who := agents.SellerID(s); m.Sellers.Seated[s] {
			m.outlook(who)
			m.divide(who)
		}
	}
}

// loseOldLeads ends leads whose need is gone, whose seller has left or that waited too long.
func (m *Market) loseOldLeads() {
	l := &m.Leads
	patience := int32(m.Model.Mind.Trust.Patience)
	for row := range l.Customer {
		if l.Stage[row] != Open {
			continue
		}
		c, p := l.Customer[row], l.Product[row]
		gone := l.Flags[row]&Needed != 0 && !m.Customers.Need[c].Has(p)
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
	for row := range l.Customer {
		if l.Stage[row] == Open && l.Due[row] <= m.Week {
			lines[l.Seller[row]] = append(lines[l.Seller[row]], int32(row))
		}
	}
}

// countPipe adds up what each seller has agreed and will see signed before the window ends: it counts as good as done.
func (m *Market) countPipe() {
	l, pipe := &m.Leads, m.Sellers.Pipe
	clear(pipe)
	for row := range l.Customer {
		if l.Stage[row] != Agreed {
			continue
		}
		tallies := m.plan(l.Seller[row]).Tallies
		for k := range tallies {
			if tallies[k].Measure <= Margin && l.Due[row] <= m.Week+m.left(&tallies[k]) {
				pipe[m.tally(l.Seller[row], k)] += float64(tallies[k].Weight[l.Product[row]] * m.part(l.Seller[row], tallies[k].Pool))
			}
		}
	}
}

// left is the weeks of the tally's window after this one.
func (m *Market) left(t *Tally) int32 { return int32(t.Window) - 1 - modulo(m.Week, int32(t.Window)) }

// outlooks is room for one seller's situation.
type outlooks struct{ sum, weeks [pay.MaxTallies]float64 }

// situation of seller s in the windows of the plan.
func (m *Market) situation(s agents.SellerID, room *outlooks) pay.Situation {
	ss, tallies := &m.Sellers, m.plan(s).Tallies
	i, j := m.tally(s, 0), m.tally(s, len(tallies))
	for k := range tallies {
		room.weeks[k] = float64(m.left(&tallies[k]))
		room.sum[k] = ss.Sum[i+k] + ss.Pipe[i+k]
	}
	return pay.Situation{Sum: room.sum[:len(tallies)], Target: ss.Target[i:j], Rate: ss.Rate[i:j], Var: ss.Var[i:j],
		WeeksLeft: room.weeks[:len(tallies)], LeastSD: 0.5}
}

// part is what one event adds to the own tally: all of it, or one over the members of the pool.
func (m *Market) part(s agents.SellerID, pool Pool) float64 {
	switch pool {
	case OfSeller:
		return 1
	case OfFirm:
		return 1 / float64(m.Model.Size.Sellers)
	}
	n := 0
	for t := range m.Sellers.Unit {
		n += int(flag(m.pooled(s, agents.SellerID(t), pool)))
	}
	return 1 / float64(max(n, 1))
}

// modulo is the remainder that is never negative.
func modulo(week, window int32) int32 { return ((week % window) + window) % window }

// outlook asks the plan and the threats what one more unit on each tally would add, now and in the next window.
func (m *Market) outlook(s agents.SellerID) {
	ss, plan := &m.Sellers, m.plan(s)
	if len(plan.Tallies) == 0 {
		return
	}
	var room outlooks
	now := m.situation(s, &room)
	i, j := m.tally(s, 0), m.tally(s, len(plan.Tallies))
	worth := ss.Worth[i:j]
	plan.Marginal(&now, worth)
	m.fear(s, &now, worth)
	if m.Model.Targets.Timing > 0 {
		m.later(s, &now, ss.Later[i:j])
	}
	for k := range plan.Tallies {
		if pool := plan.Tallies[k].Pool; pool != OfSeller {
			ss.Worth[i+k] *= m.part(s, pool)
			ss.Later[i+k] *= m.part(s, pool)
		}
	}
}

// fear adds to worth what one more unit saves from the firing or demotion rules.
func (m *Market) fear(s agents.SellerID, now *pay.Situation, worth []float64) {
	for t := range m.plan(s).Threats {
		threat := &m.plan(s).Threats[t]
		if !m.binds(s, threat) {
			continue
		}
		worth[threat.Tally] += threat.Relief(now, 1, m.strikes(s, t), m.loss(s, threat), m.Model.Mind.Conduct.Misses)
	}
}

// binds tells whether the window that runs counts for the threat: a seller's first window that is not whole does not.
func (m *Market) binds(s agents.SellerID, t *Threat) bool {
	return modulo(m.Week, int32(t.Window)) <= m.Week-m.Sellers.Joined[s]
}

// later is what one unit adds when it is booked in the next window.
func (m *Market) later(s agents.SellerID, now *pay.Situation, out []float64) {
	plan := m.plan(s)
	for k := range plan.Tallies {
		out[k] = plan.NextWindow(now, k)
	}
	for t := range plan.Threats {
		threat := &plan.Threats[t]
		out[threat.Tally] += threat.NextRelief(now, 1, m.strikes(s, t), m.loss(s, threat), m.Model.Mind.Conduct.Misses)
	}
}

func (m *Market) strikes(s agents.SellerID, t int) int {
	return int(m.Sellers.Strikes[int(s)*m.Model.Strides.Threats+t])
}

// loss is what the threat would cost seller s in the mean [EUR]: a job is worth some weeks of pay, a demotion the cut
// of a year; pressure makes both feel larger.
func (m *Market) loss(s agents.SellerID, t *Threat) float64 {
	mind, week := &m.Model.Mind.Conduct, m.weekPay(s)
	job := float64(t.Dismissal * float64(mind.Job*week))
	cut := float64((1 - t.Dismissal) * float64(t.PayCut*float64(52*week)))
	return float64((job + cut) * float64(mind.Fear*(1+m.Model.Targets.Pressure)))
}

// weekPay is the base pay of seller s [EUR/week], never 0.
func (m *Market) weekPay(s agents.SellerID) float64 {
	return max(float64(m.plan(s).Salary*float64(m.Sellers.PayFactor[s]))/52, 1)
}

// hourPay is the base pay of an hour [EUR].
func (m *Market) hourPay(s agents.SellerID) float64 {
	return m.weekPay(s) / max(m.Model.Org.Units[m.Sellers.Unit[s]].Hours, 1)
}

// saleWorth fills scratch.Sale with what one sale of each product adds for seller s [EUR].
func (m *Market) saleWorth(s agents.SellerID) []float64 {
	sale, tallies := m.scratch.Sale, m.plan(s).Tallies
	clear(sale)
	for k := range tallies {
		if tallies[k].Measure <= Margin {
			worth := m.Sellers.Worth[m.tally(s, k)]
			for p := range sale {
				sale[p] += float64(worth * tallies[k].Weight[p])
			}
		}
	}
	return sale
}

// divide splits the hours of seller s: what an hour of each activity is worth against what is there to do.
func (m *Market) divide(s agents.SellerID) {
	ss, mind, o := &m.Sellers, &m.Model.Mind.Effort, m.Model.Org
	unit := &o.Units[ss.Unit[s]]
	free := m.bindHours(s, unit.Hours)
	sale := m.saleWorth(s)
	advise, meetings := m.adviseWorth(s, sale)
	press := float64(mind.Pressure * m.Model.Targets.Pressure)
	low := float64(m.Model.Mind.Career.GiveUp * float64(1-float64(2*ss.Morale[s])))
	v := seller.Values{
		seller.Serve:  float64(mind.Serve * float64(ss.Orientation[s])),
		seller.Advise: advise + press,
		seller.Push:   mind.Push + press + m.pushWorth(s, sale),
		seller.Learn:  mind.Learn,
		seller.Rest:   mind.Rest + low,
	}
	caps := seller.Values{seller.Serve: m.backlog(s), seller.Advise: meetings, seller.Push: m.listHours(s), seller.Learn: 1}
	ss.Hours[s] = seller.Split(&v, &caps, free, mind.Noise)
	m.Books.Add(metric.HoursLearn, milli(ss.Hours[s][seller.Learn]))
	m.Books.Add(metric.HoursSlack, milli(ss.Hours[s][seller.Rest]))
}

// bindHours books the hours that are not the seller's to divide: meetings with other units, training, and last week's
// side work. It returns those left.
func (m *Market) bindHours(s agents.SellerID, hours float64) float64 {
	o, extra := m.Model.Org, m.Sellers.Extra[s]
	m.Sellers.Extra[s] = Extra{}
	m.Books.Add(metric.HoursAvailable, milli(hours))
	for _, task := range [...]struct {
		cause metric.Counter
		hours float64
	}{{metric.HoursCoordinate, o.Coordination}, {metric.HoursLearn, o.TrainingHours}, {metric.HoursRefer, extra.Refer},
		{metric.HoursTiming, extra.Timing}, {metric.HoursSilent, extra.Silent}} {
		bound := min(task.hours, hours)
		hours -= bound
		m.Books.Add(task.cause, milli(bound))
	}
	return hours
}

// milli counts hours in thousandths.
func milli(hours float64) int64 { return int64(float64(hours*1000) + 0.5) }

// adviseWorth is the mean worth of an hour on the leads of seller s, in hours of own pay, and the hours they take.
func (m *Market) adviseWorth(s agents.SellerID, sale []float64) (worth, hours float64) {
	mind, hour := &m.Model.Mind.Effort, m.hourPay(s)
	var leads [agents.MaxProducts]int // counted first, so that the order of rows cannot show in the sums
	for _, row := range m.scratch.Lines[s] {
		leads[m.Leads.Product[row]]++
	}
	gain := 0.0
	for p := range sale {
		n := float64(leads[p])
		hours += float64(n * m.meetingTime(s, agents.ProductID(p)))
		gain += float64(float64(float64(mind.Gain*mind.Chance)*sale[p])*n) / hour
	}
	worth = float64(mind.Advise * float64(m.Sellers.Orientation[s]))
	if hours > 0 {
		worth += gain / hours
	}
	return worth, hours
}

// meetingTime of seller s for product p [hours].
func (m *Market) meetingTime(s agents.SellerID, p agents.ProductID) float64 {
	return m.Model.Market.Products[p].Meeting / float64(m.Sellers.Speed[s])
}

// pushWorth is what an hour of pitching adds by the plan's best product, in hours of own pay.
func (m *Market) pushWorth(s agents.SellerID, sale []float64) float64 {
	mind, may, best := &m.Model.Mind.Effort, m.Model.Org.Units[m.Sellers.Unit[s]].May, 0.0
	for p := range sale {
		if may.Has(agents.ProductID(p)) {
			best = max(best, sale[p])
		}
	}
	return float64(float64(mind.Gain*mind.Cold)*best) / float64(m.hourPay(s)*mind.PitchTime)
}

// backlog is the seller's part of the unit's waiting service [hours].
func (m *Market) backlog(s agents.SellerID) float64 {
	u := m.Sellers.Unit[s]
	total, colleagues := 0.0, 0
	for _, r := range m.Queues[u].Rows {
		total += m.Model.Market.Products[r.Product].RequestTime
	}
	for t := range m.Sellers.Unit {
		if m.Sellers.Unit[t] == u && m.Sellers.Seated[t] {
			colleagues++
		}
	}
	return total / float64(colleagues) / float64(m.Sellers.Speed[s])
}

// listHours is how many hours of pitching the call list holds: each name once a close.
func (m *Market) listHours(s agents.SellerID) float64 {
	list := m.Sellers.List[s]
	return float64(float64(list.To-list.From) * m.Model.Mind.Effort.PitchTime)
}
