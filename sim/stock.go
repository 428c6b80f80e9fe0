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
	survey, luck, weeksOf := customer.NewSurvey(&m.Model.Mind.Stay), m.stream(draw.Survey), m.weeksOfRisk()
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
		if n > 1 {
			lines += int64(size(m.Model.Market.LineSet(used)))
		} else {
			lines += int64(n)
		}
		two, three = two+flag(reported >= 2), three+flag(reported >= 3)
		none += flag(n == 0)
		say += flag(survey.SaysLeave(cs.Satisfaction[c], luck.Uniform(uint64(m.person(who)))))
		if m.measuring {
			weeksOf.count(m, who, n, int64(weeks))
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

// bit is 1 for what is so.
func bit(is bool) uint64 { return uint64(flag(is)) }

// weeksOfRisk are the weeks under risk of leaving, by products in use, by tenure and by arm of the gift experiment.
type weeksOfRisk struct{ products, tenure, arm []int64 }

func (m *Market) weeksOfRisk() weeksOfRisk {
	h := &m.Hists
	return weeksOfRisk{h.Bins(metric.WeeksByProducts), h.Bins(metric.WeeksByTenure), h.Bins(metric.WeeksByArm)}
}

// count adds the weeks since the last stock-taking to those of customer c, who uses so many products.
func (x *weeksOfRisk) count(m *Market, c agents.CustomerID, used int, weeks int64) {
	quarters := uint32(m.Week-int32(m.Customers.Joined[c])) / 13
	x.products[min(used, len(x.products)-1)] += weeks
	x.tenure[min(int(quarters), len(x.tenure)-1)] += weeks
	x.arm[min(int(m.Customers.ArmOf(c)), len(x.arm)-1)] += weeks
}
