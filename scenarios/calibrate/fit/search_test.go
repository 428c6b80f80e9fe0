package fit

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// curved is a toy with a known answer: three targets that bend with two coordinates and are met at truth.
func curved(z []float64) []float64 {
	f := func(a, b float64) []float64 { return []float64{4*a + a*a, 3*b - a, 2*a*b + b} }
	here, there := f(z[0], z[1]), f(truth[0], truth[1])
	for t := range here {
		here[t] -= there[t]
	}
	return here
}

var truth = []float64{0.4, -0.3}

func toy(ridge float64) *Problem {
	return &Problem{Start: []float64{-0.5, 0.6}, Weights: []float64{1, 1, 1}, Sides: make([]Side, 3), Ridge: ridge, Step: 0.02, Rounds: 20}
}

// exactly judges without luck.
func exactly(distances func([]float64) []float64) Evaluate {
	return func(_ string, points [][]float64) ([]Outcome, error) {
		var out []Outcome
		for _, z := range points {
			out = append(out, Outcome{Distances: distances(z)})
		}
		return out, nil
	}
}

func TestKnownParametersAreFoundAgain(t *testing.T) {
	found, err := toy(1e-6).Search(exactly(curved))
	require.NoError(t, err)
	assert.InDeltaSlice(t, truth, found.Chosen.Point, 1e-3, "the search does not find the point where all targets are met")
	assert.Less(t, found.Chosen.Objective, 1e-5)
}

// The toy in shared luck: each world shifts every target by a normal error of 1 tolerance, the same at all points, and
// bends nothing. The mean over 16 worlds is off by 1/4 per target, and the least-squares answer by that over the slopes:
// with slopes of 3 to 5, the standard error of a coordinate is below 0.25/2.5 = 0.1. Six of them are 0.6.
func TestKnownParametersAreFoundAgainInSharedLuck(t *testing.T) {
	const worlds = 16
	found, err := toy(1e-6).Search(shaken(worlds, 1))
	require.NoError(t, err)
	assert.InDeltaSlice(t, truth, found.Chosen.Point, 0.6, "luck carries the search away from the answer")
	assert.Greater(t, found.Trace[0].Objective, 2*found.Chosen.Objective, "the search does not get better")
}

// shaken judges the toy in worlds of luck that all points share.
func shaken(worlds int, spread float64) Evaluate {
	return func(_ string, points [][]float64) ([]Outcome, error) {
		var out []Outcome
		for _, z := range points {
			luck := rand.New(rand.NewPCG(7, 7))
			shifts, mean := make([][3]float64, worlds), [3]float64{}
			for w := range shifts {
				for t := range mean {
					shifts[w][t] = spread * luck.NormFloat64()
					mean[t] += shifts[w][t] / float64(worlds)
				}
			}
			o := Outcome{Distances: curved(z), Without: make([][]float64, worlds)}
			for w := range shifts {
				o.Without[w] = curved(z)
				for t := range mean {
					o.Without[w][t] += (mean[t]*float64(worlds) - shifts[w][t]) / float64(worlds-1)
				}
			}
			for t := range mean {
				o.Distances[t] += mean[t]
			}
			out = append(out, o)
		}
		return out, nil
	}
}

func TestThePointStaysInTheBox(t *testing.T) {
	far := func(z []float64) []float64 { return []float64{z[0] - 3, 2 * (z[1] - z[0])} } // best at (3, 3)
	p := &Problem{Start: []float64{0, 0.2}, Weights: []float64{1, 1}, Sides: make([]Side, 2), Ridge: 1e-6, Step: 0.1, Rounds: 20}
	found, err := p.Search(exactly(far))
	require.NoError(t, err)
	for _, e := range found.Trace {
		for _, z := range e.Point {
			require.True(t, z >= -1 && z <= 1, "a point outside of the box was tried: %v", e.Point)
		}
	}
	assert.InDeltaSlice(t, []float64{1, 1}, found.Chosen.Point, 1e-3, "the best point of the box is its corner")
}

