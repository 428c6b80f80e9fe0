package sim

import (
	"xsell/agents"
	"xsell/agents/pay"
)

// line is a line of a plan that a seller can be short of.
type line struct {
	tally    int
	at       float64 // share of the target, or [units]
	ofTarget bool
	whole    int // window that must have been whole for it to count [weeks], 0: none
}

// lines of the plan on tallies that count sales: first those of goals, then of threats, promotions and jumps of pay.
func (p *Plan) lines() (lines []line) {
	add := func(x line) {
		if p.Tallies[x.tally].Measure <= Margin {
			lines = append(lines, x)
		}
	}
	for k := range p.Tallies {
		if p.Tallies[k].Goal {
			add(line{tally: k, at: 1, ofTarget: true})
		}
	}
	for t := range p.Threats {
		if x := &p.Threats[t]; x.Misses > 0 {
			add(line{x.Tally, x.Floor, true, x.Window})
		}
	}
	for i := range p.Promotions {
		x := &p.Promotions[i]
		add(line{x.Tally, x.Line, true, x.Window})
	}
	for r := range p.Rules {
		for _, piece := range p.Rules[r].Curve {
			if piece.Jump > 0 {
				add(line{tally: p.Rules[r].Tally, at: piece.From, ofTarget: p.Rules[r].Quota})
			}
		}
	}
	return lines
}

// spoils is what silent openings can bring the sellers of a unit by its plan.
type spoils struct {
	easy  agents.Products // granted, that count for pay and can be opened silently
	alike bool            // all of them are short of each line by the same number
	ease  float64         // the greatest chance that an attempt comes off
	pays  []spoil
	on    uint32 // set of tallies of sales that count one of them
}

// spoil is what silent openings can bring by a row of the plan that reads a tally.
type spoil struct {
	pay.Bound
	tally int
	each  float64 // the most that an opening counts there [units]
}

// spoils of a plan for sellers who see these parts of silent openings stay on its tallies.
func (m *Market) spoils(plan *Plan, lasts []float64, may agents.Products) (x spoils) {
	for ; may != 0; may &= may - 1 {
		p := may.First()
		if ease := m.Model.Market.Products[p].Silent; ease > 0 && plan.counted(int(p)) {
			x.easy, x.ease = x.easy.With(p), max(x.ease, ease)
		}
	}
	for k := range plan.Tallies {
		t := &plan.Tallies[k]
		if t.Measure > Margin || lasts[k] == 0 {
			continue
		}
		most := 0.0
		for easy := x.easy; easy != 0; easy &= easy - 1 {
			most = max(most, float64(t.Weight[easy.First()]*lasts[k]))
		}
		if most > 0 {
			x.on |= 1 << k
			for _, bound := range plan.Bounds(k) {
				x.pays = append(x.pays, spoil{bound, k, most})
			}
		}
	}
	return x
}

// countAlike tells whether all of a set of products are short of all lines by the same number.
func countAlike(plan *Plan, lines []line, set agents.Products) bool {
	for l := range lines {
		weight := plan.Tallies[lines[l].tally].Weight
		for rest := set; rest != 0; rest &= rest - 1 {
			if weight[rest.First()] != weight[set.First()] {
				return false
			}
		}
	}
	return true
}

// payAtMost is at least what n silent openings add for seller s by the plan's rows [EUR].
func (m *Market) payAtMost(s agents.SellerID, x *spoils, n float64) (sum float64) {
	for i := range x.pays {
		y := &x.pays[i]
		sum += y.Of(float64(y.each*n), m.Sellers.Target[m.tally(s, y.tally)])
	}
	return sum
}

// careerAtMost is at least what silent openings, however many, add for seller s by relief from threats and towards
// promotions [EUR].
func (m *Market) careerAtMost(s agents.SellerID, x *spoils) (sum float64) {
	plan, ss, mind := m.plan(s), &m.Sellers, m.Model.Mind
	for i := range plan.Threats {
		if t := &plan.Threats[i]; x.on>>t.Tally&1 == 1 && m.binds(s, t) {
			k := m.tally(s, t.Tally)
			sum += t.ReliefAtMost(ss.Sum[k]+ss.Pipe[k], ss.Target[k], m.strikes(s, i), m.loss(s, t), mind.Conduct.Misses)
		}
	}
	for i := range plan.Promotions {
		if p := &plan.Promotions[i]; x.on>>p.Tally&1 == 1 && m.joinedBefore(s, p.Window) {
			k := m.tally(s, p.Tally)
			sum += p.GainAtMost(ss.Sum[k]+ss.Pipe[k], ss.Target[k], int(m.hits(s)[i]), m.prize(s, p), mind.Career.Step)
		}
	}
	return sum
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
