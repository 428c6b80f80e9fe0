package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// small is a comparison of some seconds in all, of which a world takes some ten milliseconds.
var small = []string{
	"--weeks", "26", "--set", "run.customers=2000", "--set", "run.markets=2", "--set", "run.sellers=40",
	"--set", "run.warm-up=0 weeks", "--set", "run.close=13 weeks",
}

// program is the built program in a directory of its own.
type program struct {
	path string
	luck *rand.Rand      // for the moments of its end
	said strings.Builder // by those that were killed
}

func built(t *testing.T) *program {
	t.Helper()
	require.NoError(t, homeless)
	p := &program{path: filepath.Join(t.TempDir(), "xsell"), luck: rand.New(rand.NewPCG(1, 2))}
	build := exec.Command("go", "build", "-o", p.path, ".")
	build.Dir = home
	text, err := build.CombinedOutput()
	require.NoError(t, err, string(text))
	t.Chdir(t.TempDir())
	return p
}

// run runs the program to its end.
func (p *program) run(t *testing.T, words ...string) string {
	t.Helper()
	text, err := exec.Command(p.path, words...).CombinedOutput()
	require.NoError(t, err, "%s: %s", strings.Join(words, " "), text)
	return string(text)
}

// finish runs the program to its end, unless it was killed in the moment in which everything was done.
func (p *program) finish(t *testing.T, words ...string) string {
	t.Helper()
	text, err := exec.Command(p.path, words...).CombinedOutput()
	done := strings.Contains(string(text), "holds other results") || strings.Contains(string(text), "worlds already")
	require.True(t, err == nil || done, "%s: %s", strings.Join(words, " "), text)
	return string(text)
}

// killed starts the program and kills it at a moment that luck chooses: up to so long after another history has ended in the
// directory of its results, so that it comes on however slow the machine is. False where it came to its end before.
func (p *program) killed(t *testing.T, dir string, most time.Duration, words ...string) bool {
	t.Helper()
	journal := filepath.Join(dir+".unfinished", "histories")
	before := size(journal)
	cmd := exec.Command(p.path, words...)
	var said bytes.Buffer
	cmd.Stderr = &said
	require.NoError(t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	defer func() { p.said.Write(said.Bytes()) }()
	for size(journal) <= before {
		select {
		case <-ended:
			return false
		case <-time.After(time.Millisecond):
		}
	}
	time.Sleep(time.Duration(p.luck.Int64N(int64(most))))
	failure := cmd.Process.Kill()
	err := <-ended
	return failure == nil && err != nil && strings.Contains(err.Error(), "killed")
}

// size of a file; 0 of none, and of one without a history.
func size(path string) int64 {
	const firstLine = 64
	info, err := os.Stat(path)
	if err != nil || info.Size() < firstLine {
		return 0
	}
	return info.Size()
}

// hash is that of the results in a directory.
func hash(t *testing.T, dir string) string {
	t.Helper()
	set, err := results.Read(dir)
	require.NoError(t, err)
	return set.Manifest.ResultsHash
}

// alone makes sure that nothing is left beside the results.
func alone(t *testing.T, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	assert.ElementsMatch(t, names, found, "nothing is left beside the results")
}

// TestWhatWasKilledGoesOnToTheSameBytes kills the built program again and again at moments that luck chooses, in a
// comparison, then in its extension, then in a selection, and goes on each time: the results are those of a program that nobody killed.
func TestWhatWasKilledGoesOnToTheSameBytes(t *testing.T) {
	p := built(t)
	compare := func(worlds, out string) []string {
		return append([]string{"compare", "silo", "interlock", "--replications", worlds, "--out", out}, small...)
	}
	p.run(t, compare("12", "whole")...)
	kills, goes := 0, ""
	for range 3 {
		if !p.killed(t, "often", 100*time.Millisecond, compare("8", "often")...) {
			break
		}
		kills++
	}
	goes += p.finish(t, compare("8", "often")...)
	for range 2 {
		if !p.killed(t, "often", 100*time.Millisecond, "extend", "often", "--replications", "12") {
			break
		}
		kills++
	}
	goes += p.finish(t, "extend", "often", "--replications", "12")
	choose := func(out string) []string {
		return append([]string{"select", "silo", "interlock", "--decide", "profit_per_customer", "--delta", "EUR 1", "--budget", "20", "--out", out}, small...)
	}
	for range 2 {
		if !p.killed(t, "best", 100*time.Millisecond, choose("best")...) {
			break
		}
		kills++
	}
	p.finish(t, choose("best")...)
	p.run(t, choose("alone")...)
	t.Logf("killed %d times", kills)
	assert.Contains(t, p.said.String()+goes, "worlds were there", "it has gone on from worlds that had ended")
	assert.Equal(t, hash(t, "whole"), hash(t, "often"))
	assert.FileExists(t, "often/report.html")
	assert.Equal(t, hash(t, "alone"), hash(t, "best"))
	alone(t, "whole", "often", "best", "alone")
}

// TestOfTwoProcessesInOneDirectoryOneIsRefused: while one works a second finds it and steps back, and nothing of the first is
// lost; two extensions at once add the worlds of both or of one, and say so.
func TestOfTwoProcessesInOneDirectoryOneIsRefused(t *testing.T) {
	p := built(t)
	words := append([]string{"run", "silo", "--replications", "60", "--out", "both"}, small...)
	first := exec.Command(p.path, words...)
	require.NoError(t, first.Start())
	ended := make(chan error, 1)
	go func() { ended <- first.Wait() }()
	journal := filepath.Join("both.unfinished", "histories")
	require.Eventually(t, func() bool { return size(journal) > 0 }, time.Minute, time.Millisecond)
	text, err := exec.Command(p.path, words...).CombinedOutput()
	require.Error(t, err)
	assert.Contains(t, string(text), "is at work in both.unfinished")
	require.NoError(t, <-ended, "the first comes to its end")
	more := make(chan string, 2)
	for range 2 {
		go func() {
			text, err := exec.Command(p.path, "extend", "both", "--more", "3").CombinedOutput()
			if err == nil {
				text = nil
			}
			more <- string(text)
		}()
	}
	worlds := 60
	for range 2 {
		if refusal := <-more; refusal == "" {
			worlds += 3
		} else {
			assert.Regexp(t, "is at work in both.unfinished|has been changed by another command", refusal)
		}
	}
	set, err := results.Read("both")
	require.NoError(t, err)
	assert.Equal(t, worlds, set.Manifest.Finished, "no world is lost in silence")
	assert.Greater(t, worlds, 60)
	alone(t, "both")
}

// home is the directory of this package.
var home, homeless = os.Getwd()
