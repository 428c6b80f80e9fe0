package journal

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/lock"
	"xsell/scenarios/results"
)

// tiny makes a scenario small enough for a test.
var tiny = []string{
	"run.customers=200", "run.markets=2", "run.sellers=8", "run.weeks=26 weeks", "run.warm-up=0 weeks", "run.close=13 weeks",
}

// plan is four worlds of two scenarios.
func plan(t *testing.T, sets ...string) experiment.Plan {
	t.Helper()
	p := experiment.Plan{Replications: 4, Seed: 7, Workers: 2, Verify: true, Tool: "test", CommandLine: []string{"xsell", "compare"}}
	for _, name := range []string{"silo", "interlock"} {
		s, err := scenarios.Load(name, append(append([]string{}, tiny...), sets...))
		require.NoError(t, err)
		p.Scenarios = append(p.Scenarios, s)
	}
	return p
}

// open opens the journal of a plan beside dir.
func open(t *testing.T, dir string, p experiment.Plan) (*Journal, error) {
	t.Helper()
	about, err := Of(p, "test", []string{"xsell", "compare"})
	require.NoError(t, err)
	return Open(dir, about, func(text string) { t.Error("unexpected: " + text) })
}

// lived lives a plan with its journal, all of it or so many histories.
func lived(t *testing.T, dir string, p experiment.Plan, most int) (*results.Set, int) {
	t.Helper()
	j, err := open(t, dir, p)
	require.NoError(t, err)
	there := j.Kept()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	p.Live, p.Workers = j.Live, 1
	p.Progress = func(done, _ int) {
		if done == most {
			cancel()
		}
	}
	set, err := experiment.Run(ctx, p)
	if most == 0 {
		require.NoError(t, err)
	}
	require.NoError(t, j.Close())
	return set, there
}

func TestAnExperimentThatWasStoppedGoesOnWithTheHistoriesThatEnded(t *testing.T) {
	p := plan(t)
	want, err := experiment.Run(t.Context(), p)
	require.NoError(t, err)
	dir := filepath.Join(t.TempDir(), "deep", "out")
	lived(t, dir, p, 3)
	set, there := lived(t, dir, p, 0)
	assert.GreaterOrEqual(t, there, 3)
	assert.Equal(t, want.Hash(), set.Hash())
	set, there = lived(t, dir, p, 0)
	assert.Equal(t, 8, there, "nothing is kept twice")
	assert.Equal(t, want.Hash(), set.Hash())
	j, err := open(t, dir, p)
	require.NoError(t, err)
	worlds, histories := j.Worlds(p)
	assert.Equal(t, [2]int{4, 8}, [2]int{worlds, histories})
	assert.True(t, j.Beyond(3) && !j.Beyond(4))
	require.NoError(t, j.Drop())
	assert.NoDirExists(t, Beside(dir), "what was kept is removed")
	lived(t, dir, plan(t), 1)
	assert.DirExists(t, Beside(dir))
}