func TestWhatNoTargetKnowsStaysWhereItWas(t *testing.T) {
	first := func(z []float64) []float64 { return []float64{5 * (z[0] - 0.5)} }
	p := &Problem{Start: []float64{0, 0.3}, Weights: []float64{1}, Sides: make([]Side, 1), Ridge: 0.01, Step: 0.1, Rounds: 10}
	found, err := p.Search(exactly(first))
	require.NoError(t, err)
	assert.InDelta(t, 0.5, found.Chosen.Point[0], 0.01)
	assert.Equal(t, 0.3, found.Chosen.Point[1], "a coordinate without a target has moved")

	slopes, _, err := p.SlopesAt(found.Chosen.Point, exactly(first))
	require.NoError(t, err)
	known := p.Known(found.Chosen, slopes)
	// Curvature along the first coordinate: 5² + 0.01; along the second the ridge alone.
	assert.InDelta(t, 1/math.Sqrt(25.01), known.SD[0], 1e-9)
	assert.InDelta(t, 25/25.01, known.Share[0], 1e-9)
	assert.InDelta(t, 10, known.SD[1], 1e-9, "nothing is known beyond the ridge")
	assert.Zero(t, known.Share[1])
	assert.InDelta(t, 2501, known.Condition, 1e-6)
	assert.InDeltaSlice(t, []float64{1, 0}, known.Directions[0].Loadings, 1e-9)
}

func TestOneSidedTargetsPullOnlyFromTheWrongSide(t *testing.T) {
	value := func(z []float64) []float64 { return []float64{4 * z[0]} }
	for _, c := range []struct {
		side  Side
		start float64
		moves bool
	}{{Below, 0.5, false}, {Below, -0.5, true}, {Above, -0.5, false}, {Above, 0.5, true}} {
		p := &Problem{Start: []float64{c.start}, Weights: []float64{1}, Sides: []Side{c.side}, Ridge: 0.01, Step: 0.1, Rounds: 10}
		found, err := p.Search(exactly(value))
		require.NoError(t, err)
		if !c.moves {
			assert.Equal(t, c.start, found.Chosen.Point[0], "a target that is met must not pull")
			continue
		}
		assert.InDelta(t, 0, found.Chosen.Point[0], 0.01, "a target that is not met must pull to its end")
	}
}

// Each point has luck of its own here and no slope is real. Each of 200 slopes is taken for real with a chance of Doubt =
// 0.01, which makes 2; 14 or more have a chance of 3e-8 (Poisson).
func TestNoiseIsNotKnowledge(t *testing.T) {
	const worlds, coordinates = 16, 200
	luck := rand.New(rand.NewPCG(3, 4))
	noise := func(_ string, points [][]float64) (out []Outcome, _ error) {
		for range points {
			values, sum := make([]float64, worlds), 0.0
			for w := range values {
				values[w] = luck.NormFloat64()
				sum += values[w]
			}
			o := Outcome{Distances: []float64{sum / worlds}}
			for _, v := range values {
				o.Without = append(o.Without, []float64{(sum - v) / (worlds - 1)})
			}
			out = append(out, o)
		}
		return out, nil
	}
	p := &Problem{Start: make([]float64, coordinates), Weights: []float64{1}, Sides: make([]Side, 1), Ridge: 1, Step: 0.1}
	slopes, _, err := p.SlopesAt(p.Start, noise)
	require.NoError(t, err)
	sure, large := 0, 0
	for j, slope := range slopes.Values[0] {
		if slopes.Sure[0][j] {
			sure++
		}
		if math.Abs(slope) > 0.1 {
			large++
		}
	}
	assert.Less(t, sure, 14, "luck alone is taken for knowledge")
	assert.Greater(t, large, coordinates/2, "the slopes themselves are not zero: it is their errors that say so")
}

