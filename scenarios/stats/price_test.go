package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// evenLuck is luck with as much above as below its mean.
var evenLuck = map[string]struct {
	spread float64 // standard deviation
	drop   float64 // how much seldomer a lead may be seen than without a world farther out
	draw   func(*rand.Rand) float64
}{
	"normal": {1, 0.08, (*rand.Rand).NormFloat64},
	"t, 3 degrees": {math.Sqrt(3), 0.18, func(r *rand.Rand) float64 {
		a, b, c := r.NormFloat64(), r.NormFloat64(), r.NormFloat64()
		return r.NormFloat64() * math.Sqrt(3/(a*a+b*b+c*c))
	}},
}

// A lead of four standard errors of its difference, in so many designs: how often it is seen against all others, without a world
// farther out and with it, in the same trials. Even luck looks skewed by chance, and long tails do so often, so the price is paid
// there too. Of 400 trials a drop of 3.5 points has a standard deviation of 0.92, one of 10 points of 1.5: the limits are such drops and
// 4.9 of these (a false alarm in a million).
func TestThePriceOfAWorldFartherOutForEvenLuck(t *testing.T) {
	const trials = 400
	for name, luck := range evenLuck {
		for _, c := range []struct{ designs, worlds int }{{2, 5}, {2, 10}, {2, 30}, {3, 10}, {3, 30}} {
			r, before, now := rand.New(rand.NewPCG(3, uint64(c.worlds))), 0, 0
			lead := 4 * luck.spread * math.Sqrt(2/float64(c.worlds))
			for range trials {
				y := make([][]float64, c.worlds)
				for w := range y {
					y[w] = make([]float64, c.designs)
					for i := range y[w] {
						y[w][i] = luck.draw(r)
					}
					y[w][c.designs-1] += lead
				}
				f := AllPairs(y, 0.05, nil).Family
				now += led(f, c.designs-1)
				for p := range f.Comparisons {
					f.Comparisons[p].unseen = 0
				}
				f.reach()
				before += led(f, c.designs-1)
			}
			t.Logf("%-12s %d designs, %2d worlds: %.1f %% without, %.1f %% with", name, c.designs, c.worlds, 100*float64(before)/trials, 100*float64(now)/trials)
			assert.LessOrEqual(t, float64(before-now)/trials, luck.drop, "%s, %d designs, %d worlds", name, c.designs, c.worlds)
			assert.LessOrEqual(t, now, before, "intervals only grow")
		}
	}
}

// led is 1 where the last design is better than each of the others for certain.
func led(f Family, last int) int {
	for _, c := range f.Comparisons {
		if c.Other == last && !(c.Low > 0) {
			return 0
		}
	}
	return 1
}

// What a stretched side is to an even one, by the skewness of a sample: 30 lognormal worlds, one at each quantile, of that skewness.
func TestASideJumpsWhereAnIntervalIsStretched(t *testing.T) {
	long := func(values []float64) (side, whole float64) {
		m := momentsOf(values)
		gaps := make([]float64, len(values))
		for r, v := range values {
			gaps[r] = v - m.mean
		}
		c := Comparison{Mean: 0, SE: m.standardError(), unseen: unseen(gaps, m.skew)}
		even := 2.045 * c.SE
		up, down := c.upper(2.045, m.n), c.lower(2.045, m.n)
		return up / even, (up - down) / (2 * even)
	}
	for _, want := range []float64{0.9, 1.1, 1.5, 2, 3} {
		values := skewedTo(want, 30)
		side, whole := long(values)
		t.Logf("skewness %.2f: the long side %.2f times as long, the whole interval %.2f times", momentsOf(values).skew, side, whole)
		if want < 1 {
			assert.Equal(t, 1.0, side)
			continue
		}
		assert.True(t, 1.7 < side && side < 2.7 && 1.4 < whole && whole < 1.8, "skewness %.1f: %.2f, %.2f", want, side, whole)
	}
}

// skewedTo are lognormal quantiles whose spread makes their own skewness what is asked for.
func skewedTo(skew float64, n int) []float64 {
	values := make([]float64, n)
	low, high := 1e-3, 5.0
	for range 60 {
		s := (low + high) / 2
		for r := range values {
			p := (float64(r) + 0.5) / float64(n)
			values[r] = math.Exp(s * math.Sqrt2 * math.Erfinv(2*p-1))
		}
		if momentsOf(values).skew < skew {
			low = s
		} else {
			high = s
		}
	}
	return values
}
