package experiment

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/results"
)

// tiny makes a scenario small enough for a test.
var tiny = []string{
	"run.customers=200", "run.markets=2", "run.sellers=8", "run.weeks=26 weeks", "run.warm-up=0 weeks", "run.close=13 weeks",
}

// load loads a scenario, tiny and with further changes.
func load(t *testing.T, name string, sets ...string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(name, append(append([]string{}, tiny...), sets...))
	require.NoError(t, err)
	return s
}

// tinyPlan is three worlds of silo against interlock.
func tinyPlan(t *testing.T) Plan {
	return Plan{
		Scenarios:    []*scenarios.Scenario{load(t, "silo"), load(t, "interlock")},
		Replications: 3, Seed: 7, Workers: 2, Verify: true, Tool: "test", CommandLine: []string{"xsell", "compare"},
	}
}

// done runs a plan that must finish.
func done(t *testing.T, p Plan) *results.Set {
	t.Helper()
	set, err := Run(context.Background(), p)
	require.NoError(t, err)
	return set
}

// written returns the bytes of every file of a set.
func written(t *testing.T, set *results.Set) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, results.Write(dir, set))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	files := make(map[string]string)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		files[e.Name()] = string(data)
	}
	return files
}
