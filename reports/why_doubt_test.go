package reports

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/stats"
)

// An interval that a few worlds decide keeps its mark, and says no more than the signs of these worlds do.
func TestARareLeverIsMarkedAndNotTrusted(t *testing.T) {
	set := whyOf(132.25, 30, inventedShare{"handoffs", 7, 1, 7, 7}, inventedShare{"controls", 2, 1, 2, 2})
	set.Shares[1].Trust, set.Shares[1].Words = stats.FewDecide, stats.Unclear
	set.Shares[0].AloneLow, set.Shares[0].AloneHigh, set.Shares[0].LastLow, set.Shares[0].LastHigh = 5, 9, 6, 8
	v := newWhyView(set)
	rows := v.rows(v.measures[0])
	assert.Equal(t, whyRow{Lever: "handoffs", Class: "better", Mark: "▲", Words: "better", Share: "+7.0 [6.0, 8.0]", Alone: "+7.0 [5.0, 9.0]", Last: "+7.0 [6.0, 8.0]"}, rows[0])
	assert.Equal(t, []string{"·", "+2.0 [1.0, 3.0] ?", "+2.0"}, []string{rows[1].Mark, rows[1].Share, rows[1].Alone})
	assert.Contains(t, WhyWords(set)[0], "the rest, +2.0 from controls, cannot be told from nothing")
	assert.Contains(t, strings.Join(v.doubts(), "\n"), "? a few worlds decide it")
	set.Shares[1].Trust = ""
	assert.NotContains(t, strings.Join(newWhyView(set).doubts(), "\n"), "?")
	set.Shares[1].AloneTrust, set.Shares[1].AloneLow, set.Shares[1].AloneHigh, set.Shares[1].Last = stats.FewDecide, 0.5, 4, 0
	rows = newWhyView(set).rows(newWhyView(set).measures[0])
	assert.Equal(t, []string{"+2.0 [0.5, 4.0] ?", "0.0 none seen in 30 worlds"}, []string{rows[1].Alone, rows[1].Last})
	assert.Contains(t, whySaid(t, set, Terminal{Width: 80}), "+2.0 ?  none seen")
	assert.Contains(t, strings.Join(newWhyView(set).doubts(), "\n"), "? a few worlds decide it")
}

// Levers that help one another in a few worlds may not: the interval alone would say that they do.
func TestARareInteractionIsNotTrusted(t *testing.T) {
	set := whyOf(132.25, 30, inventedShare{"handoffs", 7, 1, 7, 7}, inventedShare{"controls", 2, 1, 2, 2})
	g := &set.Differences[0]
	g.Interaction, g.InteractionLow, g.InteractionHigh, g.InteractionWords = 2, 1, 3, stats.More
	said := func() string { v := newWhyView(set); return v.orderWords(v.measures[0]) }
	assert.Contains(t, said(), "So it matters which others are there")
	g.InteractionWords, g.InteractionTrust = stats.Unclear, stats.FewDecide
	assert.Contains(t, said(), "cannot be told from luck here")
	assert.Contains(t, strings.Join(newWhyView(set).doubts(), "\n"), "? a few worlds decide it")
}
