package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClusteredCountsClustersAndNotTrials(t *testing.T) {
	// Two kinds of markets, all or nothing: a million trials in ten clusters say no more than ten trials.
	successes, trials := make([]float64, 10), make([]float64, 10)
	for g := range trials {
		trials[g] = 1e5
		if g%2 == 0 {
			successes[g] = 1e5
		}
	}
	e := Clustered(successes, trials)
	assert.Equal(t, 0.5, e.Value)
	assert.Equal(t, 10, e.N)
	assert.Less(t, e.Low, 0.25)
	assert.Greater(t, e.High, 0.75)
}

func TestClusteredStaysOpenWhereNothingHappened(t *testing.T) {
	e := Clustered(make([]float64, 50), repeated(100, 50))
	assert.Zero(t, e.Value)
	assert.InDelta(t, 0, e.Low, 1e-12)
	// Wilson at 0 of 5,000: z²/(n+z²) = 3.84/5003.84 = 0.00077; a little more by Student's t with 49 degrees of freedom.
	assert.InDelta(t, 0.00081, e.High, 0.00002)
}

func TestClusteredSaysNothingOfOneCluster(t *testing.T) {
	e := Clustered([]float64{3, 0}, []float64{10, 0})
	assert.Equal(t, 0.3, e.Value)
	assert.True(t, math.IsNaN(e.Low) && math.IsNaN(e.High))
	assert.True(t, math.IsNaN(Clustered(nil, nil).Value))
}

// In 2,000 repetitions with 40 clusters of 50 trials whose shares are uniform in [0, 0.2], the 95 % interval holds the
// true 0.1 in 1,900 on average; its standard deviation is sqrt(2000·0.05·0.95) = 9.7. An interval that takes trials for
// independent (design effect 1 + 49·0.0033/0.09 = 2.8) would hold it in about 76 %, 1,520. The bound of 1,840 allows for
// 1 % of under-coverage at this number of clusters and 4 standard deviations; the seed is fixed.
func TestClusteredIntervalsHoldTheTruthAsOftenAsTheySay(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	held := 0
	for range 2000 {
		successes, trials := make([]float64, 40), repeated(50, 40)
		for g := range successes {
			share := 0.2 * luck.Float64()
			for range 50 {
				if luck.Float64() < share {
					successes[g]++
				}
			}
		}
		if e := Clustered(successes, trials); e.Low <= 0.1 && 0.1 <= e.High {
			held++
		}
	}
	assert.Greater(t, held, 1840)
	assert.Less(t, held, 1960)
}

// One cluster in ten has a rate of 10 % on average, the others 0.1 %: of 40 clusters some four bear nearly all. In 2,000
// repetitions an interval that gives every cluster a degree of freedom holds the true 1.09 % in 889 of 1,000; with those
// that carry the variance it is 950, with a standard deviation of sqrt(0.05·0.95/2000) = 5: 925 is five of them below.
func TestClusteredIntervalsAreWideWhereOffencesAreGatheredInFewClusters(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	held := 0
	for range 2000 {
		successes, trials := make([]float64, 40), repeated(100, 40)
		for g := range successes {
			share := 0.001
			if luck.Float64() < 0.1 {
				share = 0.2 * luck.Float64()
			}
			for range 100 {
				if luck.Float64() < share {
					successes[g]++
				}
			}
		}
		if e := Clustered(successes, trials); e.Low <= 0.0109 && 0.0109 <= e.High {
			held++
		}
	}
	assert.Greater(t, held, 1850, "the interval must hold the truth about as often as it says")
}

func TestOneClusterThatBearsAllSaysHardlyAnything(t *testing.T) {
	one, many := make([]float64, 20), make([]float64, 20)
	for g := range many {
		many[g] = 1
	}
	one[3] = 20
	trials := repeated(100, 20)
	assert.InDelta(t, 1.1, carriers(one, trials, 0.01), 0.1, "a single cluster carries the variance")
	assert.Greater(t, Clustered(one, trials).High, 10*Clustered(many, trials).High, "the same share in one cluster and in all of them")
}

func repeated(x float64, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = x
	}
	return all
}
