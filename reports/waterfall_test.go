package reports

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A lever works the other way in other company only where both what it brings alone and what it adds last keep away from 0.
func TestALeverTurnsOnlyWhereLuckDoesNotExplainIt(t *testing.T) {
	said := func(aloneLow, aloneHigh, lastLow, lastHigh float64) string {
		set := whyOf(132.25, 10, inventedShare{"handoffs", 1, 0.5, 3.6, -2}, inventedShare{"pay", 3, 0.5, 3, 3})
		s := &set.Shares[0]
		s.AloneLow, s.AloneHigh, s.LastLow, s.LastHigh = aloneLow, aloneHigh, lastLow, lastHigh
		v := newWhyView(set)
		return v.fallNote(v.measures[0])
	}
	assert.Contains(t, said(3, 4.2, -2.5, -1.5), "In other company handoffs works the other way: +3.6 alone, −2.0 on top of all others.")
	for what, note := range map[string]string{"last": said(3, 4.2, -10.3, 6.4), "alone": said(-1, 8.2, -2.5, -1.5), "neither": said(0, 0, 0, 0)} {
		assert.NotContains(t, note, "works the other way", "what can be luck is not said: %s", what)
	}
}