func TestAStepThatLuckCouldGiveIsNotTaken(t *testing.T) {
	p := &Problem{Start: []float64{0}, Weights: []float64{1}, Sides: make([]Side, 1), Ridge: 0.01}
	from := &Evaluation{Point: []float64{0}, Objective: 1, Outcome: Outcome{Without: [][]float64{{1}, {1}, {1}, {1}}}}
	to := func(without ...float64) *Evaluation {
		e := &Evaluation{Point: []float64{0}, Objective: 0.9}
		for _, d := range without {
			e.Outcome.Without = append(e.Outcome.Without, []float64{d})
		}
		return e
	}
	// Objectives without a world are squares: 0.81 to 0.98 (gain steady) against 0.25 to 1.44 (gain a matter of one world).
	assert.True(t, p.better(from, to(0.95, 0.95, 0.94, 0.95)), "a gain that every world shows is real")
	assert.False(t, p.better(from, to(0.5, 1.2, 1.1, 0.9)), "a gain that hangs on one world is luck")
	assert.False(t, p.better(from, to(math.NaN(), 0.95, 0.95, 0.95)), "a target that is lost without one world is no gain")
}

func TestAScreenFindsAnotherValley(t *testing.T) {
	valley := func(z []float64) []float64 { return []float64{math.Min(math.Abs(z[0]+0.5)+0.5, 4*math.Abs(z[0]-0.8))} }
	p := &Problem{Start: []float64{-0.5}, Weights: []float64{1}, Sides: make([]Side, 1), Ridge: 1e-6, Step: 0.05, Rounds: 10}
	stuck, err := p.Search(exactly(valley))
	require.NoError(t, err)
	assert.Less(t, stuck.Chosen.Point[0], 0.0, "from the start alone there is no way out")
	p.Screen = Screen{Points: 40, Spread: 2, Seed: 5}
	found, err := p.Search(exactly(valley))
	require.NoError(t, err)
	assert.InDelta(t, 0.8, found.Chosen.Point[0], 0.02, "40 slices of the box hold points within 0.05 of the deeper valley")
}

func TestAScreenHasOnePointInEachSlice(t *testing.T) {
	points := Screen{Points: 10, Spread: 2, Seed: 1}.points([]float64{0, 0.5})
	for j := range 2 {
		seen := map[int]bool{}
		for _, z := range points {
			seen[int(math.Floor((z[j]+1)/2*10))] = true
		}
		assert.Len(t, seen, 10, "a slice of coordinate %d is empty", j)
	}
	assert.Equal(t, points, Screen{Points: 10, Spread: 2, Seed: 1}.points([]float64{0, 0.5}), "the same seed must spread the same points")
}

func TestAnInterruptedSearchKeepsWhatItKnows(t *testing.T) {
	stop, calls := errors.New("stop"), 0
	judge := func(stage string, points [][]float64) ([]Outcome, error) {
		if calls++; calls == 4 {
			out, _ := exactly(curved)(stage, points[:1])
			return out, stop
		}
		return exactly(curved)(stage, points)
	}
	found, err := toy(1e-6).Search(judge)
	require.ErrorIs(t, err, stop)
	assert.Less(t, found.Chosen.Objective, found.Trace[0].Objective, "the first round is kept")
	assert.Len(t, found.Trace, 1+2+len(dampings)+1, "and so is the point judged before the stop")
}

func TestUndefinedTargetsCountAsFarAway(t *testing.T) {
	half := func(z []float64) []float64 {
		if z[0] > 0 {
			return []float64{math.NaN()}
		}
		return []float64{2 * (z[0] + 0.2)}
	}
	p := &Problem{Start: []float64{-0.9}, Weights: []float64{1}, Sides: make([]Side, 1), Ridge: 1e-6, Step: 0.1, Rounds: 10}
	found, err := p.Search(exactly(half))
	require.NoError(t, err)
	assert.InDelta(t, -0.2, found.Chosen.Point[0], 1e-3)
	assert.Equal(t, float64(Undefined*Undefined), p.objective(p.Start, []float64{math.NaN()}))
}
