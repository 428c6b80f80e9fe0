package checkpoint

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim"
)

// tiny makes a scenario small enough for a test.
var tiny = []string{
	"run.customers=400", "run.markets=4", "run.sellers=16", "run.weeks=52 weeks", "run.warm-up=13 weeks", "run.close=13 weeks",
}

// load loads a scenario, tiny and with further changes.
func load(t *testing.T, name string, sets ...string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(name, append(append([]string{}, tiny...), sets...))
	require.NoError(t, err)
	return s
}

// plan is three worlds of two scenarios.
func plan(t *testing.T) experiment.Plan {
	return experiment.Plan{Scenarios: []*scenarios.Scenario{load(t, "silo"), load(t, "silo+low-skill")},
		Replications: 3, Seed: 7, Workers: 2, Verify: true, Tool: "test", CommandLine: []string{"xsell", "compare"}}
}

// folder keeps histories in a directory of the test.
func folder(t *testing.T, dir string) *Folder {
	return &Folder{Dir: dir, Tool: "test", Note: func(text string) { t.Error("unexpected: " + text) }}
}

// hash is the fingerprint of all tables of a set.
func hash(t *testing.T, set *results.Set) string {
	t.Helper()
	require.NoError(t, results.Write(filepath.Join(t.TempDir(), "out"), set))
	return set.Manifest.ResultsHash
}

// leg lives a plan in a folder until so many customer-weeks are lived, and tells whether it has come to its end.
func leg(t *testing.T, p experiment.Plan, d *Folder, most int64) (set *results.Set, over bool) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var lived atomic.Int64
	p.Live = d.Live
	p.Lived = func(x sim.Stretch) {
		if !x.Earlier && lived.Add(x.CustomerWeeks) > most {
			cancel()
		}
	}
	_, _, err := d.Open(p)
	require.NoError(t, err)
	d.Resume = true
	set, err = experiment.Run(ctx, p)
	if ctx.Err() == nil {
		require.NoError(t, err)
	}
	return set, err == nil
}

// TestAnExperimentInLegsIsTheSame: it is stopped after 1,300 customer-weeks or a little more again and again; there are
// 6 × 400 × 65 = 156,000, so it takes more than ten legs even where each goes on for 13,000.
func TestAnExperimentInLegsIsTheSame(t *testing.T) {
	p := plan(t)
	want, err := experiment.Run(t.Context(), p)
	require.NoError(t, err)
	for _, every := range []time.Duration{0, time.Hour} {
		d, legs := folder(t, filepath.Join(t.TempDir(), "kept")), 0
		d.Every = every
		for {
			legs++
			set, over := leg(t, p, d, 1300)
			if !over {
				continue
			}
			require.Equal(t, hash(t, want), hash(t, set), "after %d legs", legs)
			break
		}
		assert.Greater(t, legs, 10)
		ended, running, err := d.Open(p)
		require.NoError(t, err)
		assert.Equal(t, [2]int{6, 0}, [2]int{ended, running})
		require.NoError(t, os.WriteFile(filepath.Join(d.Dir, "notes.txt"), nil, 0o600))
		require.NoError(t, d.Clear(p))
		left, err := os.ReadDir(d.Dir)
		require.NoError(t, err)
		assert.Len(t, left, 1, "what is kept is removed, and nothing else")
		require.NoError(t, os.Remove(filepath.Join(d.Dir, "notes.txt")))
		require.NoError(t, d.Clear(p))
		assert.NoDirExists(t, d.Dir)
	}
}

func TestARunMayGoOnWithFewerWorldsOrMore(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	p.Workers = 1
	_, over := leg(t, p, d, 110_000) // two worlds of 52,000 customer-weeks and a little more
	require.False(t, over)
	for _, worlds := range []int{2, 4} {
		p.Replications = worlds
		p.Live = nil
		want, err := experiment.Run(t.Context(), p)
		require.NoError(t, err)
		p.Live = d.Live
		got, err := experiment.Run(t.Context(), p)
		require.NoError(t, err)
		require.Equal(t, hash(t, want), hash(t, got), "%d worlds instead of 3", worlds)
	}
}

