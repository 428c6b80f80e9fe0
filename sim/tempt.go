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
	for s := range m.Sellers.Seated {
		if who := agents.SellerID(s); m.Sellers.Seated[s] && len(m.plan(who).Tallies) > 0 && m.Model.Org.Units[m.Sellers.Unit[s]].Hours > 0 {
			bad, _ := m.peers(who)
			m.temptOne(who, bad)
		}
	}
}

// peers counts the other sellers here, and those of them who offended in the last year.
func (m *Market) peers(s agents.SellerID) (bad, all int) {
	for t, seated := range m.Sellers.Seated {
		if seated && agents.SellerID(t) != s {
			all++
			bad += int(flag(m.Sellers.LastOffence[t] > m.Week-52))
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

// temptOne lets seller s weigh, and give in if the noise lets it. Most would resist even if the plan paid all that it can.
func (m *Market) temptOne(s agents.SellerID, bad int) {
	x := m.bait(s)
	if !x.found {
		return
	}
	m.Sellers.Deeds[s].Weighed++
	m.Sellers.Deeds[s].Short = x.gap
	if m.measuring {
		m.Hists.Add(metric.WeeksByDistance, x.short(), 1)
		m.Hists.Add(metric.WeeksAtEnd, x.short(), flag(x.left == 0))
	}
	mind, u := &m.Model.Mind.Conduct, m.stream(draw.CheatChoice).Uniform(uint64(m.staff(s)))
	most := x
	if m.weigh(s, &most, bad, atMost); u >= seller.Yields(mind, most.worth+slack) {
		return
	}
	if m.weigh(s, &x, bad, exactly); u < seller.Yields(mind, x.worth) {
		m.openSilently(s, &x)
	}
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

// weigh compares one account with as many as are missing to the nearest line, as long as the weeks left allow so many,
// and notes what is worth more where the plan pays so.
func (m *Market) weigh(s agents.SellerID, x *bait, bad int, pays pays) {
	now, most := m.situation(s), m.Model.Mind.Conduct.Most
	x.n, x.worth = 1, m.temptation(s, x.product, 1, &now, bad, pays)
	if many := math.Ceil(x.gap - 1e-9); many > 1 && many <= float64(most*float64(x.left+1)) {
		if w := m.temptation(s, x.product, many, &now, bad, pays); w > x.worth {
			x.n, x.worth = int(min(many, most)), w
		}
	}
}

// gap is how many accounts of p are missing to the nearest line not yet reached of the seller's goals, pay rows and
// threats, and the weeks left for it; 0 when all are reached. What is agreed counts as done.
func (m *Market) gap(s agents.SellerID, p agents.ProductID) (near float64, left int32) {
	plan, ss := m.plan(s), &m.Sellers
	near = math.Inf(1)
	see := func(k int, line float64) {
		t, i := &plan.Tallies[k], m.tally(s, k)
		w := float64(t.Weight[p] * m.part(s, t.Pool))
		if missing := line - ss.Sum[i] - ss.Pipe[i]; missing > 1e-9 && t.Measure <= Margin && w > 0 && missing/w < near {
			near, left = missing/w, m.left(t)
		}
	}
	for k := range plan.Tallies {
		if plan.Tallies[k].Goal {
			see(k, ss.Target[m.tally(s, k)])
		}
	}
	for t := range plan.Threats {
		if plan.Threats[t].Misses > 0 && m.binds(s, &plan.Threats[t]) {
			see(plan.Threats[t].Tally, float64(plan.Threats[t].Floor*ss.Target[m.tally(s, plan.Threats[t].Tally)]))
		}
	}
	for i := range plan.Promotions {
		if x := &plan.Promotions[i]; m.joinedBefore(s, x.Window) {
			see(x.Tally, float64(x.Line*ss.Target[m.tally(s, x.Tally)]))
		}
	}
	for r := range plan.Rules {
		m.seeRule(s, &plan.Rules[r], see)
	}
	if math.IsInf(near, 1) {
		return 0, 0
	}
	return near, left
}

// seeRule shows the jumps of a rule's curve.
func (m *Market) seeRule(s agents.SellerID, r *pay.Rule, see func(k int, line float64)) {
	for _, piece := range r.Curve {
		if piece.Jump <= 0 {
			continue
		}
		line := piece.From
		if r.Quota {
			line = float64(line * m.Sellers.Target[m.tally(s, r.Tally)])
		}
		see(r.Tally, line)
	}
}

// temptation is the net worth of n silent openings of p, in weeks of pay.
func (m *Market) temptation(s agents.SellerID, p agents.ProductID, n float64, now *pay.Situation, bad int, pays pays) float64 {
	mind, levers := &m.Model.Mind.Conduct, m.of(s)
	controls := &levers.Controls
	lasts := m.foresight(s).lasts[int(m.Sellers.Unit[s])*m.Model.Strides.Tallies:]
	gain := m.gain(s, now, p, n, pays, func(k int) float64 { return lasts[k] })
	ease := m.Model.Market.Products[p].Silent // the chance that an attempt comes off
	x := seller.Temptation{Gain: float64(gain * ease), Accounts: n, Week: m.weekPay(s), Integrity: float64(m.Sellers.Integrity[s]),
		Peers: float64(bad), Pressure: levers.Targets.Pressure, Ethics: levers.Org.Ethics, Caught: m.believedCaught(s),
		Penalty: controls.Penalty + float64(controls.Dismissal*mind.Job) + m.unvested(s)/m.weekPay(s)}
	if pays == atMost {
		return x.WorthAtMost(mind)
	}
	return x.Worth(mind)
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
	for easy := m.Model.Org.Units[u].May & m.foresight(s).easy[u]; easy != 0; easy &= easy - 1 {
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

// counted tells whether some tally of sales counts p.
func (p *Plan) counted(product int) bool {
	for k := range p.Tallies {
		if t := &p.Tallies[k]; t.Measure <= Margin && t.Weight[product] > 0 {
			return true
		}
	}
	return false
}
