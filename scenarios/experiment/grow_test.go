package experiment

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/sim"
)

// stored writes a set and reads it back.
func stored(t *testing.T, set *results.Set) *results.Set {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, results.Write(dir, set))
	back, err := results.Read(dir)
	require.NoError(t, err)
	return back
}

// grown is a plan of so many worlds, extended from results on disk to as many as another asks for.
func grown(t *testing.T, p Plan, from, to int) *results.Set {
	t.Helper()
	p.Replications = from
	before := stored(t, done(t, p))
	again, err := Again(before)
	require.NoError(t, err)
	again.Workers, again.Verify, again.Replications = 2, true, to
	require.NoError(t, SameHistories(t.Context(), again, before))
	set, err := RunAhead(t.Context(), again, to, before, func(Outcomes) int { return to })
	require.NoError(t, err)
	return set
}

func TestResultsThatHaveGrownAreThoseOfOneRun(t *testing.T) {
	two := tinyPlan(t)
	two.Scenarios = append(two.Scenarios, load(t, "silo", "run.sellers=4"), load(t, "silo", "run.sellers=6"))
	for name, p := range map[string]Plan{"four scenarios, three of one name": two, "trials, conditions and changes that never come": triedPlan(t)} {
		p.Replications = 5
		whole := done(t, p)
		for _, from := range []int{1, 3, 4} {
			set := grown(t, p, from, 5)
			assert.Equal(t, written(t, whole), written(t, set), "%s: from %d worlds to 5, to the last byte", name, from)
		}
	}
}

func TestEveryScenarioOfTheLibraryIsTheSameModelWhenReadFromItsResults(t *testing.T) {
	for _, entry := range scenarios.Library() {
		if entry.Partial {
			continue
		}
		s, err := scenarios.Load(entry.Name, nil)
		require.NoError(t, err)
		kept := described(s, entry.Name)
		_, err = compiledAgain(&kept, "")
		assert.NoError(t, err, entry.Name)
	}
}

func TestResultsOfAnotherProgramAreNotExtended(t *testing.T) {
	before := stored(t, done(t, tinyPlan(t)))
	other := *before
	other.Manifest.Scheme++
	_, err := Again(&other)
	assert.ErrorContains(t, err, "they were made with version 2 of the rule that turns a seed into luck")
	assert.ErrorContains(t, err, "; run the command in their manifest again")
	other.Manifest.Grown, other.Manifest.Decision = []int{1}, &results.Decision{}
	_, err = Again(&other)
	assert.ErrorContains(t, err, "it makes them as they were before they were extended, and xsell extend adds the rest")
	other = *before
	other.Manifest.Scenarios = append([]results.Scenario{}, before.Manifest.Scenarios...)
	other.Manifest.Scenarios[1].Model = "another"
	_, err = Again(&other)
	assert.ErrorContains(t, err, "interlock is not the same model in this program")
	p, err := Again(before)
	require.NoError(t, err)
	p.Verify = true
	other = *before
	other.Worlds = append([]results.World{}, before.Worlds...)
	other.Worlds[len(other.Worlds)-1].Digest = "another"
	err = SameHistories(t.Context(), p, &other)
	assert.ErrorContains(t, err, "world 2 of interlock, lived again, is another than in the results")
}

// TestTheWorldThatIsLivedAgainIsNotTakenFromWhatWasKept: that would prove nothing of this program.
func TestTheWorldThatIsLivedAgainIsNotTakenFromWhatWasKept(t *testing.T) {
	before := stored(t, done(t, tinyPlan(t)))
	p, err := Again(before)
	require.NoError(t, err)
	p.Verify = true
	p.Live = func(context.Context, Leg) (*sim.Record, []string, error) {
		return nil, nil, errors.New("taken from the journal")
	}
	assert.NoError(t, SameHistories(t.Context(), p, before))
}

func TestAnExtensionThatIsCutKeepsWhatIsComplete(t *testing.T) {
	p := tinyPlan(t)
	p.Workers, p.Replications = 1, 4
	whole := done(t, p)
	p.Replications = 2
	before := done(t, p)
	p.Replications = 9
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	p.Progress = func(done, _ int) {
		if done == 9 { // four worlds of two scenarios, and one history
			cancel()
		}
	}
	set, err := RunAhead(ctx, p, 9, before, func(Outcomes) int { return 9 })
	var cut *Interrupted
	require.ErrorAs(t, err, &cut)
	require.Contains(t, []int{4, 5}, cut.Finished, "the tenth history may have begun")
	assert.Equal(t, 9, set.Manifest.Asked)
	if cut.Finished == 4 {
		assert.Equal(t, whole.Hash(), set.Hash())
	}
}
