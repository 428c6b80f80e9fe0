package scenarios_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

var update = flag.Bool("update", false, "write the golden files anew")

// town makes a scenario small enough for a test: two markets over a year.
var town = []string{"run.markets=2", "run.customers=400", "run.sellers=20", "run.weeks=52 weeks", "run.warm-up=13 weeks",
	"run.close=13 weeks"}

// world is the luck of these tests.
var world = draw.World{Seed: 11, Replication: 3}

// inTown is a built-in scenario at the size of a town, with further changes.
func inTown(t *testing.T, name string, sets ...string) *sim.Model {
	t.Helper()
	s, err := scenarios.Load(name, append(append([]string{}, town...), sets...))
	require.NoError(t, err)
	return s.Model
}

// lived is a history of a model in the world of these tests.
func lived(t *testing.T, model *sim.Model, workers int) *sim.Record {
	t.Helper()
	r, broken, err := sim.RunVerified(t.Context(), model, world, workers)
	require.NoError(t, err)
	require.Empty(t, broken, "the books of every history balance")
	return r
}

// digest is a fingerprint of everything in a record: equal only when every bit is.
func digest(t *testing.T, r *sim.Record) string {
	t.Helper()
	var all bytes.Buffer
	for _, f := range r.Frames {
		require.NoError(t, binary.Write(&all, binary.LittleEndian, []int64{int64(f.Week), int64(f.Weeks)}))
		require.NoError(t, binary.Write(&all, binary.LittleEndian, f.Books))
	}
	for _, part := range []any{r.Opening, r.Hists, r.Whale} {
		require.NoError(t, binary.Write(&all, binary.LittleEndian, part))
	}
	sum := sha256.Sum256(all.Bytes())
	return hex.EncodeToString(sum[:])
}

func TestAScenarioUnderAnotherNameIsTheSameHistory(t *testing.T) {
	for _, name := range runnable() {
		text := fmt.Sprintf("base = %q\ntitle = \"The same again\"\nsummary = \"Another name for it.\"\n", name)
		other, err := scenarios.LoadText("zebra.toml", text, town)
		require.NoError(t, err)
		require.Equal(t, lived(t, inTown(t, name), 2), lived(t, other.Model, 2), "%s against itself differs by exactly nothing", name)
	}
}

func TestEveryBuiltInScenarioIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
	for _, name := range runnable() {
		model := inTown(t, name, "run.markets=8")
		want := lived(t, model, 1)
		for _, workers := range []int{2, 3, 8} {
			runtime.GOMAXPROCS(workers)
			require.Equal(t, want, lived(t, model, workers), "%s on %d workers", name, workers)
		}
	}
}

func TestTheBooksOfEveryBuiltInScenarioBalance(t *testing.T) {
	for _, name := range runnable() {
		for _, calendar := range [][]string{{}, {"run.close=4 weeks"}, {"run.weeks=59 weeks", "run.warm-up=5 weeks"}, {"run.markets=1"}} {
			lived(t, inTown(t, name, calendar...), 2)
		}
	}
}

func TestTheSameTextIsAlwaysTheSameTables(t *testing.T) {
	for _, name := range runnable() {
		want := inTown(t, name)
		for range 100 / len(runnable()) {
			require.Equal(t, want, inTown(t, name), "%s compiled again: the order of a map has decided something", name)
		}
	}
}

func TestHistoriesOfTheLibraryAreWhatTheyWere(t *testing.T) {
	var got strings.Builder
	for _, name := range runnable() {
		fmt.Fprintf(&got, "%s %s\n", name, digest(t, lived(t, inTown(t, name), 2)))
	}
	file := filepath.Join("testdata", "histories.golden")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got.String(),
		"histories have changed; if that is meant, run go test ./scenarios -update and say why in the changelog")
}

func TestAnInterventionLeavesThePastAlone(t *testing.T) {
	const date = 30
	for _, name := range runnable() {
		want, moved := lived(t, inTown(t, name), 2), false
		got := lived(t, inTown(t, name, fmt.Sprintf("timeline.late.at=%d weeks", date), "timeline.late.set.targets.pressure=0.95",
			"timeline.late.set.controls.audit=\"50 %\""), 2)
		for i, f := range got.Frames {
			if f.Week < date {
				require.Equal(t, want.Frames[i], f, "%s: the frame that ends with week %d is before week %d", name, f.Week, date)
			}
			moved = moved || f != want.Frames[i]
		}
		require.True(t, moved, "%s: pressure and audits have some effect", name)
	}
}

