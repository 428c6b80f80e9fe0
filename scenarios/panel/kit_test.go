package panel

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// tiny makes a scenario small enough for a test, with sellers who come and go.
var tiny = []string{
	"run.customers=300", "run.markets=2", "run.sellers=20", "run.weeks=65 weeks", "run.warm-up=13 weeks", "run.close=13 weeks",
}

// plan is two worlds of scenarios, tiny.
func plan(t *testing.T, names ...string) experiment.Plan {
	t.Helper()
	p := experiment.Plan{Replications: 2, Seed: 11, Workers: 2, Tool: "test", Verify: true, CommandLine: []string{"xsell"}}
	for _, name := range names {
		s, err := scenarios.Load(name, tiny)
		require.NoError(t, err)
		p.Scenarios = append(p.Scenarios, s)
	}
	return p
}

// recorded runs a plan with panels and returns its results and the directory with the files of the panels.
func recorded(t *testing.T, p experiment.Plan, order Order) (*results.Set, string) {
	t.Helper()
	r, err := NewRecorder(order, filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	p.Watch = r.Watch
	set, err := experiment.Run(t.Context(), p)
	require.NoError(t, err)
	files, err := r.Join(len(p.Scenarios), set.Manifest.Finished)
	require.NoError(t, err)
	kept := t.TempDir()
	for _, path := range files {
		require.NoError(t, os.Link(path, filepath.Join(kept, filepath.Base(path))))
	}
	require.NoError(t, r.Close())
	require.NoDirExists(t, r.dir, "what was on the way must be gone")
	return set, kept
}

// sheetRows reads a panel back from its Parquet file.
func sheetRows[T any](t *testing.T, x sheet[T], dir string) (all []T) {
	t.Helper()
	require.NoError(t, x.each(filepath.Join(dir, x.file(".parquet")), func(rows []T) error {
		all = append(all, rows...)
		return nil
	}))
	return all
}

var (
	sellerSheet   = sheets["sellers"].(sheet[Seller])
	customerSheet = sheets["customers"].(sheet[Customer])
	accountSheet  = sheets["accounts"].(sheet[Account])
)

// table reads a CSV file of a panel.
func table(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return rows
}

// booked is the sum of a counter over the closes of a scenario in a world.
func booked(set *results.Set, scenario string, world int, item string) (sum int64) {
	for _, b := range set.Books {
		if b.Scenario == scenario && b.Replication == world && b.Item == item {
			sum += b.Value
		}
	}
	return sum
}

func text(n int32) string { return strconv.Itoa(int(n)) }
