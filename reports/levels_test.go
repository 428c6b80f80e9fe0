package reports

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
)

func TestRareEventsAreNeverFewerThanNone(t *testing.T) {
	v := newView(synthetic(usual))
	v.set.Manifest.Finished = 20
	rate, money := results.Measure{Unit: "per 1,000 openings"}, results.Measure{Unit: "EUR a year"}
	r := results.Row{Mean: 0.03, Low: -0.03, High: 0.08, Trust: "a few extreme values decide"}
	assert.Equal(t, "0.030 [0.000, 0.080] ?", v.levelWords(rate, r), "a rate is not below 0")
	assert.Equal(t, "0.03 [−0.03, 0.08] ?", v.levelWords(money, r), "a profit may be")
	assert.Equal(t, "none seen in 20 worlds ?", v.levelWords(rate, results.Row{}), "that none was seen is no certainty")
	assert.Equal(t, "0 [0, 0]", v.levelWords(money, results.Row{}))
	assert.Equal(t, 1.0, withinRange(results.Measure{Unit: "0 to 1"}, results.Row{Mean: 0.99, Low: 0.97, High: 1.01}).High, "a share of 1 is all")
}

func TestATerminalSaysThatNoneWasSeen(t *testing.T) {
	set := synthetic(usual)
	for i := range set.Summary {
		if r := &set.Summary[i]; r.Scenario == "silo" && r.Measure == "unauthorised_per_1000_openings" {
			r.Mean, r.Low, r.High = 0, 0, 0
		}
	}
	said := onALine(shortOf(t, set, Terminal{Width: 140}))
	assert.Contains(t, said, "none seen in 30 worlds ?")
	assert.NotContains(t, said, "± 0 ")
	assert.Contains(t, said, "? none was seen, which does not say that there is none.")
}
