package pay

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// strict fires with chance 0.8 after two misses in a row of 80 % of the target.
var strict = Threat{Tally: 0, Window: 13, Floor: 0.8, Misses: 2, Chance: 0.8}

func late(sum float64) *Situation {
	return &Situation{Sum: []float64{sum}, Target: []float64{20}, Rate: []float64{1}, Var: []float64{1}, WeeksLeft: []float64{4}}
}

func reach(z float64) float64 {
	chance, _ := above(z)
	return chance
}

func TestReliefIsTheLossTimesTheChangeOfTheChanceToReachTheFloor(t *testing.T) {
	want := 30000 * 0.8 * (refAbove((13+4-16)/2.0) - refAbove((12+4-16)/2.0))
	if got := strict.Relief(late(12), 1, 1, 30000, 0.5); math.Abs(got-want) > 24000*2*normalError {
		t.Errorf("12 of 16 needed, one strike: one more relieves EUR %v, want %v", got, want)
	}
}

func TestEachStrikeStillMissingDiscountsTheFear(t *testing.T) {
	patient := strict
	patient.Misses = 4
	last := patient.Relief(late(12), 1, 3, 30000, 0.5)
	for strikes, weight := range []float64{0.125, 0.25, 0.5, 1, 1, 1} {
		if got := patient.Relief(late(12), 1, strikes, 30000, 0.5); math.Abs(got-weight*last) > 1e-9 {
			t.Errorf("%d strikes of 4: relief EUR %v, want %v of the EUR %v at the last", strikes, got, weight, last)
		}
	}
}

func TestFearPeaksJustBelowTheFloorAndIsGoneAboveIt(t *testing.T) {
	lastWeek := func(sum float64) *Situation {
		s := late(sum)
		s.WeeksLeft[0] = 1
		return s
	}
	before := 0.0
	for sum := 9.0; sum <= 15; sum++ {
		got := strict.Relief(lastWeek(sum), 1, 1, 30000, 0.5)
		if got <= before {
			t.Errorf("at %v of 16 relief is EUR %v, not above the EUR %v one unit lower", sum, got, before)
		}
		before = got
	}
	for _, sum := range []float64{16, 18, 25} {
		if got := strict.Relief(lastWeek(sum), 1, 1, 30000, 0.5); got != 0 {
			t.Errorf("a seller at %v of 16 is safe but fears for EUR %v", sum, got)
		}
	}
}

func TestNobodyFearsWithoutRuleOrTarget(t *testing.T) {
	none, free := Threat{}, late(12)
	free.Target[0] = 0
	if got := none.Relief(late(12), 1, 0, 30000, 0.5); got != 0 {
		t.Errorf("no rule, yet relief of EUR %v", got)
	}
	if got := strict.Relief(free, 1, 1, 30000, 0.5); got != 0 {
		t.Errorf("no target, yet relief of EUR %v", got)
	}
	if strict.Strikes(0, 0, 1) != 0 || none.Strikes(0, 20, 3) != 0 || none.Triggered(9) {
		t.Error("a strike without a target or a rule")
	}
}

func TestNextReliefStartsFromZeroWithAllWeeksAhead(t *testing.T) {
	want := 24000 * (reach((1+13-16)/math.Sqrt(13)) - reach((13-16)/math.Sqrt(13)))
	if got := strict.NextRelief(late(12), 1, 1, 30000, 0.5); math.Abs(got-want) > 1e-6 {
		t.Errorf("in the next window one unit relieves EUR %v, want %v", got, want)
	}
}

func TestStrikesInARowTriggerTheRule(t *testing.T) {
	strikes := 0
	for window, sum := range []float64{15, 16, 15, 12} { // the floor is 16
		want := []int{1, 0, 1, 2}[window]
		if strikes = strict.Strikes(sum, 20, strikes); strikes != want {
			t.Errorf("window %d ended at %v: %d strikes, want %d", window+1, sum, strikes, want)
		}
		if strict.Triggered(strikes) != (want == 2) {
			t.Errorf("%d strikes of 2: triggered is %v", strikes, strict.Triggered(strikes))
		}
	}
}

func TestReliefIsNeverMoreThanItsBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		threat := Threat{Window: 13, Floor: rapid.Float64Range(0, 1.5).Draw(t, "floor"), Misses: rapid.IntRange(0, 3).Draw(t, "misses"),
			Chance: rapid.Float64Range(0, 1).Draw(t, "chance")}
		s := Situation{Sum: []float64{rapid.Float64Range(-2, 40).Draw(t, "sum")}, Rate: []float64{rapid.Float64Range(-1, 3).Draw(t, "rate")},
			Target: []float64{rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0.5, 40)).Draw(t, "target")},
			Var:    []float64{rapid.Float64Range(0, 9).Draw(t, "variance")}, WeeksLeft: []float64{float64(rapid.IntRange(0, 26).Draw(t, "weeks left"))}}
		strikes, step := rapid.IntRange(0, 3).Draw(t, "strikes"), rapid.Float64Range(0, 30).Draw(t, "step")
		saves, most := threat.Relief(&s, step, strikes, 20000, 0.5), threat.ReliefAtMost(s.Sum[0], s.Target[0], strikes, 20000, 0.5)
		if saves > most {
			t.Fatalf("a step of %v saves EUR %v of the job, its bound is %v", step, saves, most)
		}
	})
}
