package pay

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// growing draws a curve that never pays less for more.
func growing(t *rapid.T) Curve {
	from := rapid.Float64Range(0, 10).Draw(t, "first line")
	c := make(Curve, rapid.IntRange(1, 4).Draw(t, "pieces"))
	for i := range c {
		c[i] = Piece{from, rapid.Float64Range(0, 500).Draw(t, "jump"), rapid.Float64Range(0, 50).Draw(t, "slope")}
		from += rapid.Float64Range(0.5, 8).Draw(t, "width")
	}
	return c
}

func future(t *rapid.T) Future {
	return Future{rapid.Float64Range(0, 15).Draw(t, "mean"), rapid.Float64Range(0, 6).Draw(t, "sd")}
}

// A curve is at most 4 jumps of 500 and 4 bends of 50 on tallies below 60 or so; errors of
// chances (1e-8) and of excesses (6 × 1e-8) then add up to less than 1e-4 EUR.
const cents = 1e-4

func TestMoreSoldNeverPaysLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, f := growing(t), future(t)
		x := rapid.Float64Range(-2, 40).Draw(t, "tally")
		more := rapid.Float64Range(0, 10).Draw(t, "more")
		if c.At(x+more) < c.At(x)-cents {
			t.Fatalf("%v pay EUR %v but %v pay EUR %v", x, c.At(x), x+more, c.At(x+more))
		}
		if c.Expect(x+more, f) < c.Expect(x, f)-cents {
			t.Fatalf("expected pay falls from EUR %v to %v when the tally rises", c.Expect(x, f), c.Expect(x+more, f))
		}
		if c.Gain(x, more, f) < -cents {
			t.Fatalf("%v more are worth EUR %v", more, c.Gain(x, more, f))
		}
	})
}

func TestGainsOfTwoStepsAddUpToTheGainOfBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, f := growing(t), future(t)
		x := rapid.Float64Range(0, 30).Draw(t, "tally")
		a := rapid.Float64Range(0, 6).Draw(t, "first step")
		b := rapid.Float64Range(0, 6).Draw(t, "second step")
		apart, both := c.Gain(x, a, f)+c.Gain(x+a, b, f), c.Gain(x, a+b, f)
		if math.Abs(apart-both) > cents {
			t.Fatalf("step by step EUR %v, at once EUR %v", apart, both)
		}
		if back := c.Gain(x+a, -a, f); math.Abs(back+c.Gain(x, a, f)) > cents {
			t.Fatalf("posting is worth EUR %v, taking it back EUR %v", c.Gain(x, a, f), back)
		}
		if diff := c.Expect(x+a, f) - c.Expect(x, f); math.Abs(diff-c.Gain(x, a, f)) > cents {
			t.Fatalf("gain EUR %v, difference of expected pay EUR %v", c.Gain(x, a, f), diff)
		}
	})
}

// Midpoint rule over the normal from -7 to 7 in 4000 parts of 0.0035. A jump is misplaced by
// at most half a part, an error of 0.00175 × phi(0) = 7e-4 of its size, twice in a gain; four
// jumps of 500 give 2.8 EUR at worst. Slopes are integrated to better than 0.01 EUR.
func TestOutlookAgreesWithSummingOverEveryFuture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, f := growing(t), future(t)
		x := rapid.Float64Range(0, 30).Draw(t, "tally")
		b := believe(x, f)
		now, gain := c.outlook(&b, 1, nowhere)
		var wantNow, wantNext float64
		for part := range 4000 {
			z := -7 + (float64(part)+0.5)*0.0035
			end := x + max(0, f.Mean+f.SD*z)
			wantNow += refDensity(z) * 0.0035 * c.At(end)
			wantNext += refDensity(z) * 0.0035 * c.At(end+1)
		}
		if math.Abs(now-wantNow) > 3 || math.Abs(gain-(wantNext-wantNow)) > 3 {
			t.Fatalf("expected pay EUR %v and gain %v, summed over futures %v and %v", now, gain, wantNow, wantNext-wantNow)
		}
	})
}
