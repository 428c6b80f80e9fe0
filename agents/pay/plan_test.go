package pay

import (
	"math"
	"strings"
	"testing"
)

const (
	sales = iota // tally of own sales
	leads        // tally of referrals
	visits
)

// tariff has one rule of every kind: commission, quota bonus behind a sub-goal of leads,
// referral fee halved behind too few visits, and a commission that needs its own quota.
func tariff() *Plan {
	return &Plan{
		Tallies: []TallyDef{{"sales", 13}, {"leads", 13}, {"visits", 13}},
		Rules: []Rule{
			{Name: "commission", Tally: sales, Window: 13, Share: 1, Curve: Curve{{From: 0, Slope: 20}}},
			{Name: "bonus", Tally: sales, Quota: true, Window: 13, Share: 1, Gates: []Gate{{Tally: leads, AtLeast: 0.75}},
				Curve: Curve{{From: 0.8, Jump: 300, Slope: 500}, {From: 1, Jump: 500, Slope: 1000}, {From: 1.5}}},
			{Name: "fee", Tally: leads, Window: 13, Share: 0.5, Gates: []Gate{{Tally: visits, AtLeast: 0.9, Soft: 0.5}},
				Curve: Curve{{From: 0, Slope: 30}}},
			{Name: "late", Tally: sales, Window: 13, Share: 1, Gates: []Gate{{Tally: sales, AtLeast: 1, Soft: 0.25}, {Tally: leads, AtLeast: 0.75}},
				Curve: Curve{{From: 5, Jump: 100, Slope: 15}}},
		},
	}
}

func midway() *Situation {
	return &Situation{
		Sum: []float64{7, 3, 20}, Target: []float64{12, 6, 40},
		Rate: []float64{1, 0.5, 3}, Var: []float64{1, 0.5, 3}, WeeksLeft: []float64{5, 5, 5},
	}
}

func TestPlanPays(t *testing.T) {
	p, target := tariff(), []float64{12, 6, 40}
	for _, c := range []struct {
		name string
		rule int
		sum  []float64
		want float64
	}{
		{"commission whatever else happens", 0, []float64{5, 0, 0}, 100},
		{"the bonus for quota and sub-goal", 1, []float64{12, 6, 0}, 300 + 500*0.2 + 500},
		{"no bonus when the sub-goal is missed", 1, []float64{12, 4, 0}, 0},
		{"the small bonus at 80 % of the quota, by rounding too", 1, []float64{9.6, 6, 0}, 300},
		{"half of the pooled fee", 2, []float64{0, 4, 36}, 60},
		{"half of that with too few visits", 2, []float64{0, 4, 35}, 30},
		{"a quarter when the own quota is missed", 3, []float64{11, 6, 0}, (100 + 15*6) / 4.0},
		{"all of it when the own quota is met", 3, []float64{12, 6, 0}, 100 + 15*7},
	} {
		if got := p.Pays(c.rule, c.sum, target); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("should pay %s: got EUR %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWithoutATargetThereIsNoQuotaPayAndNoGate(t *testing.T) {
	p, s := tariff(), midway()
	s.Target = []float64{0, 0, 0}
	if got := p.Pays(1, []float64{30, 30, 30}, s.Target); got != 0 {
		t.Errorf("a quota bonus pays EUR %v to a seller who has no quota", got)
	}
	if got := p.Pays(2, []float64{0, 4, 0}, s.Target); got != 60 {
		t.Errorf("a gate without a target should be open: got EUR %v, want 60", got)
	}
	out := make([]float64, 3)
	p.Marginal(s, out)
	if want := []float64{20 + 15, 15, 0}; math.Abs(out[sales]-want[sales]) > 0.1 || out[leads] != 15 || out[visits] != 0 {
		t.Errorf("without targets one more is worth %v, want about %v", out, want)
	}
}

func TestCheckNamesEveryMistakeAtOnce(t *testing.T) {
	p := &Plan{
		Tallies: []TallyDef{{"sales", 13}, {"calls", 0}},
		Rules: []Rule{{Name: "odd", Tally: 0, Window: 4, Curve: Curve{{From: 2}, {From: 2}},
			Gates: []Gate{{Tally: 1, Soft: 2}, {Tally: 1}, {Tally: 7, AtLeast: -1}}}},
	}
	got := strings.Join(p.Check(), "\n")
	for _, want := range []string{
		`tally "calls": a window of 0 weeks`,
		`rule "odd": pays every 4 weeks but its tally "sales" runs over 13`,
		`rule "odd": a share of 0 pays nothing`,
		`rule "odd": piece 2 of the curve starts at 2`,
		`rule "odd": gate 1 leaves 2 of the pay`,
		`rule "odd": gate 2 is a second one on tally "calls"`,
		`rule "odd": gate 3 reads tally 7, but the plan keeps 2`,
		`rule "odd": gate 3 asks for -1 of the target`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no sentence like %s in:\n%s", want, got)
		}
	}
	if wrong := tariff().Check(); len(wrong) != 0 {
		t.Errorf("a sound plan is refused: %v", wrong)
	}
}

func TestCheckKnowsTheLimitsOfAPlan(t *testing.T) {
	p := &Plan{Tallies: make([]TallyDef, MaxTallies+1), Rules: []Rule{{Tally: -1, Gates: make([]Gate, MaxGates+1)}}}
	got := strings.Join(p.Check(), "\n")
	for _, want := range []string{"keeps 17 tallies; at most 16", "has 9 gates; at most 8", "reads tally -1"} {
		if !strings.Contains(got, want) {
			t.Errorf("no sentence like %q in:\n%s", want, got)
		}
	}
}

func TestRuleIsDueAtTheEndOfItsWindow(t *testing.T) {
	r := Rule{Window: 13}
	for week, want := range map[int]bool{1: false, 12: false, 13: true, 14: false, 26: true} {
		if r.Due(week) != want {
			t.Errorf("week %d: due is %v for a quarterly rule", week, r.Due(week))
		}
	}
}