func TestAJournalWithoutHistoriesLeavesNothingBehind(t *testing.T) {
	above := t.TempDir()
	j, err := open(t, filepath.Join(above, "deep", "out"), plan(t))
	require.NoError(t, err)
	require.NoError(t, j.Close())
	left, err := os.ReadDir(above)
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestAPieceThatWasBeingWrittenCountsForNothing(t *testing.T) {
	p, dir := plan(t), filepath.Join(t.TempDir(), "out")
	want, _ := lived(t, dir, p, 0)
	path := filepath.Join(Beside(dir), piecesFile)
	sound, err := os.ReadFile(path)
	require.NoError(t, err)
	for name, text := range map[string][]byte{
		"killed in a piece":             sound[:len(sound)-100],
		"killed in the head of a piece": append(append([]byte{}, sound...), 1, 2, 3),
		"killed in the first line":      sound[:5],
		"half of it":                    sound[:len(sound)/2],
		"room that was never filled":    append(append([]byte{}, sound...), make([]byte, 5000)...),
	} {
		require.NoError(t, os.WriteFile(path, text, 0o600))
		set, there := lived(t, dir, p, 0)
		assert.LessOrEqual(t, there, 8, name)
		assert.Equal(t, want.Hash(), set.Hash(), name)
	}
}

func TestADamagedJournalIsRefusedWithWhatToDo(t *testing.T) {
	p, dir := plan(t), filepath.Join(t.TempDir(), "out")
	lived(t, dir, p, 0)
	path := filepath.Join(Beside(dir), piecesFile)
	sound, err := os.ReadFile(path)
	require.NoError(t, err)
	for place, what := range map[int]string{3: "it does not begin as journals of this version do", len(magic) + 9: "the checksum at byte 16 does not fit",
		len(sound) / 2: "does not fit", len(magic) + 6: "the checksum at byte 16 does not fit"} {
		text := append([]byte{}, sound...)
		text[place] ^= 4
		require.NoError(t, os.WriteFile(path, text, 0o600))
		_, err = open(t, dir, p)
		require.ErrorContains(t, err, what)
		assert.ErrorContains(t, err, "remove "+Beside(dir)+" and run the same command again")
		assert.FileExists(t, path, "nothing is removed")
	}
	require.NoError(t, os.WriteFile(path, append(append(append([]byte{}, sound...), make([]byte, 50)...), 1), 0o600))
	_, err = open(t, dir, p)
	assert.ErrorContains(t, err, "there is nothing, and something behind it")
	require.NoError(t, os.WriteFile(filepath.Join(Beside(dir), aboutFile), []byte("{"), 0o600))
	_, err = open(t, dir, p)
	assert.ErrorContains(t, err, "to begin again")
}

func TestAJournalOfAnotherExperimentIsRefusedAndKept(t *testing.T) {
	p, dir := plan(t), filepath.Join(t.TempDir(), "out")
	lived(t, dir, p, 3)
	other := plan(t)
	other.Seed = 8
	fewer := plan(t)
	fewer.Scenarios[0].Name = "mine"
	for want, q := range map[string]experiment.Plan{
		"their seed is 7 and not 8":           other,
		"silo was another: an assignment":     plan(t, "targets.pressure=0.9"),
		"mine is none of their scenarios":     fewer,
		"go on with that one by xsell resume": other,
	} {
		_, err := open(t, dir, q)
		require.ErrorContains(t, err, want)
		about, err := Of(q, "test", nil)
		require.NoError(t, err)
		assert.Contains(t, Occupied(dir, about), "holds worlds of another experiment")
	}
	about, err := Of(p, "another build", nil)
	require.NoError(t, err)
	_, err = Open(dir, about, nil)
	assert.ErrorContains(t, err, "another build of xsell lived them, test, and this is another build")
	set, there := lived(t, dir, p, 0)
	assert.GreaterOrEqual(t, there, 3)
	assert.NotNil(t, set)
}

func TestTwoProcessesDoNotWorkOnOneDirectory(t *testing.T) {
	p, dir := plan(t), filepath.Join(t.TempDir(), "out")
	j, err := open(t, dir, p)
	require.NoError(t, err)
	_, err = open(t, dir, p)
	var held *lock.Held
	require.ErrorAs(t, err, &held)
	about, err := Of(p, "test", nil)
	require.NoError(t, err)
	assert.Contains(t, Occupied(dir, about), "another process is at work for "+dir)
	require.NoError(t, j.Close())
	assert.Empty(t, Occupied(dir, about))
}

func TestAJournalThatWasDroppedLeavesTheNextOneAlone(t *testing.T) {
	p, dir := plan(t), filepath.Join(t.TempDir(), "out")
	first, err := open(t, dir, p)
	require.NoError(t, err)
	require.NoError(t, first.Drop())
	second, err := open(t, dir, p)
	require.NoError(t, err)
	require.NoError(t, second.write(Key{"silo", 0}, []byte("a history")))
	require.NoError(t, first.Close(), "as everyone does at the end")
	assert.FileExists(t, filepath.Join(Beside(dir), piecesFile), "what another process keeps is not removed")
	assert.FileExists(t, filepath.Join(Beside(dir), aboutFile))
	require.NoError(t, second.Close())
	assert.DirExists(t, Beside(dir))
}

// TestADiskThatFailsIsToldOnce: a pipe takes what is written and cannot be handed to a disk.
func TestADiskThatFailsIsToldOnce(t *testing.T) {
	j, err := open(t, filepath.Join(t.TempDir(), "out"), plan(t))
	require.NoError(t, err)
	from, to, err := os.Pipe()
	require.NoError(t, err)
	file := j.file
	j.file = to
	for i := range 3 {
		j.synced = j.synced.Add(-2 * syncEvery)
		err := j.write(Key{"silo", i}, []byte("a history"))
		assert.Equal(t, i == 0, err != nil, "history %d: %v", i, err)
	}
	assert.Equal(t, 1, j.Kept())
	j.file = file
	require.NoError(t, errors.Join(from.Close(), to.Close(), j.Close()))
}
