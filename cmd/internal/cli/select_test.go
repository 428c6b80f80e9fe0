package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// chosen selects among three scenarios, of which one is there twice.
func chosen(words ...string) []string {
	return append(append(append([]string{"select", "silo", "interlock", "silo"}, tiny[2:]...),
		"--decide", "profit_per_customer", "--delta", "EUR 20"), words...)
}

func TestTheBestIsSelectedAndTheCourseIsKept(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, chosen("--out", "one-place")...)
	require.Equal(t, Done, code, err)
	set, failure := results.Read("one-place")
	require.NoError(t, failure)
	x := set.Manifest.Selection
	assert.True(t, x.Settled)
	assert.Equal(t, "silo", x.Selected)
	assert.Contains(t, flowing(out), "silo is selected, and silo-2 was equal to it in profit per customer in every world.")
	assert.Contains(t, flowing(out), "The best is selected with a confidence of 95 % if it leads every other scenario by 20 EUR a year or more")
	assert.Contains(t, err, "interlock is dropped, behind silo by")
	assert.Contains(t, flowing(out), "Where these end depends on who was ahead, so their 95 % intervals hold a little less often")
	assert.Equal(t, x.Shared, set.Manifest.Finished)
	assert.Equal(t, 20, x.First)
	lived := 0
	for _, c := range set.Contestants {
		lived += c.Worlds
	}
	assert.Equal(t, x.Histories, lived)
	assert.Len(t, set.Observed, lived, "every history that was looked at is kept")
	assert.Equal(t, 3*x.Worlds, x.Whole)
	assert.FileExists(t, "one-place/report.html")
	assert.NoDirExists(t, "one-place.unfinished")
	code, again, err := call(t, append(set.Manifest.Command[1:], "--out", "other-place", "--workers", "1", "--quiet", "--verify")...)
	require.Equal(t, Done, code, err)
	two, failure := results.Read("other-place")
	require.NoError(t, failure)
	assert.Equal(t, set.Manifest.ResultsHash, two.Manifest.ResultsHash, "whatever the number of workers")
	assert.Equal(t, out, string(bytes.ReplaceAll([]byte(again), []byte("other-place"), []byte("one-place"))))
	_, drawn, err := call(t, "report", "one-place")
	assert.Equal(t, out, drawn, err)
	selectedInJSON(t, "one-place", "silo")
	refused(t, "one-place is a selection, which ends when it knows the best", "extend", "one-place", "--more", "3")
}

// selectedInJSON says that the document of a selection names the scenario.
func selectedInJSON(t *testing.T, dir, want string) {
	t.Helper()
	code, text, err := call(t, "report", dir, "--json")
	require.Equal(t, Done, code, err)
	var document struct {
		Selection struct {
			Selected    string
			Contestants []struct{ Fate string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(text), &document))
	assert.Equal(t, want, document.Selection.Selected)
	assert.Len(t, document.Selection.Contestants, 3)
}

func TestABudgetThatIsTooSmallSelectsNothing(t *testing.T) {
	elsewhere(t)
	few := append([]string{"select", "silo", "silo+low-skill"}, tiny[2:]...)
	code, out, err := call(t, append(few, "--decide", "profit_per_customer", "--delta", "0.1", "--budget", "22", "--out", "one", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, flowing(out), "Nothing is selected yet: the budget of 22 worlds ended the selection.")
	set, failure := results.Read("one")
	require.NoError(t, failure)
	assert.False(t, set.Manifest.Selection.Settled)
	assert.Equal(t, 22, set.Manifest.Finished)
}

func TestASelectionThatWasStoppedGoesOn(t *testing.T) {
	elsewhere(t)
	code, want, err := call(t, chosen("--out", "whole-place", "--quiet")...)
	require.Equal(t, Done, code, err)
	ctx, cancel := context.WithCancel(t.Context())
	var out, notes bytes.Buffer
	defer cancel()
	stop := &stopsAt{cancel: cancel, files: "half-place.unfinished"}
	go stop.watch()
	code = Main(ctx, chosen("--out", "half-place", "--workers", "1"), &out, &notes)
	cancel()
	if code == Incomplete { // else it was too fast to be stopped
		assert.Contains(t, notes.String(), "the same command goes on with it")
		code, got, err := call(t, "resume", "half-place")
		require.Equal(t, Done, code, err)
		assert.Contains(t, err, "going on with: xsell select silo interlock silo")
		assert.Equal(t, want, string(bytes.ReplaceAll([]byte(got), []byte("half-place"), []byte("whole-place"))))
	}
	sameFiles(t, "whole-place", "half-place")
	assert.NoDirExists(t, "half-place.unfinished")
}

// stopsAt cancels once a journal holds some histories.
type stopsAt struct {
	cancel context.CancelFunc
	files  string
}

func (s *stopsAt) watch() {
	for {
		if info, err := os.Stat(filepath.Join(s.files, "histories")); err == nil && info.Size() > 100_000 {
			s.cancel()
			return
		}
		time.Sleep(time.Millisecond)
	}
}

func TestSelectionsThatCannotBeMeantAreRefused(t *testing.T) {
	elsewhere(t)
	refused(t, "takes at least two scenarios", "select", "silo")
	refused(t, "--delta: say which difference matters", "select", "silo", "interlock", "--decide", "churn")
	refused(t, "--decide: name the measure", "select", "silo", "interlock", "--delta", "1")
	refused(t, "--delta: found", "select", "silo", "interlock", "--decide", "churn", "--delta", "much")
	refused(t, "what matters must be known before anything is run", "select", "silo", "interlock", "--decide", "churn", "--delta", "2 % of the base")
	refused(t, "disclosure_probability happens in a world or it does not", "select", "silo", "interlock", "--decide", "disclosure_probability", "--delta", "1")
	refused(t, "--budget 5: it must be from 20", "select", "silo", "interlock", "--decide", "churn", "--delta", "1", "--budget", "5")
	refused(t, `no measure "chum"`, "select", "silo", "interlock", "--decide", "chum", "--delta", "1")
}

// Fines are rare: designs without any in all worlds seen are not the same.
func TestFinesThatNobodySawSelectNobody(t *testing.T) {
	elsewhere(t)
	few := append([]string{"select", "silo", "interlock", "sales-quota"}, tiny[2:]...)
	code, out, err := call(t, append(few, "--decide", "conduct_bill", "--delta", "1", "--out", "one", "--quiet")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, flowing(out), "Nothing is selected: in conduct bill a difference between silo, interlock and sales-quota was the same in 20 of the first 20 worlds.")
	assert.Contains(t, flowing(out), "no such thing was seen in them")
	assert.NotContains(t, flowing(out), "with a confidence of")
	assert.NotContains(t, flowing(out), "equal to it")
	assert.NotContains(t, flowing(out), "depends on who was ahead", "nobody was dropped")
	set, failure := results.Read("one")
	require.NoError(t, failure)
	assert.False(t, set.Manifest.Selection.Settled)
	assert.Equal(t, 20, set.Manifest.Selection.Unseen)
}
