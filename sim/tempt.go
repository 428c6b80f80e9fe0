package sim

import (
	"math"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/agents/seller"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// tempt lets sellers weigh opening accounts nobody asked for: what the plan and the relief from a threat add, against
// conscience, colleagues' example and the chance of being caught. Reads tallies and controls; writes accounts.
func tempt(m *Market) {
	known := m.offenders()
	for s := range m.Sellers.Seated {
		if who := agents.SellerID(s); m.Sellers.Seated[s] && len(m.plan(who).Tallies) > 0 && m.Model.Org.Units[m.Sellers.Unit[s]].Hours > 0 {
			if m.temptOne(who, known-int(flag(m.offender(who)))) {
				known = m.offenders()
			}
		}
	}
}

// offender tells whether seller s is seated and offended in the last year.
func (m *Market) offender(s agents.SellerID) bool {
	return m.Sellers.Seated[s] && m.Sellers.LastOffence[s] > m.Week-52
}

// offenders counts them.
func (m *Market) offenders() (n int) {
	for s := range m.Sellers.Seated {
		n += int(flag(m.offender(agents.SellerID(s))))
	}
	return n
}

// peers counts the other sellers here, and those of them who offended in the last year.
func (m *Market) peers(s agents.SellerID) (bad, all int) {
	for t, seated := range m.Sellers.Seated {
		if seated && agents.SellerID(t) != s {
			all++
			bad += int(flag(m.offender(agents.SellerID(t))))
		}
	}
	return bad, all
}

// bait is what a seller is tempted by: n accounts of a product, short of the next line by gap, with a net worth.
type bait struct {
	product agents.ProductID
	found   bool
	n       int
	gap     float64 // [accounts]
	left    int32   // until the line's window ends, 0 in its last [weeks]
	worth   float64 // [weeks of pay]
}

// short is the gap as whole accounts.
func (x *bait) short() float64 { return math.Ceil(x.gap - 1e-9) }

// temptOne lets seller s weigh, beside so many colleagues who offended, and tells whether s gave in, as the noise may let it.
// Most would resist even if the plan paid all that it can.
func (m *Market) temptOne(s agents.SellerID, bad int) (gaveIn bool) {
	x := m.glance(s)
	if !x.found {
		return false
	}
	m.Sellers.Deeds[s].Weighed++
	m.Sellers.Deeds[s].Short = x.gap
	if m.measuring {
		m.Hists.Add(metric.WeeksByDistance, x.short(), 1)
		m.Hists.Add(metric.WeeksAtEnd, x.short(), flag(x.left == 0))
	}
	mind, u := &m.Model.Mind.Conduct, m.stream(draw.CheatChoice).Uniform(uint64(m.staff(s)))
	if seller.Resists(mind, m.worthAtMost(s, &x, bad)+slack, u) {
		return false
	}
	x.product, _ = m.easyProduct(s)
	if m.weigh(s, &x, bad); seller.Resists(mind, x.worth, u) {
		return false
	}
	m.openSilently(s, &x)
	return true
}

// slack is far more than rounding can add to the worth of a temptation [weeks of pay].
const slack = 1e-6

// bait finds what seller s could be tempted by.
func (m *Market) bait(s agents.SellerID) (x bait) {
	if x.product, x.found = m.easyProduct(s); x.found {
		x.gap, x.left = m.gap(s, x.product)
	}
	return x
}

// glance is bait, without choosing among products that are all short of each line by the same number, where one of them is
// sure to be chosen.
func (m *Market) glance(s agents.SellerID) (x bait) {
	spoils := &m.foresight(s).spoils[m.Sellers.Unit[s]]
	if !spoils.alike || m.Model.Mind.Effort.Sale <= 0 {
		return m.bait(s)
	}
	if x.found = spoils.easy != 0; x.found {
		x.product = spoils.easy.First()
		x.gap, x.left = m.gap(s, x.product)
	}
	return x
}

// many is how many accounts are missing to the nearest line, where they are more than one and the weeks left allow so many.
func (m *Market) many(x *bait) (many float64, worthATry bool) {
	many = math.Ceil(x.gap - 1e-9)
	return many, many > 1 && many <= float64(m.Model.Mind.Conduct.Most*float64(x.left+1))
}

// weigh compares one account with as many as are missing to the nearest line, and notes what is worth more where the plan
// pays so.
func (m *Market) weigh(s agents.SellerID, x *bait, bad int) {
	now, weighed := m.situation(s), m.temptation(s, bad)
	x.n, x.worth = 1, m.worthOf(s, x.product, 1, &now, &weighed)
	if many, worthATry := m.many(x); worthATry {
		if w := m.worthOf(s, x.product, many, &now, &weighed); w > x.worth {
			x.n, x.worth = int(min(many, m.Model.Mind.Conduct.Most)), w
		}
	}
}

// worthOf n silent openings of p, net, in weeks of pay.
func (m *Market) worthOf(s agents.SellerID, p agents.ProductID, n float64, now *pay.Situation, x *seller.Temptation) float64 {
	lasts := m.foresight(s).lasts[int(m.Sellers.Unit[s])*m.Model.Strides.Tallies:]
	gain := m.gain(s, now, p, n, func(k int) float64 { return lasts[k] })
	ease := m.Model.Market.Products[p].Silent // the chance that an attempt comes off
	x.Gain, x.Accounts = float64(gain*ease), n
	return x.Worth(&m.Model.Mind.Conduct)
}

// worthAtMost is at least what weigh can find, whichever product is chosen, found without asking what the seller believes of
// the tallies.
func (m *Market) worthAtMost(s agents.SellerID, x *bait, bad int) float64 {
	spoils, weighed := &m.foresight(s).spoils[m.Sellers.Unit[s]], m.temptation(s, bad)
	career := m.careerAtMost(s, spoils)
	weighed.Gain, weighed.Accounts = float64(spoils.ease*(career+m.payAtMost(s, spoils, 1))), 1
	worth := weighed.WorthAtMost(&m.Model.Mind.Conduct)
	if many, worthATry := m.many(x); worthATry {
		weighed.Gain, weighed.Accounts = float64(spoils.ease*(career+m.payAtMost(s, spoils, many))), many
		worth = max(worth, weighed.WorthAtMost(&m.Model.Mind.Conduct))
	}
	return worth
}

// gap is how many accounts of p are missing to the nearest line not yet reached of the seller's goals, pay rows and
// threats, and the weeks left for it; 0 when all are reached. What is agreed counts as done.
func (m *Market) gap(s agents.SellerID, p agents.ProductID) (near float64, left int32) {
	plan, ss := m.plan(s), &m.Sellers
	near = math.Inf(1)
	lines := m.foresight(s).lines[ss.Unit[s]]
	for l := range lines {
		line := &lines[l]
		if line.whole > 0 && !m.joinedBefore(s, line.whole) {
			continue
		}
		t, i, at := &plan.Tallies[line.tally], m.tally(s, line.tally), line.at
		if line.ofTarget {
			at = float64(at * ss.Target[i])
		}
		w := float64(t.Weight[p] * m.part(s, t.Pool))
		if missing := at - ss.Sum[i] - ss.Pipe[i]; missing > 1e-9 && w > 0 && missing/w < near {
			near, left = missing/w, m.left(t)
		}
	}
	if math.IsInf(near, 1) {
		return 0, 0
	}
	return near, left
}

// temptation is what seller s weighs beside so many colleagues who offended, but for what is to be gained and the number of
// accounts.
func (m *Market) temptation(s agents.SellerID, bad int) seller.Temptation {
	levers, week := m.of(s), m.weekPay(s)
	controls := &levers.Controls
	return seller.Temptation{Week: week, Integrity: float64(m.Sellers.Integrity[s]), Peers: float64(bad),
		Pressure: levers.Targets.Pressure, Ethics: levers.Org.Ethics, Caught: m.believedCaught(s),
		Penalty: controls.Penalty + float64(controls.Dismissal*m.Model.Mind.Conduct.Job) + m.unvested(s)/week}
}

// believedCaught is the chance per account that seller s believes in; a record doubles it.
func (m *Market) believedCaught(s agents.SellerID) float64 {
	mind, controls := &m.Model.Mind.Conduct, &m.of(s).Controls
	chance := mind.Caught + float64(float64(mind.AuditSeen*controls.Audit)*(1-float64(controls.Warning*mind.Conceal)))
	chance += controls.Validation + float64(controls.Whistle*mind.AuditSeen)/52
	if m.standsOut(s, float64(m.Sellers.Unused[s])+1) {
		chance += mind.DetectSeen // only who would stand out fears a detector of the tail
	}
	if m.Sellers.Warned[s] {
		chance *= mind.Record
	}
	return min(chance, 0.99)
}

// easyProduct is the granted product that pays most per ease of opening silently; none where nothing counts.
func (m *Market) easyProduct(s agents.SellerID) (best agents.ProductID, found bool) {
	sale, u := m.saleWorth(s), m.Sellers.Unit[s]
	luck := m.stream(draw.CheatProduct)
	most, own := 0.0, float64(m.Model.Mind.Effort.Sale*m.hourPay(s))
	for easy := m.foresight(s).spoils[u].easy; easy != 0; easy &= easy - 1 {
		p := easy.First()
		ease := m.Model.Market.Products[p].Silent
		// An exponential race: the product wins with a chance in proportion to its weight.
		race := draw.Exponential(luck.Uniform(draw.Nth(m.staff(s), m.key(p), 0)))
		if score := float64(float64(ease*ease)*(own+max(sale[p], 0))) / race; score > most {
			best, most, found = p, score, true
		}
	}
	return best, found
}
