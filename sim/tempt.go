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
	peers := m.peers()
	for s := range m.Sellers.Seated {
		if who := agents.SellerID(s); m.Sellers.Seated[s] && len(m.plan(who).Tallies) > 0 {
			m.temptOne(who, peers)
		}
	}
}

// peers is the share of sellers here who offended in the last year.
func (m *Market) peers() float64 {
	bad, seated := 0, 0
	for s := range m.Sellers.Seated {
		if m.Sellers.Seated[s] {
			seated++
			if m.Sellers.LastOffence[s] > m.Week-52 {
				bad++
			}
		}
	}
	return float64(bad) / float64(max(seated, 1))
}

// temptOne weighs one account, and as many as are missing to the nearest line, and does what is worth more, if the
// noise lets it.
func (m *Market) temptOne(s agents.SellerID, peers float64) {
	p, found := m.easyProduct(s)
	gap := m.gap(s)
	if m.measuring {
		m.Hists.Add(metric.WeeksByDistance, gap, 1)
	}
	if !found {
		return
	}
	var weeks [pay.MaxTallies]float64
	now := m.situation(s, &weeks)
	n, worth := 1, m.temptation(s, p, 1, &now, peers)
	if many := math.Ceil(gap - 1e-9); many > 1 {
		if w := m.temptation(s, p, many, &now, peers); w > worth {
			n, worth = int(min(many, m.Model.Mind.Conduct.Most)), w
		}
	}
	if m.stream(draw.CheatChoice).Uniform(uint64(m.staff(s))) < seller.Yields(&m.Model.Mind.Conduct, worth) {
		m.openSilently(s, p, n, gap)
	}
}

