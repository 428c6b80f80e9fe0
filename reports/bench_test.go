package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// speed is a bench of two scenarios with a build, two phases and the closes.
func speed() *results.Bench {
	parts := []results.BenchPart{{Name: "build", Cost: 1000, Ratio: 500, Share: 0.1}, {Name: "luck", Cost: 2, Ratio: 1, Share: 0.1},
		{Name: "want", Cost: 9, Ratio: 4.5, Share: 0.45}, {Name: "close", Cost: 7, Ratio: 3.5, Share: 0.35}}
	s := results.BenchScenario{Name: "silo", Customers: 6000, Households: 7500, Sellers: 60, Markets: 6, Weeks: 156, Cost: 20, Ratio: 10,
		MemoryRatio: 8, PerSecond: 5e7, Workers: 2, PerSecondAll: 9e7, SpeedUp: 1.9, CostAll: 21, Bytes: 310, Parts: parts}
	other := s
	other.Name = "sales-quota"
	return &results.Bench{Schema: results.BenchSchema, Tool: "test", Go: "go1.26", System: "linux/amd64", Processors: 2, Clock: "cpu",
		Repetitions: 5, Yardstick: results.Yardstick{Integer: 2, Memory: 2.5}, Start: results.Start{Wall: 9, CPU: 7},
		Scenarios: []results.BenchScenario{s, other}}
}

func TestSpeedIsToldWithItsWords(t *testing.T) {
	var out strings.Builder
	require.NoError(t, BenchTable(&out, speed()))
	for _, told := range []string{
		"linux/amd64", "processor time", "yardstick, integer     2.00 ns", "start of the program    9.0 ms",
		"silo: 6,000 customers (7,500 households, 310 bytes each after the build), 60 sellers, 6 markets, 156 weeks",
		"50.0 million customer-weeks a second, 20.0 ns each: 10.0 yardsticks",
		"2 workers: 90.0 million customer-weeks a second on the wall, 1.90 times as fast as one",
		"  want         9.00        4.50   45.0 %\n", "A customer-week is",
	} {
		assert.Contains(t, out.String(), told)
	}
	wall := speed()
	wall.Clock, wall.Start, wall.Scenarios[0].Draws = "wall", results.Start{}, 3.5
	out.Reset()
	require.NoError(t, BenchTable(&out, wall))
	assert.Contains(t, out.String(), "time on the wall, as this system")
	assert.Contains(t, out.String(), "3.50 keyed draws per customer-week")
	assert.NotContains(t, out.String(), "start of the program", "what was not measured is not told")
}

func TestTheTimeOfAWeekIsDrawn(t *testing.T) {
	pictures, err := BenchPictures(speed())
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(pictures["phases.png"], []byte("\x89PNG")))
	for _, word := range []string{"sales-quota", "want", "close"} {
		assert.Contains(t, string(pictures["phases.svg"]), ">"+word+"<")
	}
	assert.NotContains(t, string(pictures["phases.svg"]), ">build<", "the build is no part of a week")
	_, err = BenchPictures(&results.Bench{})
	assert.Error(t, err)
}
