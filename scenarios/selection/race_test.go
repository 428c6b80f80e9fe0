package selection

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
)

// Kim and Nelson's constants at an error of 5 %, computed from their formula by hand.
func TestConstantsAreKimAndNelsons(t *testing.T) {
	for _, c := range []struct {
		designs, first int
		eta, h2        float64
	}{{2, 20, .1371, 5.2112}, {5, 20, .2372, 9.0151}, {10, 20, .3029, 11.5115}, {20, 20, .3686, 14.0082}, {10, 10, .8591, 15.4635}} {
		eta, h2 := Constants(c.designs, c.first, 0.05)
		assert.InDelta(t, c.eta, eta, 5e-5, "%d designs, %d observations", c.designs, c.first)
		assert.InDelta(t, c.h2, h2, 5e-4, "%d designs, %d observations", c.designs, c.first)
	}
}

// truth is where designs stand, and how they are alike: the first leads by lead, their luck has a standard deviation of 1 and
// a share rho of it is common.
type truth struct {
	designs   int
	lead, rho float64
	bend      func(float64) float64 // of the luck of its own; nil: normal
	less      bool
	spread    float64 // of the luck of the last design in that of the first; 0: the same
}

// race lives a selection to its end, with a case of its own luck.
func (x truth) race(test int, delta float64) *Race {
	stream := draw.World{Seed: 20260101, Replication: uint64(test)}.Stream(draw.Survey, 0, 0)
	at := uint64(0)
	normal := func() float64 {
		at++
		return draw.Normal(stream.Uniform(at))
	}
	r := NewRace(Rule{Designs: x.designs, Delta: delta, Alpha: 0.05, Less: x.less})
	for !r.Over() {
		common, world := math.Sqrt(x.rho)*normal(), make([]float64, x.designs)
		for i := range world {
			own := normal()
			if x.bend != nil {
				own = x.bend(own)
			}
			world[i] = common + math.Sqrt(1-x.rho)*own*x.spreadOf(i)
		}
		world[0] += x.lead
		if x.less {
			for i := range world {
				world[i] = -world[i]
			}
		}
		r.Add(world)
	}
	return r
}

// spreadOf is the standard deviation of the luck of a design's own.
func (x truth) spreadOf(i int) float64 {
	if x.spread == 0 {
		return 1
	}
	return 1 + (x.spread-1)*float64(i)/float64(x.designs-1)
}

const trials = 2000

// leastSelected is how often the best must be selected at least: of 2,000 cases at 95 %, 4.9 standard deviations less,
// .95 - 4.9 sqrt(.95 .05/2000) = .926, which comes once in a million.
var leastSelected = 0.95 - 4.9*math.Sqrt(0.95*0.05/trials)

// selected counts how often the best is, and how many worlds a design takes.
func selected(x truth, delta float64) (best, worlds, whole float64) {
	for test := range trials {
		a := x.race(test, delta).Answer()
		if a.Selected == 0 {
			best++
		}
		worlds += float64(a.Lived) / float64(x.designs)
		whole += float64(a.Whole) / float64(x.designs)
	}
	return best / trials, worlds / trials, whole / trials
}

// All others are behind the best by exactly delta: nothing is harder.
func TestTheBestIsSelectedAsOftenAsIsSaid(t *testing.T) {
	const delta = 0.3
	for _, designs := range []int{2, 5, 10} {
		for _, rho := range []float64{0, 0.5, 0.9} {
			t.Run(fmt.Sprintf("%d designs, correlation %.1f", designs, rho), func(t *testing.T) {
				t.Parallel()
				best, worlds, whole := selected(truth{designs: designs, lead: delta, rho: rho}, delta)
				t.Logf("best selected in %.1f %%, %.0f worlds a design, %.0f if none were dropped", 100*best, worlds, whole)
				assert.GreaterOrEqual(t, best, leastSelected)
				assert.LessOrEqual(t, worlds, whole)
				if rho > 0 {
					_, apart, _ := selected(truth{designs: designs, lead: delta}, delta)
					assert.Less(t, worlds, apart, "shared luck saves worlds")
				}
			})
		}
	}
}

// Twenty designs, and luck of which some designs have three times as much as others, the best the least or the most. Of 400
// cases at 95 %, 4.9 standard deviations less are 0.897.
func TestTheBestIsSelectedAmongManyOfUnequalLuck(t *testing.T) {
	const cases = 400
	for _, x := range []truth{{designs: 20, lead: 0.3, rho: 0.5}, {designs: 20, lead: 0.6, spread: 3}, {designs: 5, lead: 0.3, rho: 0.5, spread: 1.0 / 3}} {
		best := 0
		for test := range cases {
			if x.race(test, x.lead).Answer().Selected == 0 {
				best++
			}
		}
		t.Logf("%d designs, spread %.2g: best selected in %.1f %%", x.designs, x.spread, 100*float64(best)/cases)
		assert.GreaterOrEqual(t, float64(best)/cases, 0.95-4.9*math.Sqrt(0.05*0.95/cases))
	}
}

func exponential(z float64) float64 { return -math.Log(math.Erfc(z/math.Sqrt2)/2) - 1 }

func lognormal(z float64) float64 {
	const sigma = 1
	mean, variance := math.Exp(0.5), (math.E-1)*math.E
	return (math.Exp(sigma*z) - mean) / math.Sqrt(variance)
}