// gap is how many units are missing to the nearest line not yet reached of the seller's goals, gates and threats;
// 0 when all are reached.
func (m *Market) gap(s agents.SellerID) float64 {
	plan, ss, near := m.plan(s), &m.Sellers, math.Inf(1)
	see := func(k int, line float64) {
		if missing := line - ss.Sum[m.tally(s, k)]; missing > 1e-9 && plan.Tallies[k].Measure <= Margin {
			near = min(near, missing)
		}
	}
	for k := range plan.Tallies {
		if plan.Tallies[k].Goal {
			see(k, ss.Target[m.tally(s, k)])
		}
	}
	for t := range plan.Threats {
		see(plan.Threats[t].Tally, float64(plan.Threats[t].Floor*ss.Target[m.tally(s, plan.Threats[t].Tally)]))
	}
	for r := range plan.Rules {
		m.seeRule(s, &plan.Rules[r], see)
	}
	if math.IsInf(near, 1) {
		return 0
	}
	return near
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
func (m *Market) temptation(s agents.SellerID, p agents.ProductID, n float64, now *pay.Situation, peers float64) float64 {
	plan, mind, controls := m.plan(s), &m.Model.Mind.Conduct, &m.Model.Controls
	gain := 0.0
	for k := range plan.Tallies {
		if w := plan.Tallies[k].Weight[p]; plan.Tallies[k].Measure <= Margin && w > 0 {
			gain += plan.Step(now, k, float64(w*n))
		}
	}
	for t := range plan.Threats {
		threat := &plan.Threats[t]
		if w := plan.Tallies[threat.Tally].Weight[p]; plan.Tallies[threat.Tally].Measure <= Margin && w > 0 {
			gain += threat.Relief(now, float64(w*n), m.strikes(s, t), m.loss(s, threat), mind.Misses)
		}
	}
	x := seller.Temptation{Gain: gain, Accounts: n, Week: m.weekPay(s), Integrity: float64(m.Sellers.Integrity[s]),
		Peers: peers, Pressure: m.Model.Targets.Pressure, Ethics: m.Model.Org.Ethics, Caught: m.believedCaught(s),
		Penalty: controls.Penalty + float64(controls.Dismissal*mind.Job)}
	return x.Worth(mind)
}

// believedCaught is the chance per account that seller s believes in; a record doubles it.
func (m *Market) believedCaught(s agents.SellerID) float64 {
	mind, controls := &m.Model.Mind.Conduct, &m.Model.Controls
	chance := mind.Caught + float64(mind.AuditSeen*controls.Audit)*(1-float64(controls.Warning*mind.Conceal))
	chance += controls.Validation + float64(controls.Whistle*mind.AuditSeen)/52
	if controls.Detector > 0 && float64(m.Sellers.Unused[s]) >= controls.Detector {
		chance += mind.DetectSeen // only who already stands out fears a detector of the tail
	}
	if m.Sellers.Warned[s] {
		chance *= 2
	}
	return min(chance, 0.99)
}

// easyProduct is the granted product that pays most per ease of opening silently; none where nothing counts.
func (m *Market) easyProduct(s agents.SellerID) (best agents.ProductID, found bool) {
	sale, unit := m.saleWorth(s), &m.Model.Org.Units[m.Sellers.Unit[s]]
	luck := m.stream(draw.CheatProduct)
	most := 0.0
	for p := range sale {
		ease := m.Model.Market.Products[p].Silent
		if !unit.May.Has(agents.ProductID(p)) || ease <= 0 || !m.counted(s, p) {
			continue
		}
		u := luck.Uniform(draw.Nth(m.staff(s), m.key(agents.ProductID(p)), 0))
		// An exponential race: the product wins with a chance in proportion to its weight.
		if score := float64(float64(ease*ease)*(1+max(sale[p], 0))) / draw.Exponential(u); score > most {
			best, most, found = agents.ProductID(p), score, true
		}
	}
	return best, found
}

// counted tells whether some tally of sales counts p.
func (m *Market) counted(s agents.SellerID, p int) bool {
	for k := range m.plan(s).Tallies {
		if t := &m.plan(s).Tallies[k]; t.Measure <= Margin && t.Weight[p] > 0 {
			return true
		}
	}
	return false
}

// openSilently opens n accounts of p for customers of the own book who lack it, picked by keyed priority. A validation
// call stops an attempt and gives the seller away.
func (m *Market) openSilently(s agents.SellerID, p agents.ProductID, n int, gap float64) {
	for i := range n {
		c, found := m.victim(s, p)
		if !found {
			return
		}
		m.Sellers.Extra[s].Silent += m.Model.Mind.Conduct.Time
		if m.stream(draw.ValidationCall).Uniform(draw.Nth(m.person(c), m.key(p), uint8(i))) < m.Model.Controls.Validation {
			m.Books.Add(metric.AttemptsBlocked, 1)
			m.Books.Add(metric.CostControls, int64(m.Model.Controls.CallCost))
			m.convict(s)
			return
		}
		m.forge(s, c, p)
		if m.measuring {
			m.Hists.Add(metric.OffencesByDistance, gap, 1)
		}
	}
}

// victim is the customer of the book without p who comes first by keyed priority.
func (m *Market) victim(s agents.SellerID, p agents.ProductID) (first agents.CustomerID, found bool) {
	cs, list := &m.Customers, m.Sellers.List[s]
	luck := m.stream(draw.CheatVictim)
	least := uint64(math.MaxUint64)
	for _, c := range m.scratch.Order[list.From:list.To] {
		if cs.Here[c] && !(cs.Active[c] | cs.Dormant[c]).Has(p) {
			if bits := luck.Bits(draw.Pair(m.staff(s), m.person(c))); bits < least {
				first, least, found = c, bits, true
			}
		}
	}
	return first, found
}

// forge puts one account on the books that nobody asked for.
func (m *Market) forge(s agents.SellerID, c agents.CustomerID, p agents.ProductID) {
	ss, product := &m.Sellers, &m.Model.Market.Products[p]
	id := draw.Nth(m.person(c), m.key(p), 1)
	flags := silent
	if m.stream(draw.Fee).Uniform(id) < product.FeeRisk {
		flags |= bearsFee
		m.Books.Add(metric.FeesOnUnauthorised, 1)
	}
	used := m.stream(draw.DormantAtOpening).Uniform(id) >= m.Model.Mind.Conduct.Dormant
	m.hold(c, p, opened(m.Week, s, flags), used)
	m.refresh(c)
	m.Books.Add(metric.OpeningsUnauthorised, 1)
	m.spend(c, metric.CostOpening, product.Cost)
	ss.Hidden[s]++
	ss.Opened[s]++
	if !used {
		ss.Unused[s]++
	}
	ss.LastOffence[s] = m.Week
	if m.measuring && !ss.Offended[s] {
		ss.Offended[s] = true
		m.Books.Add(metric.OffendersEver, 1)
	}
	m.countSale(s)
	m.post(s, c, p, onSale, 1)
}
