package pay

import "testing"

// One seller who sells two a week under a 13-week window with a target of 26, so that the
// target is just feasible. What follows is what the plan alone makes of the seller's weeks.
func seller(sum, weeksLeft float64) *Situation {
	return &Situation{Sum: []float64{sum}, Target: []float64{26}, Rate: []float64{2}, Var: []float64{2}, WeeksLeft: []float64{weeksLeft}}
}

func planOf(c Curve) *Plan {
	return &Plan{
		Tallies: []TallyDef{{"sales", 13}},
		Rules:   []Rule{{Name: "sales", Window: 13, Quota: true, Share: 1, Curve: c}},
	}
}

var (
	threshold  = planOf(Curve{{From: 1, Jump: 2000}})
	commission = planOf(Curve{{From: 0, Slope: 2000}})
	capped     = planOf(Curve{{From: 0, Slope: 2000}, {From: 1, Slope: 0}})
)

func TestPressurePeaksOneShortAndIsGoneWhenTheTargetIsMetOrHopeless(t *testing.T) {
	before := 0.0
	for sum := 18.0; sum <= 24; sum++ {
		got := threshold.Step(seller(sum, 1), 0, 1)
		if got < before {
			t.Errorf("with %v of 26 and a week left one more is worth EUR %v, less than further away", sum, got)
		}
		before = got
	}
	if got := threshold.Step(seller(26, 1), 0, 1); got != 0 {
		t.Errorf("the target is met, yet one more is worth EUR %v", got)
	}
	if got := threshold.Step(seller(12, 1), 0, 1); got > 1e-6 {
		t.Errorf("the target is hopeless, yet one more is worth EUR %v", got)
	}
}

func TestLinearPayKnowsNoLineAndNoCalendar(t *testing.T) {
	for sum := 0.0; sum <= 40; sum += 4 {
		for weeks := 0.0; weeks <= 12; weeks += 3 {
			if got := commission.Step(seller(sum, weeks), 0, 1); got < 2000.0/26-1e-9 || got > 2000.0/26+1e-9 {
				t.Errorf("at %v with %v weeks left one more is worth EUR %v, not always the same", sum, weeks, got)
			}
		}
	}
}

func TestSellersOnCourseSurgeAtTheEndOfTheWindow(t *testing.T) {
	early, end := threshold.Step(seller(2, 12), 0, 1), threshold.Step(seller(24, 1), 0, 1)
	if end < 2*early {
		t.Errorf("on course, one more is worth EUR %v in the first week and %v in the last; no reason for a surge", early, end)
	}
}

// nextWindow is what a unit on the first tally is worth there.
func nextWindow(p *Plan, s *Situation) float64 {
	out := make([]float64, len(p.Tallies))
	p.NextWindow(s, out)
	return out[0]
}

func TestJustShortPullsForwardAndMetHoldsBack(t *testing.T) {
	for _, c := range []struct {
		name string
		sum  float64
		hold bool
	}{{"one short", 25, false}, {"met", 26, true}, {"hopeless", 10, true}} {
		now, next := threshold.Step(seller(c.sum, 0), 0, 1), nextWindow(threshold, seller(c.sum, 0))
		if (next > now) != c.hold {
			t.Errorf("%s: now EUR %v, next window EUR %v; should hold back: %v", c.name, now, next, c.hold)
		}
	}
}

func TestACapMakesTheBestHoldBack(t *testing.T) {
	now, next := capped.Step(seller(27, 3), 0, 1), nextWindow(capped, seller(27, 3))
	if now != 0 || next <= 0 {
		t.Errorf("above the cap one more is worth EUR %v now and %v in the next window", now, next)
	}
}

func TestATargetTooHardIsGivenUp(t *testing.T) {
	s, hard := seller(0, 12), seller(0, 12)
	hard.Target = []float64{60}
	fair, lost := threshold.Step(s, 0, 1), threshold.Step(hard, 0, 1)
	if lost > fair/100 {
		t.Errorf("a hopeless target keeps EUR %v of pressure, the feasible one has %v", lost, fair)
	}
}

func TestJumpingTheLineAtOnceIsWorthMoreThanItsStepsApart(t *testing.T) {
	three, one := threshold.Step(seller(23, 0), 0, 3), threshold.Step(seller(23, 0), 0, 1)
	if one != 0 || three != 2000 {
		t.Errorf("three short with no week left: one is worth EUR %v (want 0), three at once %v (want 2000)", one, three)
	}
}
