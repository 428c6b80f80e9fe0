package reports

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// doubtfulSet is a set in which the difference of one measure is decided by a few worlds and another was never seen.
func doubtfulSet() *results.Set {
	set := synthetic(usual)
	for i := range set.Summary {
		switch r := &set.Summary[i]; {
		case r.Scenario == "interlock" && r.Measure == "churn":
			r.Trust, r.Words = stats.FewDecide, stats.Unclear
			r.Difference, r.DifferenceLow, r.DifferenceHigh = -0.21, -0.30, -0.12
		case r.Scenario == "interlock" && r.Measure == "unauthorised_per_1000_openings":
			r.Difference, r.DifferenceLow, r.DifferenceHigh, r.Words = 0, math.NaN(), math.NaN(), stats.Unseen
		}
	}
	return set
}

func TestARowThatAFewWorldsDecideSaysSo(t *testing.T) {
	var out strings.Builder
	assert.NoError(t, Short(&out, doubtfulSet(), Terminal{Width: 120}))
	text := out.String()
	assert.Contains(t, text, "· −0.21 [−0.30, −0.12] ?", "an interval away from zero is no difference where signs do not say so")
	assert.Contains(t, text, "? a few worlds decide it: the interval is too narrow.")
	assert.Regexp(t, `interlock +\S+ +· 0( |$|\n)`, text, "nothing was seen, which has no interval")
	assert.NotContains(t, text, "exactly unchanged")
	assert.Contains(t, strings.Join(strings.Fields(text), " "), "shows in none of 30 worlds a difference in accounts")
	out.Reset()
	assert.NoError(t, Short(&out, synthetic(usual), Terminal{Width: 120}))
	assert.NotContains(t, out.String(), "a few worlds decide", "no row, no legend")
}

func TestTheVerdictOfARowThatWasNeverSeen(t *testing.T) {
	nan := math.NaN()
	assert.Equal(t, unseen, judge(results.Row{DifferenceLow: nan, DifferenceHigh: nan, Words: stats.Unseen}, results.Less))
	assert.Equal(t, equal, judge(results.Row{Words: stats.Identical}, results.Less), "a design against itself")
	assert.Equal(t, unclear, judge(results.Row{Difference: 2, DifferenceLow: 1, DifferenceHigh: 3, Words: stats.Unclear}, results.Less))
}
