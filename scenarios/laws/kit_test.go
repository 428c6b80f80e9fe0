package laws

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"xsell/scenarios"
	"xsell/scenarios/stats"
	"xsell/sim"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// In how many courses of luck a firm lives; firms that are compared share them, world by world. Laws about rare events
// need many.
const (
	worlds = 12
	many   = 24
)

// firm is a scenario with assignments, and constants of behaviour laid over the shared ones.
type firm struct {
	file string // name of a built-in scenario, or a file in testdata
	sets []string
	mind string // "effort.rest = 0.3; effort.noise = 0.2"
	n    int    // worlds
}

func (f firm) with(sets ...string) firm {
	f.sets = slices.Concat(f.sets, sets)
	return f
}

func (f firm) thinking(constants string) firm {
	f.mind = constants
	return f
}

// load compiles the firm.
func (f firm) load() (*scenarios.Scenario, error) {
	mind, err := scenarios.Psychology(), error(nil)
	if f.mind != "" {
		var text strings.Builder
		for constant := range strings.SplitSeq(f.mind, ";") {
			path, value, _ := strings.Cut(constant, "=")
			fmt.Fprintf(&text, "[%s]\nvalue = %s\n", strings.TrimSpace(path), value)
		}
		if mind, err = scenarios.ReadPsychology(text.String()); err != nil {
			return nil, err
		}
	}
	return scenarios.LoadWith(f.file, f.sets, mind)
}

// lived keeps the histories of every firm, so that tests share them.
var lived sync.Map

// live returns the firm's histories.
func (f firm) live(t *testing.T) []*sim.Record {
	t.Helper()
	if kept, found := lived.Load(fmt.Sprint(f)); found {
		return kept.([]*sim.Record)
	}
	s, err := f.load()
	require.NoError(t, err)
	records, broken, failed := make([]*sim.Record, f.n), make([][]string, f.n), make([]error, f.n)
	sim.Parallel(f.n, 2, func(i int) {
		records[i], broken[i], failed[i] = sim.RunVerified(t.Context(), s.Model, draw.World{Seed: 20, Replication: uint64(i + 1)}, 1)
	})
	for i := range records {
		require.NoError(t, failed[i])
		require.Empty(t, broken[i], "the books of %s in world %d", f.file, i+1)
	}
	lived.Store(fmt.Sprint(f), records)
	return records
}

// reading is a number read off one history.
type reading func(*sim.Record) float64

// read returns a reading of every world of a law's firm.
func (f firm) read(t *testing.T, x reading) []float64 {
	t.Helper()
	records := f.live(t)
	values := make([]float64, len(records))
	for i, r := range records {
		values[i] = x(r)
	}
	return values
}

// measure reads one of the list of measures.
func measure(id string) reading {
	m, found := metric.ByID(id)
	if !found {
		panic("laws: no measure " + id)
	}
	return func(r *sim.Record) float64 { return m.Over(r.Frames) }
}

// always is a reading that every world shares.
func always(x float64) reading { return func(*sim.Record) float64 { return x } }

// less returns a - factor × b, world by world.
func less(a []float64, factor float64, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] - factor*b[i]
	}
	return out
}

// falseAlarm is the chance with which a test of a law passes though what it claims does not hold.
const falseAlarm = 1e-6

// surely asserts that the mean of the values over all worlds is above zero. Worlds are independent, so the mean over
// n of them is above its own standard error times Student's quantile with n - 1 degrees of freedom by chance once in
// a million times: beyond 6.3 standard errors for 24 worlds, 9.0 for 12.
func surely(t *testing.T, values []float64, claim string, about ...any) {
	t.Helper()
	x := stats.Summary(values)
	require.Zero(t, x.Dropped, "a world without a value: %v", values)
	student := distuv.StudentsT{Sigma: 1, Nu: float64(x.N - 1)}
	reach := student.Quantile(1-falseAlarm) * x.SD / math.Sqrt(float64(x.N))
	t.Logf("%s: %.4g, at least %.4g", fmt.Sprintf(claim, about...), x.Mean, x.Mean-reach)
	if !(x.Mean-reach > 0) {
		t.Errorf("not shown: %s. The difference is %.4g give or take %.4g; %d worlds do not tell it from nothing.",
			fmt.Sprintf(claim, about...), x.Mean, reach, x.N)
	}
}
