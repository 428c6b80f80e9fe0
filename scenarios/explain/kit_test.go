package explain

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim/metric"
)

// tiny makes a scenario small enough for a test.
var tiny = []string{
	"run.customers=120", "run.markets=1", "run.sellers=8", "run.weeks=26 weeks", "run.warm-up=0 weeks", "run.close=13 weeks",
}

// load loads a scenario, tiny and with further changes.
func load(t *testing.T, name string, sets ...string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(name, append(append([]string{}, tiny...), sets...))
	require.NoError(t, err)
	return s
}

// variant is silo, tiny and changed by the text of a file.
func variant(t *testing.T, name, text string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.LoadText(filepath.Join(t.TempDir(), name+".toml"), "base = \"silo\"\ntitle = \""+name+"\"\n"+text, tiny)
	require.NoError(t, err)
	s.Name = name
	return s
}

// every lists all measures.
func every() (ids []string) {
	for i := range metric.Measures {
		ids = append(ids, metric.Measures[i].ID)
	}
	return ids
}

// planOf is a plan of three worlds about all measures.
func planOf(t *testing.T, from, to *scenarios.Scenario, level string, hands ...Hand) Plan {
	t.Helper()
	split, err := Of(from, to, level, hands)
	require.NoError(t, err)
	p := Plan{Plan: experiment.Plan{Scenarios: []*scenarios.Scenario{from, to}, Replications: 3, Seed: 7, Workers: 2, Verify: true, Tool: "test"},
		Split: split, Measures: every(), Pairs: 1}
	require.NoError(t, Check(p))
	p.Prepare()
	return p
}

// told runs a plan that must finish.
func told(t *testing.T, p Plan) *results.ExplainSet {
	t.Helper()
	set, err := Run(context.Background(), p)
	require.NoError(t, err)
	return set
}

// leverNames lists the names of levers.
func leverNames(levers []Lever) (list []string) {
	for _, l := range levers {
		list = append(list, l.Name)
	}
	return list
}