func TestWhatIsKeptOfAnotherRunIsNotOverwritten(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	_, over := leg(t, p, d, 1300)
	require.False(t, over)
	d.Resume = false
	_, _, err := d.Open(p)
	assert.ErrorContains(t, err, "holds checkpoints of an earlier run: go on with it by --resume, or name another directory")
}

func TestAFolderOfAnotherRunIsRefusedBeforeAnythingIsLived(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	_, over := leg(t, p, d, 40_000)
	require.False(t, over)
	for want, other := range map[string]func(*experiment.Plan){
		"its luck is that of seed 7":                            func(p *experiment.Plan) { p.Seed = 8 },
		"the scenario, an assignment or a constant has changed": func(p *experiment.Plan) { p.Scenarios[0] = load(t, "silo", "targets.pressure=0.9") },
		"its run is 52 weeks":                                   func(p *experiment.Plan) { p.Scenarios[0] = load(t, "silo", "run.weeks=104 weeks") },
	} {
		p := plan(t)
		other(&p)
		_, _, err := d.Open(p)
		require.ErrorContains(t, err, want)
		assert.ErrorContains(t, err, "go on with the same command and program as before, or name another --checkpoint directory")
	}
	d.Tool = "later"
	_, _, err := d.Open(p)
	assert.ErrorContains(t, err, "version test of xsell wrote it, and this is version later")
}

func TestADamagedCheckpointStopsTheRunAndSaysWhatToDo(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	p.Workers = 1
	_, over := leg(t, p, d, 40_000)
	require.False(t, over)
	for _, end := range []string{runningEnd, finishedEnd} {
		found, err := filepath.Glob(filepath.Join(d.Dir, "*"+end))
		require.NoError(t, err)
		require.NotEmpty(t, found, "there are histories that ended and others on their way")
		sound, err := os.ReadFile(found[0])
		require.NoError(t, err)
		text := append([]byte{}, sound...)
		text[len(text)/2] ^= 4
		require.NoError(t, os.WriteFile(found[0], text, 0o600))
		p.Live = d.Live
		_, err = experiment.Run(t.Context(), p)
		require.ErrorContains(t, err, found[0])
		assert.ErrorContains(t, err, "it is damaged")
		assert.ErrorContains(t, err, "remove it to live this history from its start again")
		require.NoError(t, os.WriteFile(found[0], sound, 0o600))
	}
}

func TestADiskThatIsFullDoesNotStopTheRun(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	want, err := experiment.Run(t.Context(), p)
	require.NoError(t, err)
	var notes atomic.Int32
	d.Note = func(text string) {
		assert.True(t, strings.HasPrefix(text, "cannot "), text)
		notes.Add(1)
	}
	for _, leg := range p.Legs() { // a directory where the file should be
		for _, end := range []string{runningEnd, finishedEnd} {
			require.NoError(t, os.Mkdir(d.path(leg, end)+".unfinished", 0o700))
		}
	}
	p.Live = d.Live
	set, err := experiment.Run(t.Context(), p)
	require.NoError(t, err)
	assert.Equal(t, hash(t, want), hash(t, set))
	assert.Positive(t, notes.Load())
}

// TestEveryScenarioOfTheLibraryGoesOnFromItsCheckpoints: timelines, trials, mergers, promises and contracts included.
func TestEveryScenarioOfTheLibraryGoesOnFromItsCheckpoints(t *testing.T) {
	for _, entry := range scenarios.Library() {
		if entry.Partial {
			continue
		}
		s := load(t, entry.Name, "timeline.late.at=20 weeks", "timeline.late.sellers=50 %", "timeline.late.set.targets.pressure=0.95",
			"timeline.odd={ when = \"complaints > 0\", until = \"40 weeks\", customers = \"30 %\", set.organisation.campaign.reach = \"1 per year\" }")
		p := experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 1, Seed: 3, Workers: 2, Verify: true, Tool: "test"}
		want, err := experiment.Run(t.Context(), p)
		require.NoError(t, err)
		d, legs := folder(t, t.TempDir()), 0
		for over := false; !over; legs++ {
			var set *results.Set
			if set, over = leg(t, p, d, 7000); over {
				require.Equal(t, hash(t, want), hash(t, set), "%s after %d legs", entry.Name, legs+1)
			}
		}
		assert.Greater(t, legs, 2, entry.Name)
	}
}
