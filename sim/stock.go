package sim

import (
	"xsell/agents"
	"xsell/agents/customer"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// takeStock reads the stocks that are not kept up to date by every event, of the customers as they were sketched.
func (m *Market) takeStock(weeks int) {
	cs, b, tenure, sketches := &m.Customers, &m.Books, m.Hists.Bins(metric.WeeksByTenure), m.scratch.Sketches
	var trust, satisfaction, lines, say int64
	var used, reported bySize
	survey, luck, leanings := customer.NewSurvey(&m.Model.Mind.Stay), *m.stream(draw.Survey), &m.scratch.Leanings
	for i := range sketches {
		c, held := sketches[i].who, sketches[i].own
		real := held
		if cs.Marks[c]&(deceived|sleeps) != 0 {
			real = m.real(c)
		}
		trust += int64(cs.Trust[c] * 65536)
		satisfaction += int64(cs.Satisfaction[c] * 65536)
		used.add(real)
		reported.add(held)
		lines += int64(size(leanings.lineSet(real)))
		say += flag(survey.SaysLeave(cs.Satisfaction[c], luck.Uniform(uint64(m.person(c)))))
		if m.measuring {
			tenure[least(m.quarters(c), len(tenure)-1)] += int64(weeks)
		}
	}
	if m.measuring {
		m.countWeeks(int64(weeks), int64(len(sketches)), &used)
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

// least of two numbers, without a branch.
func least(a, b int) int { return b + (a-b)&((a-b)>>63) }

// quarters is how long c has been a customer, in quarters of a year.
func (m *Market) quarters(c agents.CustomerID) int {
	return int(uint32(m.Week-int32(m.Customers.Joined[c])) / 13)
}

// countWeeks adds the weeks since the last stock-taking, under risk of leaving, of so many customers by products in use, and
// by arm of the gift experiment.
func (m *Market) countWeeks(weeks, customers int64, used *bySize) {
	products, arms, cs := m.Hists.Bins(metric.WeeksByProducts), m.Hists.Bins(metric.WeeksByArm), &m.Customers
	for n, customers := range used {
		products[min(n, len(products)-1)] += customers * weeks
	}
	arms[0] += customers * weeks
	if !cs.Arm.kept() {
		return
	}
	for c, here := range cs.Here {
		if here {
			arms[0] -= weeks
			arms[min(int(cs.ArmOf(agents.CustomerID(c))), len(arms)-1)] += weeks
		}
	}
}