func TestALongerRunOfAScenarioBeginsWithTheShorterOne(t *testing.T) {
	for _, name := range runnable() {
		short, long := lived(t, inTown(t, name), 2), lived(t, inTown(t, name, "run.weeks=104 weeks"), 2)
		require.Equal(t, short.Frames, long.Frames[:len(short.Frames)], name)
	}
}

// emptyUnit is a unit that may sell and pass on, and in which nobody sits.
func emptyUnit(name string) []string {
	return []string{"organisation.unit." + name + ".seats=0 %", "organisation.unit." + name + ".hours=30 hours per week",
		"organisation.grant." + name + ".unit=" + name, "organisation.grant." + name + ".lines=[\"bank\"]",
		"organisation.grant." + name + ".skill=0.5", "organisation.handoff." + name + "-out.from=" + name,
		"organisation.handoff." + name + "-out.to=life", "organisation.handoff." + name + "-out.ease=0.3",
		"pay.salary." + name + "=EUR 30000 per year"}
}

func TestAUnitNobodySitsInMovesNobody(t *testing.T) {
	for _, name := range []string{"silo", "referral-fee", "interlock"} { // with a unit called life
		want := lived(t, inTown(t, name), 2)
		want.Sold, want.Ways = nil, sim.Ways{} // have a row for every unit
		for _, unit := range []string{"aaa", "zzz"} {
			got := lived(t, inTown(t, name, emptyUnit(unit)...), 2)
			got.Sold, got.Ways = nil, sim.Ways{}
			require.Equal(t, want, got, "%s with an empty unit %s", name, unit)
		}
	}
}

// sum of a counter over a record.
func sum(r *sim.Record, c metric.Counter) (n int64) {
	for i := range r.Frames {
		n += r.Frames[i].Books[c]
	}
	return n
}

func TestCornersOfTheLibrary(t *testing.T) {
	for what, x := range map[string]struct {
		sets []string
		none []metric.Counter // that never happens
	}{
		"every opening is confirmed": {[]string{"controls.validation-call=100 %"}, []metric.Counter{metric.OpeningsUnauthorised, metric.OffendersEver}},
		"no regulator":               {[]string{"environment.regulator=0"}, []metric.Counter{metric.Disclosures, metric.ConductBill}},
		"a strict regulator":         {[]string{"environment.regulator=100"}, nil},
		"everybody caught goes":      {[]string{"controls.dismissal=100 %", "controls.audit=100 %", "controls.warning=0 %"}, nil},
		"nobody joins":               {[]string{"market.joining=0 per year", "organisation.contract.*.sends=0 per year"}, []metric.Counter{metric.Joined, metric.OpenedAtJoining, metric.CostAcquisition}},
		"nobody leaves":              {[]string{"market.exit=0 per year"}, nil},
		"all timing is free":         {[]string{"targets.timing-control=100 %", "targets.pressure=1.0"}, nil},
		"no timing":                  {[]string{"targets.timing-control=0 %", "organisation.bundle-discount=0 %"}, []metric.Counter{metric.PulledForward, metric.HeldBack, metric.CostDiscounts}},
		"one seller":                 {[]string{"run.markets=1", "run.sellers=1"}, nil},
		"a market a customer":        {[]string{"run.markets=40", "run.customers=40", "run.sellers=40"}, nil},
		"one customer":               {[]string{"run.markets=1", "run.customers=1"}, nil},
		"one week":                   {[]string{"run.weeks=1 week", "run.warm-up=0 weeks", "run.close=1 week"}, nil},
	} {
		for _, name := range runnable() {
			r := lived(t, inTown(t, name, x.sets...), 2)
			for _, c := range x.none {
				require.Zero(t, sum(r, c), "%s, %s: %s", name, what, metric.Items[c].Title)
			}
		}
	}
}
