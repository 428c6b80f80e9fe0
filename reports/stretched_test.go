package reports

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
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
