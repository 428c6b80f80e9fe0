package sim

import "xsell/agents"

// weekPay is the base pay of seller s [EUR/week], never 0.
func (m *Market) weekPay(s agents.SellerID) float64 {
	return max(float64(m.plan(s).Salary*float64(m.Sellers.PayFactor[s]))/52, 1)
}

// hourPay is the base pay of an hour [EUR].
func (m *Market) hourPay(s agents.SellerID) float64 {
	return m.weekPay(s) / max(m.Model.Org.Units[m.Sellers.Unit[s]].Hours, 1)
}

// sales are what one sale of each product adds for each seller [EUR], as far as it has been asked since this week's outlook: any
// sale, and one to somebody without a need.
type sales struct {
	worth, pitch   []float64 // [s*P+p]
	asked, pitched []int32   // week, or Never
}

// fit makes room for so many.
func (x *sales) fit(sellers, products int) {
	x.worth, x.asked = fit(x.worth, sellers*products), fit(x.asked, sellers)
	x.pitch, x.pitched = fit(x.pitch, sellers*products), fit(x.pitched, sellers)
	for s := range x.asked {
		x.forget(agents.SellerID(s))
	}
}

// forget lets them be worked out anew for a seller.
func (x *sales) forget(s agents.SellerID) { x.asked[s], x.pitched[s] = Never, Never }

// saleWorth is what one sale of each product adds for seller s [EUR], until the next outlook. It stands in scratch.
func (m *Market) saleWorth(s agents.SellerID) []float64 {
	n, room := m.Model.Products(), &m.scratch.Sales
	sale, tallies := room.worth[int(s)*n:][:n], m.plan(s).Tallies
	if room.asked[s] == m.Week {
		return sale
	}
	room.asked[s] = m.Week
	clear(sale)
	for k := range tallies {
		if worth := m.Sellers.Worth[m.tally(s, k)]; worth != 0 && tallies[k].Measure <= Margin {
			weights := tallies[k].Weight[:len(sale)]
			for p, weight := range weights {
				sale[p] += float64(worth * weight)
			}
		}
	}
	return sale
}

// adviseWorth is the mean worth of an hour on the leads of seller s, in hours of own pay, and the hours they take.
func (m *Market) adviseWorth(s agents.SellerID, sale []float64) (worth, hours float64) {
	mind := &m.Model.Mind.Effort
	var leads [agents.MaxProducts]int32 // counted first, so that the order of rows cannot show in the sums
	found := agents.Products(0)
	for _, row := range m.scratch.Lines[s] {
		p := m.Leads.Product[row]
		leads[p]++
		found = found.With(p)
	}
	gain, hour := 0.0, 0.0
	if found != 0 {
		hour = m.hourPay(s)
	}
	for ; found != 0; found &= found - 1 {
		p := found.First()
		n := float64(leads[p])
		hours += float64(n * m.meetingTime(s, p))
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

// low is how much more rest is worth at low morale.
func (m *Market) low(s agents.SellerID) float64 {
	return float64(m.Model.Mind.Career.GiveUp * float64(1-float64(2*m.Sellers.Morale[s])))
}

// pushValue is the worth of an hour of pitching: dislike, pressure and what the plan adds.
func (m *Market) pushValue(s agents.SellerID, pitch []float64) float64 {
	mind := &m.Model.Mind.Effort
	return mind.Push + float64(mind.Pressure*m.of(s).Targets.Pressure) + m.pushWorth(s, pitch)
}

// pushWorth is what an hour of pitching adds by the plan's best product, in hours of own pay.
func (m *Market) pushWorth(s agents.SellerID, pitch []float64) float64 {
	mind, best := &m.Model.Mind.Effort, 0.0
	for may := m.Model.Org.Units[m.Sellers.Unit[s]].May; may != 0; may &= may - 1 {
		best = max(best, pitch[may.First()])
	}
	if best == 0 {
		return 0
	}
	return float64(float64(mind.Gain*mind.Cold)*best) / float64(m.hourPay(s)*mind.PitchTime)
}

// backlog is the seller's part of the unit's waiting service [hours].
func (m *Market) backlog(s agents.SellerID) float64 {
	return m.waiting(m.Sellers.Unit[s]) / float64(m.Sellers.Speed[s])
}

// waiting is each seated seller's part of the unit's waiting service at average speed [hours].
func (m *Market) waiting(u agents.UnitID) float64 {
	total, colleagues := 0.0, 0
	for _, r := range m.Queues[u].Rows {
		total += m.Model.Market.Products[r.Product].RequestTime
	}
	for s := m.First[u]; s < m.First[u]+m.Seats[u]; s++ {
		colleagues += int(flag(m.Sellers.Seated[s]))
	}
	return total / float64(colleagues)
}

// listHours is how many hours of pitching the call list holds this week: each name at most once.
func (m *Market) listHours(s agents.SellerID) float64 {
	list := &m.Sellers.List[s]
	names := max(m.handedOut(list)-m.calledAlready(list), 0)
	return float64(float64(names) * m.Model.Mind.Effort.PitchTime)
}
