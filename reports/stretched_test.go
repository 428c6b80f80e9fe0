package reports

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

func TestWhatIsSeenWithEightyPerCentIsNotToldOfStretchedIntervals(t *testing.T) {
	set := decidedSet()
	assert.NotContains(t, shortOf(t, set, Terminal{Width: 300}), "another to either side")
	set.Verdicts[0].Seen80 = math.NaN()
	assert.Contains(t, shortOf(t, set, Terminal{Width: 300}), "– where the interval reaches out for a long tail, as it is another to either side.")
}

func TestTheNoteOfStretchedIntervalsStaysWithManyWorlds(t *testing.T) {
	set := decidedSet()
	asked := set.Manifest.Decision
	asked.Short = asked.Worlds + 1
	assert.Contains(t, stretchNote(asked), "With more than some")
	asked.Short = asked.Worlds - 1
	assert.Contains(t, stretchNote(asked), "There are more than some")
	assert.Contains(t, stretchNote(asked), "could lie on either side")
}

// fewSet is a decision without a smallest difference in which a few worlds decide the first pair against the base.
func fewSet(trust string) *results.Set {
	set := decidedSet()
	set.Manifest.Decision.Smallest = ""
	for i := range set.Verdicts {
		x := &set.Verdicts[i]
		x.Words, x.Note, x.Smallest, x.More = "", "", math.NaN(), 0
		if x.Scenario == "interlock" && x.Against == "silo" {
			x.Trust = trust
		}
	}
	return set
}

func TestADecisionWithoutASmallestDifferenceKeepsItsDoubts(t *testing.T) {
	m := newView(decidedSet()).measures["profit_per_customer"]
	for trust, want := range map[string]verdict{"": better, stats.FewDecide: better, stats.FewOpen: unclear} {
		set := fewSet(trust)
		r, found := newView(set).judged("interlock", m)
		assert.Equal(t, []any{want, trust}, []any{found, r.Trust})
		text := strings.Join(strings.Fields(shortOf(t, set, Terminal{Width: 300})), " ")
		row := "interlock silo " + want.mark + " +14 [8, 20]"
		if trust == "" {
			assert.Contains(t, text, row+" 6.00", "no doubt, no mark")
			assert.NotContains(t, text, "a few worlds decide it")
			continue
		}
		assert.Contains(t, text, row+" ? 6.00 8.40 "+trust)
		assert.Contains(t, text, "? a few worlds decide it: the interval is too narrow.")
		assert.Equal(t, trust, newView(set).decisionDocument().Verdicts[1].Trust)
	}
}
