package sim

import (
	"xsell/agents"
	"xsell/agents/num"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// staff fills free seats and lets sellers quit; who stays trains and calms down. Merged houses grow less strange. Reads morale,
// pay, pressure; writes sellers' rows, Strange, and the relationships that go with a leaver.
func staff(m *Market) {
	ss := &m.Sellers
	quits := m.stream(draw.QuitChoice)
	m.growTogether()
	for s := range ss.Seated {
		who := agents.SellerID(s)
		switch {
		case !ss.Seated[s] && m.Week >= ss.Back[s]:
			ss.Gen[s]++
			m.takeSeat(who, false)
			m.Books.Add(metric.Hired, 1)
			m.Books.Add(metric.SellersEver, flag(m.measuring))
			m.Books.Add(metric.CostHiring, int64(m.Model.Around.Hiring))
		case ss.Seated[s] && m.quits(who, quits.Uniform(uint64(m.staff(who)))):
			m.vacate(who, metric.Quit)
		case ss.Seated[s]:
			m.train(who)
			ss.Earned[s] -= ss.Earned[s] / 52
			calm := float32(m.Model.Mind.Career.Calm)
			ss.Morale[s] += float32(calm * (0.5 - ss.Morale[s]))
		}
	}
}

// quits tells whether seller s quits this week under luck u. Most can be told to stay without the exact chance.
func (m *Market) quits(s agents.SellerID, u float64) bool {
	l, rate := m.leaving(s), m.Model.Around.Quits
	if mind := &m.Model.Mind.Career; rate >= 0 && u >= float64(rate*l.QuitsAtMost(mind)) {
		return false
	}
	return u < m.quitChance(s)
}

// quitChance per week.
func (m *Market) quitChance(s agents.SellerID) float64 {
	l := m.leaving(s)
	return min(float64(m.Model.Around.Quits*l.Quits(&m.Model.Mind.Career)), 1)
}

// leaving is what seller s weighs before quitting. Own pay is the salary, what was earned in about the last year, and what
// would be lost of pay promised for later.
func (m *Market) leaving(s agents.SellerID) seller.Leaving {
	ss := &m.Sellers
	salary := m.plan(s).Salary
	own := float64(salary*float64(ss.PayFactor[s])) + ss.Earned[s] + m.stake(s)
	l := seller.Leaving{Morale: float64(ss.Morale[s]), Pressure: m.of(s).Targets.Pressure, Novice: m.Week-ss.Joined[s] < 52, Pay: 1}
	if m.takenOver(s) {
		l.Distance = m.distance()
	}
	if own > 0 {
		l.Pay = float64(m.Model.Around.OutsidePay*max(salary, 1)) / own
	}
	return l
}

// vacate empties a seat: relationships go with the leaver, and the seat stays free for a time.
func (m *Market) vacate(s agents.SellerID, cause metric.Counter) {
	ss := &m.Sellers
	ss.Seated[s] = false
	free := draw.Exponential(m.stream(draw.HireDelay).Uniform(uint64(m.staff(s))))
	ss.Back[s] = m.Week + 1 + int32(float64(free*m.Model.Around.Vacancy))
	ss.Hours[s], ss.Extra[s] = seller.Values{}, Extra{}
	m.Books.Add(cause, 1)
	m.Books.Add(metric.SellersSeated, -1)
	m.Books.Add(metric.GoneAcquired, flag(cause != metric.Replaced && m.takenOver(s)))
	m.forfeit(s)
	m.countDeparture(s, cause)
	m.loosen(s)
}

// loosen takes from the relationships of the customers whom seller s looks after what goes with a leaver.
func (m *Market) loosen(s agents.SellerID) {
	ss, cs := &m.Sellers, &m.Customers
	keep := float32(1 - m.Model.Mind.Trust.Leaver)
	u, o := ss.Unit[s], m.Model.Org
	book, place := int(u)*len(cs.Here), uint32(int(s)-m.First[u]+1)
	for i := range cs.Here {
		if cs.Book.at(book+i) != place {
			continue
		}
		if c := agents.CustomerID(i); (cs.held(c)|cs.Pending.Of(c))&o.Deals(u, cs.house(c)) != 0 {
			cs.Relation[c] *= keep
		}
	}
}

// train builds skill in all lines by the week's hours of training and the hours last week's plan gave to learning.
func (m *Market) train(s agents.SellerID) {
	if hours := m.of(s).Org.TrainingHours + m.Sellers.Hours[s][seller.Learn]; hours > 0 {
		gain := float32(1 - num.Exp(-float64(m.Model.Mind.Effort.Trained*hours)))
		lines := len(m.Model.Market.Lines)
		skill := m.Sellers.Skill[int(s)*lines : (int(s)+1)*lines]
		for l := range skill {
			skill[l] += float32(gain * (1 - skill[l]))
		}
	}
}

// practise builds skill in the line of p by one meeting.
func (m *Market) practise(s agents.SellerID, p agents.ProductID) {
	i := int(s)*len(m.Model.Market.Lines) + int(m.line(p))
	m.Sellers.Skill[i] += float32(float32(m.Model.Mind.Effort.Practice) * (1 - m.Sellers.Skill[i]))
}
