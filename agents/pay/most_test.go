package pay

import (
	"testing"

	"pgregory.net/rapid"
)

// anyCurve may also fall.
func anyCurve(t *rapid.T) Curve {
	c := growing(t)
	for i := range c {
		if rapid.IntRange(0, 3).Draw(t, "falls") == 0 {
			c[i].Jump, c[i].Slope = -c[i].Jump, -c[i].Slope
		}
	}
	if rapid.Bool().Draw(t, "flat at the end") {
		c[len(c)-1].Slope = 0
	}
	return c
}

// anyPlan has three tallies and up to three rules on them with up to two gates each.
func anyPlan(t *rapid.T) (p Plan) {
	p.Tallies = []TallyDef{{"a", 13}, {"b", 13}, {"c", 26}}
	for range rapid.IntRange(1, 3).Draw(t, "rules") {
		r := Rule{Tally: rapid.IntRange(0, 2).Draw(t, "tally"), Quota: rapid.Bool().Draw(t, "quota"), Curve: anyCurve(t),
			Share: rapid.Float64Range(0.1, 1).Draw(t, "share")}
		r.Deferred, r.Weight = rapid.Float64Range(0, 1).Draw(t, "deferred"), rapid.Float64Range(0, 1).Draw(t, "weight")
		first := rapid.IntRange(0, 2).Draw(t, "first gate")
		for g := range rapid.IntRange(0, 2).Draw(t, "gates") {
			r.Gates = append(r.Gates, Gate{(first + g) % 3, rapid.Float64Range(0, 1.2).Draw(t, "at least"), rapid.Float64Range(0, 1).Draw(t, "soft")})
		}
		p.Rules = append(p.Rules, r)
	}
	return p
}

func TestAStepNeverAddsMoreThanItsBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, s := anyPlan(t), Situation{LeastSD: 0.5}
		for range p.Tallies {
			s.Sum = append(s.Sum, rapid.Float64Range(-2, 40).Draw(t, "sum"))
			s.Target = append(s.Target, rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0.5, 40)).Draw(t, "target"))
			s.Rate = append(s.Rate, rapid.Float64Range(-1, 3).Draw(t, "rate"))
			s.Var = append(s.Var, rapid.Float64Range(0, 9).Draw(t, "variance"))
			s.WeeksLeft = append(s.WeeksLeft, float64(rapid.IntRange(0, 26).Draw(t, "weeks left")))
		}
		tally, step := rapid.IntRange(0, 2).Draw(t, "on"), rapid.Float64Range(0, 30).Draw(t, "step")
		if adds, most := p.Step(&s, tally, step), mostOf(&p, tally, step, s.Target[tally]); adds > most {
			t.Fatalf("a step of %v on tally %d adds EUR %v, its bound is %v", step, tally, adds, most)
		}
	})
}

// mostOf adds up the bounds of all rules.
func mostOf(p *Plan, tally int, step, target float64) (sum float64) {
	for _, bound := range p.Bounds(tally) {
		sum += bound.Of(step, target)
	}
	return sum
}

func TestTheBoundOfACommissionIsTheCommission(t *testing.T) {
	p := Plan{Tallies: []TallyDef{{"points", 13}}, Rules: []Rule{{Curve: linear, Share: 1}}}
	if most := mostOf(&p, 0, 3, 0); most < 60 || most > 60.01 {
		t.Errorf("3 points at EUR 20 add EUR 60, the bound is %v", most)
	}
}
