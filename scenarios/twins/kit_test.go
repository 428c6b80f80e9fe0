package twins

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

// small is a bank in which a test can live a few years.
var small = []string{"run.customers=600", "run.markets=3", "run.sellers=18", "run.weeks=78 weeks", "run.warm-up=13 weeks"}

func load(t *testing.T, name string, more ...string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(name, append(small[:len(small):len(small)], more...))
	require.NoError(t, err)
	return s
}

func plan(worlds int, pair ...*scenarios.Scenario) Plan {
	return Plan{Plan: experiment.Plan{Scenarios: pair, Replications: worlds, Seed: 7, Workers: 2, Verify: true}, People: true}
}

func done(t *testing.T, p Plan) *results.TwinSet {
	t.Helper()
	set, err := Run(t.Context(), p)
	require.NoError(t, err)
	return set
}

// sorted is a sorted copy.
func sorted(values []float64) []float64 { return slices.Sorted(slices.Values(values)) }
