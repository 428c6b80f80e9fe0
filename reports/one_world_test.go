package reports

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestATableOfOneWorldSaysThatThereAreNoIntervals(t *testing.T) {
	for _, scenarios := range [][]string{{"silo"}, {"silo", "interlock"}} {
		for replications, want := range map[int]bool{1: true, 5: false} {
			var out strings.Builder
			require.NoError(t, Whole(&out, synthetic(shape{scenarios: scenarios, replications: replications, frames: 2}), Terminal{}))
			assert.Equal(t, want, strings.Contains(out.String(), "One world: there are no intervals, and luck cannot be told from effect"))
			assert.Equal(t, !want, strings.Contains(out.String(), "half of the 95 % interval"), "%d worlds", replications)
		}
	}
}
