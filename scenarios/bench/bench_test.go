package bench

import (
	"context"
	"errors"
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
	"xsell/sim"
)

// quick is a plan of a second.
func quick() Plan {
	return Plan{Scenarios: []string{"silo", "sales-quota"}, Sets: []string{"run.warm-up=13 weeks"}, Customers: 1000, Weeks: 13, Repetitions: 3, Tool: "test"}
}

func TestABenchMeasuresEverythingItNames(t *testing.T) {
	starts := 0
	start := func(context.Context) (results.Start, error) {
		starts++
		return results.Start{Wall: float64(starts), CPU: 1}, nil
	}
	b, err := Measure(t.Context(), quick(), start)
	require.NoError(t, err)
	assert.Equal(t, results.BenchSchema, b.Schema)
	assert.Equal(t, 3, starts, "the start is measured in every repetition")
	assert.Equal(t, 2.0, b.Start.Wall, "the middle one of three counts")
	assert.Positive(t, b.Yardstick.Integer)
	assert.Positive(t, b.Yardstick.Memory)
	require.Len(t, b.Scenarios, 2)
	for _, s := range b.Scenarios {
		assert.Equal(t, []int{1000, 1250, 10, 1, 26}, []int{s.Customers, s.Households, s.Sellers, s.Markets, s.Weeks}, "%s keeps its market's size", s.Name)
		for name, x := range map[string]float64{"cost": s.Cost, "ratio": s.Ratio, "memory ratio": s.MemoryRatio, "speed": s.PerSecond, "speed on all": s.PerSecondAll, "speed-up": s.SpeedUp} {
			assert.Greater(t, x, 0.0, "%s: %s", s.Name, name)
			assert.False(t, math.IsInf(x, 0), "%s: %s", s.Name, name)
		}
		assert.Greater(t, s.Bytes, 50.0, "a household of %s has columns", s.Name)
		assert.Less(t, s.Bytes, 5000.0, "a household of %s is no object", s.Name)
		parts := sim.Parts()
		require.Len(t, s.Parts, len(parts))
		for i, part := range s.Parts {
			assert.Equal(t, parts[i], part.Name)
			assert.GreaterOrEqual(t, part.Share, 0.0)
		}
	}
}

func TestSizesDifferInTheirMarketsOnly(t *testing.T) {
	p := quick()
	p.Scenarios, p.Sizes, p.Repetitions = []string{"silo"}, []int{1000, 3000}, 2
	b, err := MeasureSizes(t.Context(), p)
	require.NoError(t, err)
	require.Len(t, b.Sizes, 2)
	for i, x := range b.Sizes {
		times := 1 + 2*i
		assert.Equal(t, []int{1000 * times, times, 10 * times, 26, 2}, []int{x.Customers, x.Markets, x.Sellers, x.Weeks, x.Lived})
		assert.Positive(t, x.Cost)
		assert.Positive(t, x.Ratio)
	}
	p.Scenarios = []string{"silo", "interlock"}
	_, err = MeasureSizes(t.Context(), p)
	assert.ErrorContains(t, err, "of one scenario, not of 2")
}

func TestPartsComeToTheWhole(t *testing.T) {
	p := quick()
	p.Repetitions = 1
	b, err := Measure(t.Context(), p, nil)
	require.NoError(t, err)
	for _, s := range b.Scenarios {
		share := 0.0
		for _, part := range s.Parts {
			share += part.Share
		}
		assert.InDelta(t, 1, share, 1e-9, "%s: no time is counted twice or left out", s.Name)
	}
}

func TestABadPlanIsRefusedWithEveryReason(t *testing.T) {
	_, err := Measure(t.Context(), Plan{Workers: -1}, nil)
	require.Error(t, err)
	for _, reason := range []string{"0 customers: at least 1", "0 weeks", "0 repetitions", "-1 workers", "0 scenarios"} {
		assert.ErrorContains(t, err, reason)
	}
	p := quick()
	p.Scenarios = []string{"silow", "sales-quoat"}
	_, err = Measure(t.Context(), p, nil)
	assert.ErrorContains(t, err, "silow")
	assert.ErrorContains(t, err, "sales-quoat")
}

func TestABenchCanBeInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Measure(ctx, quick(), nil)
	assert.ErrorContains(t, err, "interrupted")
	assert.ErrorIs(t, err, context.Canceled)
	_, _, err = Fingerprints(ctx, 1)
	assert.ErrorIs(t, err, context.Canceled)
	refused := errors.New("no such program")
	_, err = Measure(t.Context(), quick(), func(context.Context) (results.Start, error) { return results.Start{}, refused })
	assert.ErrorIs(t, err, refused)
}

func TestARecordIsReadAsItWasWritten(t *testing.T) {
	b := &results.Bench{System: "linux/amd64", Go: "go1", Scenarios: []results.BenchScenario{{Name: "silo", Ratio: 20.04}}}
	path := filepath.Join(t.TempDir(), "ratio.toml")
	require.NoError(t, Record(quick(), b).Write(path))
	r, err := ReadRecorded(path)
	require.NoError(t, err)
	assert.Equal(t, map[string]float64{"silo": 20}, r.Ratios)
	p := r.Plan(Plan{Tool: "test"})
	assert.Equal(t, Plan{Scenarios: []string{"silo"}, Customers: 1000, Weeks: 13, Repetitions: 3, Tool: "test"}, p, "measured again at the same sizes")

	assert.Empty(t, r.Dearer(b, 0.3))
	b.Scenarios[0].Ratio = 25.9
	assert.Empty(t, r.Dearer(b, 0.3), "29.5 % more is within the margin")
	b.Scenarios[0].Ratio = 30
	assert.Equal(t, []string{"silo: a customer-week costs 30.0 yardsticks, 50 % more than the 20.0 on record; 30 % are allowed"}, r.Dearer(b, 0.3))
	b.Scenarios[0].Name = "interlock"
	assert.Len(t, r.Dearer(b, 0.3), 1, "what is not recorded cannot pass")
	_, err = ReadRecorded(filepath.Join(t.TempDir(), "none.toml"))
	assert.Error(t, err)
}

func TestTheMiddleOneCounts(t *testing.T) {
	self := func(x float64) float64 { return x }
	assert.Equal(t, 3.0, median([]float64{9, 3, 1}, self))
	assert.Equal(t, 2.0, median([]float64{3, 1}, self))
	assert.Zero(t, median(nil, self), "nothing measured is written as 0")
}

func TestFingerprintsAreTheSameOnAnyNumberOfWorkers(t *testing.T) {
	each, whole, err := Fingerprints(t.Context(), 1)
	require.NoError(t, err)
	require.Greater(t, len(each), 15, "the library is there")
	for _, workers := range []int{2, 3, 8} {
		again, same, err := Fingerprints(t.Context(), workers)
		require.NoError(t, err)
		assert.Equal(t, each, again, "%d workers", workers)
		assert.Equal(t, whole, same, "%d workers", workers)
	}
	seen := map[string]string{}
	for _, x := range each {
		assert.Empty(t, seen[x.Digest], "%s and %s are the same history", x.Scenario, seen[x.Digest])
		seen[x.Digest] = x.Scenario
	}
}
