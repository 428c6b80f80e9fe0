package levers

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// small is the size of the firms: enough for thousands of pitches in a world.
var small = []string{"run.markets=4", "run.customers=4000", "run.sellers=40", "run.weeks=65 weeks", "run.warm-up=26 weeks"}

// worlds in which a firm lives; firms that are compared share them.
const worlds = 24

// firm is a scenario of the library with assignments and constants of behaviour laid over it.
type firm struct {
	name string
	sets []string
	mind string // "effort.rest = 0.3; effort.noise = 0.2"
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
func (f firm) load(t *testing.T) *sim.Model {
	t.Helper()
	var text strings.Builder
	for constant := range strings.SplitSeq(f.mind, ";") {
		if path, value, found := strings.Cut(constant, "="); found {
			fmt.Fprintf(&text, "[%s]\nvalue = %s\n", strings.TrimSpace(path), value)
		}
	}
	mind := scenarios.Psychology()
	if f.mind != "" {
		read, err := scenarios.ReadPsychology(text.String())
		require.NoError(t, err)
		mind = read
	}
	s, err := scenarios.LoadWith(f.name, slices.Concat(small, f.sets), mind)
	require.NoError(t, err)
	return s.Model
}

// lived keeps the histories of every firm, so that tests share them.
var lived sync.Map

// live returns the firm's histories.
func (f firm) live(t *testing.T) []*sim.Record {
	t.Helper()
	if kept, found := lived.Load(fmt.Sprint(f)); found {
		return kept.([]*sim.Record)
	}
	model := f.load(t)
	records, broken, failed := make([]*sim.Record, worlds), make([][]string, worlds), make([]error, worlds)
	sim.Parallel(worlds, 2, func(i int) {
		records[i], broken[i], failed[i] = sim.RunVerified(t.Context(), model, draw.World{Seed: 31, Replication: uint64(i + 1)}, 1)
	})
	for i := range records {
		require.NoError(t, failed[i])
		require.Empty(t, broken[i], "the books of %s in world %d", f.name, i+1)
	}
	lived.Store(fmt.Sprint(f), records)
	return records
}

// reading is a number read off one history.
type reading func(*sim.Record) float64

func (f firm) read(t *testing.T, x reading) []float64 {
	t.Helper()
	var values []float64
	for _, r := range f.live(t) {
		values = append(values, x(r))
	}
	return values
}

// measure reads one of the list of measures.
func measure(id string) reading {
	m, found := metric.ByID(id)
	if !found {
		panic("levers: no measure " + id)
	}
	return func(r *sim.Record) float64 { return m.Over(r.Frames) }
}

// count reads flows of the books over the whole run.
func count(counters ...metric.Counter) reading {
	return func(r *sim.Record) (total float64) {
		for i := range r.Frames {
			for _, c := range counters {
				total += float64(r.Frames[i].Books[c])
			}
		}
		return total
	}
}

// bins sums a distribution from one bin up to, not including, another.
func bins(h metric.Hist, from, to int) reading {
	return func(r *sim.Record) (total float64) {
		for _, n := range r.Hists.Bins(h)[from:to] {
			total += float64(n)
		}
		return total
	}
}

func over(a, b reading) reading {
	return func(r *sim.Record) float64 { return a(r) / b(r) }
}

func sum(a, b reading) reading {
	return func(r *sim.Record) float64 { return a(r) + b(r) }
}

// all is the same number in every world.
func all(x float64) []float64 { return slices.Repeat([]float64{x}, worlds) }

// less returns a - factor × b, world by world.
func less(a []float64, factor float64, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] - factor*b[i]
	}
	return out
}

// falseAlarm is the chance with which a test passes though what it claims does not hold.
const falseAlarm = 1e-6

// surely asserts that the mean of the values over all worlds is above zero. Worlds are independent, so the mean of 24
// is above its own standard error times Student's quantile with 23 degrees of freedom, 6.3, by chance once in a million
// times.
func surely(t *testing.T, values []float64, claim string) {
	t.Helper()
	n := float64(len(values))
	mean, sd := stat.MeanStdDev(values, nil)
	reach := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile(1-falseAlarm) * sd / math.Sqrt(n)
	t.Logf("%s: %.4g, at least %.4g", claim, mean, mean-reach)
	if !(mean-reach > 0) {
		t.Errorf("not shown: %s. The difference is %.4g give or take %.4g; %d worlds do not tell it from nothing.",
			claim, mean, reach, len(values))
	}
}

// idle asserts that two firms whose lever has no mechanism live the same histories to the last bit.
func idle(t *testing.T, a, b firm) {
	t.Helper()
	require.Equal(t, a.live(t), b.live(t), "with the mechanism off the lever moves nothing")
}
