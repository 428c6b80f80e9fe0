package reports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheDecidedMeasureHasOneIntervalAndOneWord(t *testing.T) {
	set := decidedSet()
	for i := range set.Verdicts {
		if x := &set.Verdicts[i]; x.Scenario == "interlock" && x.Against == "silo" {
			x.Difference, x.Low, x.High, x.Words, x.Note = 0.8, -0.2, 1.9, "practically the same", ""
		}
	}
	for i := range set.Summary {
		if r := &set.Summary[i]; r.Scenario == "interlock" && r.Measure == "profit_per_customer" {
			r.Difference, r.DifferenceLow, r.DifferenceHigh = 0.8, 0.1, 1.6
		}
	}
	text := strings.Join(strings.Fields(shortOf(t, set, Terminal{Width: 300})), " ")
	assert.Equal(t, 2, strings.Count(text, "= +0.8 [−0.2, 1.9]"), "DECISION and WHAT MATTERS must say the same of one number:\n%s", text)
	assert.Contains(t, text, "interlock raises products per customer", "the words begin with what is clear by itself")
	assert.Contains(t, text, "changes profit per customer by less than matters, +0.8 [−0.2, 1.9] EUR a year")
	assert.NotContains(t, text, "[0.1, 1.6]", "the same number with another interval asks for an explanation")
	assert.Contains(t, text, "Intervals here are each by itself and as a rule narrower than those of the decision, which hold all at once")
	assert.Contains(t, text, "no difference at all, or none that matters")
	page, err := os.ReadFile(filepath.Join(rendered(t, set, "decided"), "report.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), "each by itself and as a rule narrower than those of the decision, which hold all at once")
	assert.NotContains(t, shortOf(t, synthetic(usual), Terminal{Width: 300}), "those of the decision")
	told, err := ComparisonDocument("decided", set)
	require.NoError(t, err)
	for _, m := range told.Measures {
		if m.ID == "profit_per_customer" {
			x := m.Values[1]
			assert.Equal(t, []any{-0.2, 1.9, "practically the same", told.Decision.Method},
				[]any{float64(x.DifferenceLow), float64(x.DifferenceHigh), x.Verdict, x.Method}, "the document must say the same of one number")
		}
	}
}

func TestTheHeadShowsWhatDoesNotMatter(t *testing.T) {
	v := newView(decidedSet())
	for _, h := range v.heads() {
		assert.Equal(t, "left: 45.0%; width: 10.0%", string(h.Matters), "5 to both sides of zero, on a scale to 50")
	}
	assert.Equal(t, "The pale band: differences of less than 5 EUR a year, which do not matter.", v.bandWords())
	assert.Empty(t, newView(synthetic(usual)).bandWords(), "without a decision nothing was named that matters")
	assert.Equal(t, "fewer accounts opened without consent", lessOf(v.measures["unauthorised_per_1000_openings"]))
}
