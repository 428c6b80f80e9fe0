package reports

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// decidedSet is the usual comparison with a decision in which every word occurs.
func decidedSet() *results.Set {
	set := synthetic(usual)
	set.Manifest.Decision = &results.Decision{Measure: "profit_per_customer", Better: results.More, Smallest: "5", Confidence: 0.95,
		Budget: 120, Looks: []int{30, 60, 120}, Look: 1, Worlds: 29, Dropped: 1, Method: "max-t", Short: 250}
	v := func(scenario, against, words, note string, low, high, more float64) results.Verdict {
		return results.Verdict{Scenario: scenario, Against: against, Measure: "profit_per_customer", Difference: (low + high) / 2, Low: low,
			High: high, Seen: (high - low) / 2, Seen80: 0.7 * (high - low), Smallest: 5, Words: words, Note: note, More: more}
	}
	set.Verdicts = []results.Verdict{
		v("silo", "interlock", "worse", "", -20, -8, 0),
		v("interlock", "silo", "better", "by more than matters", 8, 20, 0),
		v("group-retail", "silo", "breaks a guardrail", "leavers; by the measure alone: better", 30, 50, 0),
		v("group-retail", "interlock", "undecided", "", -2, 12, 400),
	}
	set.Standings = []results.Standing{
		{Scenario: "silo", Words: results.NotBest},
		{Scenario: "interlock", Words: results.PossiblyBest, Contender: true},
		{Scenario: "group-retail", Words: results.PossiblyBest},
	}
	set.Guards = []results.Guard{
		{Scenario: "interlock", Guardrail: "leavers", Measure: "churn", Statistic: "mean", Kind: "up at most", Limit: 0.5, Value: -0.2, Low: -0.3,
			High: -0.1, Words: "kept", Worlds: 30},
		{Scenario: "group-retail", Guardrail: "leavers", Measure: "churn", Statistic: "mean", Kind: "up at most", Limit: 0.5, Value: 0.8, Low: 0.7,
			High: 0.9, Words: "broken", Worlds: 30},
		{Scenario: "silo", Guardrail: "bill", Measure: "conduct_cost", Statistic: "p95", Kind: "at most", Limit: 2e6, Value: 1.5e6, Low: 1.2e6,
			High: math.Inf(1), Words: "undecided", More: 42, Worlds: 29, Dropped: 1},
	}
	return set
}

func TestADecisionIsATableOfVerdicts(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Short(&out, decidedSet(), Terminal{Width: 160}))
	for _, line := range []string{
		"Decided by profit per customer, EUR a year: more is better. The smallest difference that matters is 5 EUR a",
		"scenario      against    difference      could see  with 80 %  verdict\n",
		"interlock     silo       ▲ +14 [8, 20]   6.00       8.40       better (by more than matters)\n",
		"group-retail  silo       ◆ +40 [30, 50]  10.0       14.0       breaks a guardrail (leavers; by the measure alone: better)\n",
		"group-retail  interlock  · +5 [−2, 12]   7.00       9.80       undecided: needs about 400 more replications, which is beyond the budget of 120\n",
		"leavers    interlock     −0.20 [−0.30, −0.10]      customers who leave up at most  = kept\n",
		"leavers    group-retail  +0.80 [0.70, 0.90]        customers who leave up at most  ▼ broken\n",
		"undecided: needs about 42 more replications", "undefined in 1 world, left out\n",
		"Cannot be ruled out as the best in profit per customer: interlock and group-retail.\n",
		"Guardrails are broken by group-retail. Of the others, not ruled out: interlock.\n",
		"The measure was undefined in some scenario in 1 world, left out whole.\n",
		"250 replications", "the true difference that would be told from none",
	} {
		assert.Contains(t, out.String(), line)
	}
}

func TestThePageShowsTheDecision(t *testing.T) {
	dir := rendered(t, decidedSet(), "decided")
	page, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	for _, want := range []string{`<h3>The decision</h3>`, "by the measure alone: better", "customers who leave up at most 0.5 points a year",
		"Of the others, not ruled out: interlock.", `<a href="verdicts.csv">`, "A replication is a world: "} {
		assert.Contains(t, string(page), want)
	}
	var nothing bytes.Buffer
	require.NoError(t, Short(&nothing, synthetic(usual), Terminal{}))
	assert.NotContains(t, nothing.String(), "DECISION")
}

func TestABudgetThatIsPassedIsNoLimitAnyMore(t *testing.T) {
	text := shortOf(t, decidedSet(), Terminal{Width: 300})
	assert.Contains(t, text, "beyond the budget of 120")
	assert.Contains(t, onALine(text), "xsell extend DIR --more 400 adds them, with DIR where these results are.")
	assert.Contains(t, onALine(shortOf(t, decidedSet(), Terminal{Width: 300, Dir: "out/mine"})), "xsell extend out/mine --more 400 adds them.", "a line to copy")
	set := decidedSet()
	set.Manifest.Decision.Worlds = 150
	assert.NotContains(t, shortOf(t, set, Terminal{Width: 300}), "beyond the budget", "150 worlds are lived already")
	set.Manifest.Decision.Settled = true
	assert.NotContains(t, shortOf(t, set, Terminal{Width: 300}), "xsell extend", "nothing that counts is undecided")
}

func TestWithoutASmallestDifferenceNothingIsJudged(t *testing.T) {
	set := decidedSet()
	set.Manifest.Decision.Smallest = ""
	for i := range set.Verdicts {
		set.Verdicts[i].Words, set.Verdicts[i].Note, set.Verdicts[i].Smallest = "", "", math.NaN()
	}
	var out bytes.Buffer
	require.NoError(t, Short(&out, set, Terminal{}))
	assert.Contains(t, out.String(), "so there are intervals and no verdicts")
	assert.NotContains(t, out.String(), "better (")
}
