package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// takeStock reads the stocks that are not kept up to date by every event.
func (m *Market) takeStock(weeks int) {
	cs, b := &m.Customers, &m.Books
	var trust, satisfaction, real, two, three, none, lines, say int64
	survey, luck := customer.NewSurvey(&m.Model.Mind.Stay), m.stream(draw.Survey)
	for c := range cs.Here {
		if !cs.Here[c] {
			continue
		}
		who := agents.CustomerID(c)
		trust += int64(cs.Trust[c] * 65536)
		satisfaction += int64(cs.Satisfaction[c] * 65536)
		used := m.real(who)
		n, reported := size(used), size(cs.held(who))
		real += int64(n)
		lines += int64(size(m.Model.Market.LineSet(used)))
		two, three = two+flag(reported >= 2), three+flag(reported >= 3)
		none += flag(n == 0)
		say += flag(survey.SaysLeave(cs.Satisfaction[c], luck.Uniform(uint64(m.person(who)))))
		if m.measuring {
			m.countWeeks(who, n, int64(weeks))
		}
	}
	b[metric.TrustSum], b[metric.SatisfactionSum], b[metric.AccountsReal] = trust, satisfaction, real
	b[metric.With2Reported], b[metric.With3Reported], b[metric.WithoutReal] = two, three, none
	b[metric.LinesHeld], b[metric.SayLeave] = lines, say
	b[metric.SellersOnRecord] = m.onRecord()
	b[metric.CustomersAcquired], b[metric.SellersAcquired] = m.countAcquired()
	b[metric.Reputation], b[metric.MarketsCounted] = int64(m.reputation()*65536), 1
}

// onRecord counts the sellers who have a record of misconduct.
func (m *Market) onRecord() (n int64) {
	for s, warned := range m.Sellers.Warned {
		n += flag(warned && m.Sellers.Seated[s])
	}
	return n
}

func flag(is bool) int64 {
	if is {
		return 1
	}
	return 0
}

// countWeeks adds the weeks since the last stock-taking to the time under risk of leaving.
func (m *Market) countWeeks(c agents.CustomerID, used int, weeks int64) {
	m.Hists.Count(metric.WeeksByProducts, used, weeks)
	m.Hists.Count(metric.WeeksByTenure, int(m.Week-int32(m.Customers.Joined[c]))/13, weeks)
	m.Hists.Count(metric.WeeksByArm, int(m.Customers.ArmOf(c)), weeks)
}
