package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// takeStock reads the stocks that are not kept up to date by every event.
func (m *Market) takeStock(weeks int) {
	cs, b, weeksOf := &m.Customers, &m.Books, m.weeksOfRisk()
	var trust, satisfaction, lines, say int64
	var used, reported bySize
	survey, luck, leanings := customer.NewSurvey(&m.Model.Mind.Stay), *m.stream(draw.Survey), &m.scratch.Leanings
	leanings.speakOf(m.Model.Market)
	for c, here := range cs.Here {
		if !here {
			continue
		}
		who := agents.CustomerID(c)
		trust += int64(cs.Trust[c] * 65536)
		satisfaction += int64(cs.Satisfaction[c] * 65536)
		real := m.real(who)
		used.add(real)
		reported.add(cs.held(who))
		lines += int64(size(leanings.lineSet(real)))
		say += flag(survey.SaysLeave(cs.Satisfaction[c], luck.Uniform(uint64(m.person(who)))))
		if m.measuring {
			weeksOf.count(m, who, int64(weeks))
		}
	}
	if m.measuring {
		m.countWeeks(int64(weeks), &used)
	}
	b[metric.TrustSum], b[metric.SatisfactionSum], b[metric.AccountsReal] = trust, satisfaction, used.all()
	b[metric.With2Reported], b[metric.With3Reported], b[metric.WithoutReal] = reported.from(2), reported.from(3), used[0]
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

// bySize counts sets by how many there are in each.
type bySize [64]int64

// add counts one that is as large as this set.
func (x *bySize) add(set agents.Products) { x[size(set)&(len(x)-1)]++ }

// from is how many have at least n in them.
func (x *bySize) from(n int) (sum int64) {
	for _, count := range x[n:] {
		sum += count
	}
	return sum
}

// all is how many there are in all of them.
func (x *bySize) all() (sum int64) {
	for n, count := range x {
		sum += int64(n) * count
	}
	return sum
}

// countWeeks adds the weeks since the last stock-taking, under risk of leaving, by products in use.
func (m *Market) countWeeks(weeks int64, used *bySize) {
	bins := m.Hists.Bins(metric.WeeksByProducts)
	for n, customers := range used {
		bins[min(n, len(bins)-1)] += customers * weeks
	}
}

// weeksOfRisk are those weeks by tenure and by arm of the gift experiment.
type weeksOfRisk struct {
	tenure, arm []int64
	arms        bool // something is given to some
}

func (m *Market) weeksOfRisk() weeksOfRisk {
	return weeksOfRisk{m.Hists.Bins(metric.WeeksByTenure), m.Hists.Bins(metric.WeeksByArm), m.Customers.Arm.kept()}
}

// count adds these weeks of customer c.
func (x *weeksOfRisk) count(m *Market, c agents.CustomerID, weeks int64) {
	quarters, arm := uint32(m.Week-int32(m.Customers.Joined[c]))/13, uint32(0)
	if x.arms {
		arm = m.Customers.ArmOf(c)
	}
	x.tenure[min(int(quarters), len(x.tenure)-1)] += weeks
	x.arm[min(int(arm), len(x.arm)-1)] += weeks
}
