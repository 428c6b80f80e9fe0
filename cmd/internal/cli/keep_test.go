package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/sim"
)

func TestARunThatWasStoppedGoesOnToTheSameBytes(t *testing.T) {
	elsewhere(t)
	ten := with("compare", "silo", "silo+low-skill", "--replications", "5", "--workers", "2", "--verify")
	code, want, _ := call(t, append(ten, "--out", "whole")...)
	require.Equal(t, Done, code)
	kept := append(ten, "--checkpoint", "kept", "--checkpoint-every", "0 minutes")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	err := &halfway{cancel: cancel}
	code = Main(ctx, append(kept, "--out", "legs"), &out, err)
	require.Equal(t, Incomplete, code, err.String())
	assert.Contains(t, err.String(), "all that was lived is kept in kept, and the same command with --resume goes on from there")
	assert.NoDirExists(t, "legs", "results are written when the run is complete")
	assert.Empty(t, out.String())
	code, got, notes := call(t, append(kept, "--out", "legs", "--resume")...)
	require.Equal(t, Done, code, notes)
	assert.Regexp(t, `going on from kept: [56] of 10 histories have ended, [012] are on their way`, notes)
	assert.Equal(t, want, string(bytes.ReplaceAll([]byte(got), []byte("legs"), []byte("whole"))))
	tables, failure := filepath.Glob("whole/*.*")
	require.NoError(t, failure)
	for _, path := range tables {
		one, first := os.ReadFile(path)
		other, second := os.ReadFile(filepath.Join("legs", filepath.Base(path)))
		require.NoError(t, first)
		require.NoError(t, second)
		assert.True(t, bytes.Equal(one, other), "%s is the same to the last byte", path)
	}
	assert.NoDirExists(t, "kept", "once results are safe, what was kept is removed")
}

func TestResumingFromAnEmptyDirectoryBeginsAtTheStart(t *testing.T) {
	elsewhere(t)
	code, _, notes := call(t, with("run", "silo", "--checkpoint", "kept", "--resume")...)
	require.Equal(t, Done, code, notes)
	assert.Contains(t, notes, "nothing is kept in kept yet: the run begins at its start")
}

func TestKeepingThatCannotBeMeantIsRefused(t *testing.T) {
	elsewhere(t)
	refused(t, "--resume: name the directory as well, with --checkpoint DIR", with("run", "silo", "--resume")...)
	refused(t, "--checkpoint-every: name the directory", with("run", "silo", "--checkpoint-every", "1 hour")...)
	refused(t, `--checkpoint-every: found "5"`, with("run", "silo", "--checkpoint", "kept", "--checkpoint-every", "5")...)
	refused(t, "panels are written while a history is lived", with("run", "silo", "--checkpoint", "kept", "--panel", "sellers")...)
	refused(t, "results go to here; name a directory beside it", with("run", "silo", "--checkpoint", "here/kept", "--out", "here")...)
	refused(t, "results go to kept/here", with("run", "silo", "--checkpoint", "kept", "--out", "kept/here")...)
	require.NoError(t, os.Mkdir("kept", 0o700))
	require.NoError(t, os.WriteFile("kept/1-silo-0.checkpoint", []byte("week,measure\n"), 0o600))
	refused(t, "kept holds checkpoints of an earlier run", with("run", "silo", "--checkpoint", "kept")...)
	refused(t, "cannot go on from kept/1-silo-0.checkpoint: it is no checkpoint of xsell", with("run", "silo", "--checkpoint", "kept", "--resume")...)
}

func TestAScenarioMaySayInHowManyWorldsItIsLived(t *testing.T) {
	elsewhere(t)
	few := tiny[2:] // without --replications
	for _, x := range []struct {
		args []string
		want int
	}{
		{[]string{"--set", "run.replications=3"}, 3},
		{[]string{"--set", "run.replications=3", "--replications", "2"}, 2},
	} {
		dir := t.TempDir()
		code, _, err := call(t, append(append([]string{"run", "silo", "--quiet", "--out", dir}, few...), x.args...)...)
		require.Equal(t, Done, code, err)
		set, failure := results.Read(dir)
		require.NoError(t, failure)
		assert.Equal(t, x.want, set.Manifest.Asked)
		assert.Contains(t, set.Manifest.Command, "--replications")
	}
}