// Skewed luck, where batches make observations normal: of the difference of two such designs, whose skewness is 0, and of one
// that is skewed against one that is not.
func TestTheBestIsSelectedThoughLuckIsSkewed(t *testing.T) {
	for name, bend := range map[string]func(float64) float64{"exponential": exponential, "lognormal": lognormal} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			best, worlds, _ := selected(truth{designs: 5, lead: 0.3, rho: 0.5, bend: bend}, 0.3)
			t.Logf("best selected in %.1f %%, %.0f worlds a design", 100*best, worlds)
			assert.GreaterOrEqual(t, best, leastSelected)
		})
	}
}

// A procedure that drops at half of the margin is found out.
func TestAMarginThatIsTooNarrowIsFound(t *testing.T) {
	x, lost := truth{designs: 5, lead: 0.3}, 0
	for test := range trials {
		r := NewRace(Rule{Designs: 5, Delta: 0.3, Alpha: 0.6}) // as if an error of 60 % were allowed
		y := x.race(test, 0.3)
		for _, world := range y.seen {
			r.Add(world)
		}
		if r.Answer().Selected != 0 {
			lost++
		}
	}
	assert.Greater(t, float64(lost)/trials, 1-leastSelected)
}

func TestLessIsBetterWhereItIs(t *testing.T) {
	for test := range 20 {
		more, less := truth{designs: 3, lead: 1, rho: 0.5}.race(test, 0.5), truth{designs: 3, lead: 1, rho: 0.5, less: true}.race(test, 0.5)
		assert.Equal(t, more.Answer(), less.Answer())
		assert.InDelta(t, more.Mean(0), -less.Mean(0), 1e-12)
	}
}

func TestDesignsThatAreEqualInEveryWorldAreTied(t *testing.T) {
	r := NewRace(Rule{Designs: 3, Delta: 1, Alpha: 0.05})
	for n := 0; !r.Over(); n++ {
		v := float64(n % 3)
		r.Add([]float64{v, v, v - 5 - float64(n%2)}, "a", "a", "b")
	}
	a := r.Answer()
	assert.Equal(t, Answer{Selected: 0, Tied: []int{1}, Settled: true, Shared: FirstStage, Lived: 3 * FirstStage, Whole: 3 * FirstStage}, a)
	fate, dropped := r.Fate(2)
	require.True(t, dropped)
	assert.Equal(t, 5.5, fate.Behind)
}

func TestWorldsInWhichTheMeasureIsUndefinedAreLeftOutForAll(t *testing.T) {
	with, without := NewRace(Rule{Designs: 2, Delta: 0.5, Alpha: 0.05}), NewRace(Rule{Designs: 2, Delta: 0.5, Alpha: 0.05})
	stream := draw.World{Seed: 3}.Stream(draw.Survey, 0, 0)
	for n := uint64(0); !with.Over(); n++ {
		world := []float64{draw.Normal(stream.Uniform(2 * n)), draw.Normal(stream.Uniform(2*n + 1))}
		if n%4 == 3 {
			world[n/4%2] = math.NaN()
		} else {
			without.Add(world)
		}
		with.Add(world)
	}
	assert.True(t, without.Over())
	assert.Equal(t, without.Answer().Selected, with.Answer().Selected)
	assert.Equal(t, with.Worlds, without.Worlds+with.Omitted)
	assert.Positive(t, with.Omitted)
}

func TestADroppedDesignIsNotLookedAtAnyMore(t *testing.T) {
	r := NewRace(Rule{Designs: 3, Delta: 0.1, Alpha: 0.05})
	stream := draw.World{Seed: 4}.Stream(draw.Survey, 0, 0)
	for n := uint64(0); r.Worlds < 200 && !r.Over(); n++ {
		world := []float64{draw.Normal(stream.Uniform(2 * n)), draw.Normal(stream.Uniform(2*n + 1)), -50}
		if n >= FirstStage {
			world[2] = math.NaN()
		}
		r.Add(world)
	}
	assert.Equal(t, FirstStage, r.Lived(2))
	assert.Equal(t, -50.0, r.Mean(2))
	assert.Zero(t, r.Omitted)
	a := r.Answer()
	assert.Equal(t, FirstStage, a.Shared)
	assert.Less(t, a.Lived, a.Whole)
	if !a.Settled {
		assert.Len(t, a.Left, 1)
	}
}

func TestSkewedWorldsAreTakenInBatches(t *testing.T) {
	r := NewRace(Rule{Designs: 2, Delta: 0.3, Alpha: 0.05})
	stream := draw.World{Seed: 5}.Stream(draw.Survey, 0, 0)
	for n := uint64(0); !r.Over(); n++ {
		r.Add([]float64{0, lognormal(draw.Normal(stream.Uniform(n)))})
	}
	assert.Equal(t, Batch, r.Batch)
	assert.Greater(t, r.Skew, 1.0)
	assert.GreaterOrEqual(t, r.Worlds, Batch*FirstStage)
	assert.Equal(t, r.Worlds/Batch, len(r.seen))
}

func TestRulesThatCannotBeMeantAreRefused(t *testing.T) {
	assert.ErrorContains(t, Rule{Designs: 1, Delta: 1, Alpha: 0.05}.Check(), "want at least two")
	assert.ErrorContains(t, Rule{Designs: 2, Delta: 0, Alpha: 0.05}.Check(), "must be more than 0")
	assert.ErrorContains(t, Rule{Designs: 4, Delta: 1, Alpha: 0.8}.Check(), "must be more than 0.25, which guessing has")
	assert.NoError(t, Rule{Designs: 4, Delta: 1, Alpha: 0.05}.Check())
}
