package pay

import (
	"math"
	"testing"
)

var (
	linear      = Curve{{From: 0, Slope: 20}}
	bonus       = Curve{{From: 10, Jump: 500}}
	accelerated = Curve{{From: 0, Slope: 10}, {From: 10, Jump: 100, Slope: 30}, {From: 15, Slope: 0}}
)

func TestCurvePays(t *testing.T) {
	for _, c := range []struct {
		name  string
		curve Curve
		x     float64
		want  float64
	}{
		{"nothing from an empty curve", nil, 5, 0},
		{"nothing for nothing sold", linear, 0, 0},
		{"nothing below the first line", linear, -3, 0},
		{"commission on every sale", linear, 7, 140},
		{"no bonus one short", bonus, 9, 0},
		{"the bonus on reaching the line", bonus, 10, 500},
		{"the same bonus far beyond", bonus, 30, 500},
		{"ten shares of 0.7 as seven", Curve{{From: 7, Jump: 500}}, tenTimes(0.7), 500},
		{"the slow rate up to the line", accelerated, 9, 90},
		{"jump and fast rate after the line", accelerated, 12, 100 + 100 + 60},
		{"the cap and no more", accelerated, 40, 100 + 100 + 150},
	} {
		if got := c.curve.At(c.x); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("should pay %s: at %v got EUR %v, want %v", c.name, c.x, got, c.want)
		}
	}
}

func tenTimes(share float64) (sum float64) {
	for range 10 {
		sum += share
	}
	return sum
}

func TestGainOfAJumpIsTheChangeOfTheChanceToReachIt(t *testing.T) {
	f := Future{Mean: 4, SD: 2}
	for _, tally := range []float64{0, 3, 5, 8} {
		with, without := refAbove((tally+1+4-10)/2), refAbove((tally+4-10)/2)
		want := 500 * (with - without)
		if got := bonus.Gain(tally, 1, f); math.Abs(got-want) > 500*2*normalError {
			t.Errorf("at %v of 10: one more is worth EUR %v, want 500 × (%v - %v) = %v", tally, got, with, without, want)
		}
	}
}

func TestOneShortTheLastUnitMakesTheBonusCertain(t *testing.T) {
	want := 500 * (1 - refAbove((9+0.5-10)/0.7))
	if got := bonus.Gain(9, 1, Future{0.5, 0.7}); math.Abs(got-want) > 500*normalError {
		t.Errorf("one short of the line, one more is worth EUR %v, want %v", got, want)
	}
}

func TestALineAlreadyCrossedIsWorthNothingMore(t *testing.T) {
	for _, tally := range []float64{10, 11, 20} {
		if got := bonus.Gain(tally, 1, Future{1, 3}); got != 0 {
			t.Errorf("with %v of 10 sold one more adds EUR %v to a bonus that is already earned", tally, got)
		}
	}
}

func TestGainOfASlopeIsExactlySlopeTimesStep(t *testing.T) {
	for _, f := range []Future{{}, {3, 0}, {3, 1.7}, {0.2, 5}, {-4, 2}} {
		for _, step := range []float64{0.3, 1, 4} {
			if got := linear.Gain(6, step, f); got != 20*step {
				t.Errorf("commission of EUR 20: %v more are worth EUR %v under belief %+v", step, got, f)
			}
		}
	}
}

// A smaller and smaller spread must lead to the certain pay. Off the lines by 0.5, at SD 0.05
// the chance of the wrong side is Phi(-10) = 8e-24.
func TestCertaintyIsTheLimitOfASmallSpread(t *testing.T) {
	for x := 0.5; x < 20; x++ {
		sure := accelerated.At(x + 2)
		if got := accelerated.Expect(x, Future{2, 0}); math.Abs(got-sure) > 1e-9 {
			t.Errorf("at %v with 2 more for certain: expected pay EUR %v, want %v", x, got, sure)
		}
		if got := accelerated.Expect(x, Future{2, 5e-324}); math.Abs(got-sure) > 1e-9 {
			t.Errorf("at %v with the smallest spread there is: expected pay EUR %v, want %v", x, got, sure)
		}
		if got := accelerated.Expect(x, Future{2, 0.05}); math.Abs(got-sure) > 1e-4 {
			t.Errorf("at %v with 2 more almost for certain: expected pay EUR %v, want about %v", x, got, sure)
		}
	}
}

// Poisson counts are what a seller with steady luck would see; the belief is a cut normal.
// This pins down the largest difference, quoted in the package comment.
func TestBeliefStaysCloseToACount(t *testing.T) {
	worst := 0.0
	for mean := 0.25; mean <= 30; mean += 0.25 {
		b, atLeast, exactly := believe(0, Future{mean, math.Sqrt(mean)}), 1.0, math.Exp(-mean)
		for k := 1.0; k <= 60; k++ {
			atLeast -= exactly
			exactly *= mean / k
			worst = max(worst, math.Abs(b.reaches(k, 0)-atLeast))
		}
	}
	if worst > 0.16 {
		t.Errorf("a chance differs from that of a count by %v, more than the documented 0.16", worst)
	}
	t.Logf("largest difference %.3f", worst)
}
