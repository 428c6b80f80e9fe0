package pay

import "fmt"

// mistakes collects sentences.
type mistakes []string

func (m *mistakes) add(format string, args ...any) { *m = append(*m, fmt.Sprintf(format, args...)) }

// Check returns every mistake of the plan as a sentence; none means it can be used.
func (p *Plan) Check() []string {
	var wrong mistakes
	if len(p.Tallies) > MaxTallies {
		wrong.add("the plan keeps %d tallies; at most %d are possible", len(p.Tallies), MaxTallies)
	}
	for _, tally := range p.Tallies {
		if tally.Window < 1 {
			wrong.add("tally %q: a window of %d weeks; at least 1 is needed", tally.Name, tally.Window)
		}
	}
	for r := range p.Rules {
		var inRule mistakes
		p.checkRule(&p.Rules[r], &inRule)
		for _, mistake := range inRule {
			wrong.add("rule %q: %s", p.Rules[r].Name, mistake)
		}
	}
	return wrong
}

func (p *Plan) checkRule(r *Rule, wrong *mistakes) {
	if !p.keeps(r.Tally) {
		wrong.add("reads tally %d, but the plan keeps %d (counted from 0)", r.Tally, len(p.Tallies))
	} else if tally := p.Tallies[r.Tally]; r.Window != tally.Window {
		wrong.add("pays every %d weeks but its tally %q runs over %d; give them the same window", r.Window, tally.Name, tally.Window)
	}
	if !(r.Share > 0) {
		wrong.add("a share of %v pays nothing; 1 is the whole pay", r.Share)
	}
	for i := 1; i < len(r.Curve); i++ {
		if !(r.Curve[i].From > r.Curve[i-1].From) {
			wrong.add("piece %d of the curve starts at %v, not above the one before it, %v", i+1, r.Curve[i].From, r.Curve[i-1].From)
		}
	}
	p.checkGates(r.Gates, wrong)
}

func (p *Plan) checkGates(gates []Gate, wrong *mistakes) {
	if len(gates) > MaxGates {
		wrong.add("has %d gates; at most %d are possible", len(gates), MaxGates)
	}
	seen := map[int]bool{}
	for g, gate := range gates {
		switch {
		case !p.keeps(gate.Tally):
			wrong.add("gate %d reads tally %d, but the plan keeps %d (counted from 0)", g+1, gate.Tally, len(p.Tallies))
		case seen[gate.Tally]:
			wrong.add("gate %d is a second one on tally %q; keep the stricter", g+1, p.Tallies[gate.Tally].Name)
		}
		seen[gate.Tally] = true
		if !(gate.AtLeast >= 0) {
			wrong.add("gate %d asks for %v of the target; 0 or more is needed", g+1, gate.AtLeast)
		}
		if !(gate.Soft >= 0 && gate.Soft <= 1) {
			wrong.add("gate %d leaves %v of the pay; a share in [0, 1] is needed", g+1, gate.Soft)
		}
	}
}

func (p *Plan) keeps(tally int) bool { return tally >= 0 && tally < len(p.Tallies) }