// meterOf is the meter of a plan of one silo at a size, with a clock that a test moves.
func meterOf(t *testing.T, replications int, sets ...string) (m *meter, clock *time.Time) {
	t.Helper()
	s, err := scenarios.Load("silo", sets)
	require.NoError(t, err)
	clock = &time.Time{}
	return newMeter(experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: replications}, func() time.Time { return *clock }), clock
}

func TestAMeterIsForFewAndBigHistories(t *testing.T) {
	for _, x := range []struct {
		replications int
		customers    string
		want         bool
	}{{1, "20_000", false}, {1, "1_000_000", true}, {9, "1_000_000", true}, {10, "1_000_000", false}} {
		m, _ := meterOf(t, x.replications, "run.customers="+x.customers)
		assert.Equal(t, x.want, m.big(), "%d histories of %s customers", x.replications, x.customers)
	}
}

func TestAMeterSaysWeekTimeLeftSpeedAndMemory(t *testing.T) {
	m, clock := meterOf(t, 1, "run.customers=1_000_000") // 312 weeks, 52 of them of the warm-up
	var out bytes.Buffer
	m.on(&out)
	week := func(n int64, earlier bool) {
		*clock = clock.Add(10 * time.Second)
		m.add(sim.Stretch{CustomerWeeks: n * 1_000_000, Earlier: earlier})
	}
	week(26, true)
	assert.Empty(t, out.String(), "what was lived before says nothing of the speed")
	week(20, false)
	assert.Regexp(t, `^15 % lived: week 46 of 52 of the warm-up, about 2 min left, 2\.0 million customer-weeks a second, \d+\.\d GiB\n$`, out.String())
	out.Reset()
	week(136, false)
	assert.Regexp(t, `^58 % lived: week 130 of 260, about 17 s left, 7\.8 million customer-weeks a second`, out.String())
	out.Reset()
	week(1, false)
	assert.Empty(t, out.String(), "a line whenever another twentieth is lived")
	week(129, false)
	assert.Regexp(t, `^100 % lived: week 260 of 260, 7\.[12] million customer-weeks a second, \d+\.\d GiB\n$`, out.String())
	assert.EqualValues(t, 286_000_000, m.lived-m.earlier)
}

func TestHistoriesThatDoNotFitTogetherAreLivedOneAfterTheOther(t *testing.T) {
	s, err := scenarios.Load("silo", []string{"run.customers=1_000_000"})
	require.NoError(t, err)
	p := experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 6, Workers: 4}
	one := historyMemory(s.Model)
	for want, memory := range map[int]float64{1: 0.5 * one, 2: 2.5*one + tableMemory(p), 4: 99*one + tableMemory(p)} {
		p.AtOnce = 0
		p.AtOnce = atOnce(p, memory)
		assert.Equal(t, want, p.Abreast())
		if memory < one {
			assert.ErrorContains(t, fits(p, memory), "take fewer customers")
		} else {
			assert.NoError(t, fits(p, memory))
		}
	}
	assert.ErrorContains(t, traceFits(s.Model, 0.5*one), "take fewer customers in fewer markets")
	assert.NoError(t, traceFits(s.Model, 1.5*one))
}

func TestABigRunKeepsLittleGarbageAndASmallOneTheUsual(t *testing.T) {
	for customers, want := range map[string]int{"20_000": 100, "20_000_000": sparingPct} {
		s, err := scenarios.Load("silo", []string{"run.customers=" + customers})
		require.NoError(t, err)
		usual := debug.SetGCPercent(100)
		undo := spareMemory(experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 1, Workers: 1})
		assert.Equal(t, want, debug.SetGCPercent(100), "%s customers", customers)
		undo()
		debug.SetGCPercent(usual)
	}
}
