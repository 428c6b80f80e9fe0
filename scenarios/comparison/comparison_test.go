package comparison

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/decide"
	"xsell/scenarios/results"
	"xsell/scenarios/tree"
	"xsell/sim/metric"
)

const text = `[comparison]
title = "Which of three"
scenarios = ["silo", "interlock", "group-retail"]
seed = 7
weeks = "104 weeks"
set = ["run.customers=400"]

[decision]
measure = "profit_per_customer"
smallest = "EUR 5 per customer"
confidence = "90 %"
budget = 200
looks = 3

[guardrail.leavers]
measure = "churn"
up-at-most = 0.5

[guardrail.bill]
measure = "conduct_bill"
statistic = "p95"
at-most = "EUR 1.5 million"
`

func planned(text string) (*Plan, error) {
	return parse(tree.Source{Name: "c.toml", Text: []byte(text)}, "here")
}

func TestAComparisonSaysWhatTheFileSays(t *testing.T) {
	p, err := planned(text)
	require.NoError(t, err)
	assert.Equal(t, []string{"silo", "interlock", "group-retail"}, p.Scenarios)
	assert.Equal(t, []any{"Which of three", "here", uint64(7), true, 104, 0}, []any{p.Title, p.Dir, p.Seed, p.HasSeed, p.Weeks, p.Replications})
	assert.Len(t, p.Decision.Everything, len(metric.Measures), "only designs that agree in all measures are the same")
	p.Decision.Everything = nil
	assert.Equal(t, decide.Decision{
		Measure: decide.Measure{ID: "profit_per_customer", More: true}, Smallest: decide.Margin{Value: 5},
		Confidence: 0.9, Budget: 200, Looks: 3,
		Guardrails: []decide.Guardrail{
			{Name: "bill", Measure: decide.Measure{ID: "conduct_bill"}, Quantile: 0.95, Limit: decide.Margin{Value: 1.5e6}},
			{Name: "leavers", Measure: decide.Measure{ID: "churn"}, Change: true, Limit: decide.Margin{Value: 0.5}},
		},
	}, p.Decision.Decision)
	plain, err := planned("[comparison]\nscenarios = [\"silo\", \"silo\"]\n")
	require.NoError(t, err)
	assert.Nil(t, plain.Decision)
}

func TestMistakesAreShownWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{`seed = 7`, `sed = 7`, `c.toml:4:1: comparison.sed: unknown key "sed"; did you mean "seed"?`},
		{`"interlock", "group-retail"`, ``, `c.toml:3:1: comparison.scenarios: found 1, want at least two`},
		{`"interlock"`, `"interlok"`, `c.toml:3:22: comparison.scenarios[2]: no built-in scenario "interlok"; did you mean "interlock"?`},
		{`"interlock"`, `"gone.toml"`, `c.toml:3:22: comparison.scenarios[2]: `},
		{`"profit_per_customer"`, `"profit-per-custmer"`, `c.toml:9:1: decision.measure: no measure "profit-per-custmer"; did you mean "profit_per_customer"?`},
		{`"profit_per_customer"`, `"pitches"`, `decision.better: pitches is neither good nor bad in itself`},
		{`budget`, "better = \"less\"\nbudget", `c.toml:12:1: decision.better: found "less", but more of profit_per_customer is better; leave it out`},
		{`"EUR 5 per customer"`, `"EUR 5 per seller"`, `c.toml:10:1: decision.smallest: found "EUR 5 per seller", want an amount of profit_per_customer in EUR a year such as "EUR 5 a year" or 5`},
		{`"EUR 5 per customer"`, `0`, `c.toml:10:1: decision.smallest: found 0, must be more than 0`},
		{`smallest = "EUR 5 per customer"`, ``, `decision.smallest: more than one look needs the smallest difference`},
		{`"90 %"`, `"9 %"`, `c.toml:11:1: decision.confidence: found "9 %", must be between 50 % and 100 %`},
		{`budget = 200`, ``, `decision.budget: more than one look needs a budget`},
		{`budget = 200`, `budget = 30`, `c.toml:13:1: decision.looks: 3 looks within 30 worlds begin with 8; the first needs at least 10`},
		{`seed = 7`, `replications = 7`, `c.toml:4:1: comparison.replications: with more than one look`},
		{`"churn"`, `"chrn"`, `c.toml:16:1: guardrail.leavers.measure: no measure "chrn"; did you mean "churn"?`},
		{`up-at-most = 0.5`, `up-at-most = "0.5 %"`, `c.toml:17:1: guardrail.leavers.up-at-most: found "0.5 %", which can be read in two ways, as churn is in % a year: write 0.5 for so many points, or "0.5 % of the base"`},
		{`up-at-most = 0.5`, `up-at-most = -1`, `guardrail.leavers.up-at-most: found -1, must be 0 or more`},
		{`up-at-most = 0.5`, ``, `guardrail.leavers: set one limit`},
		{`up-at-most = 0.5`, "up-at-most = 0.5\nat-most = 3", `guardrail.leavers: set one limit`},
		{`"p95"`, `"p100"`, `c.toml:21:1: guardrail.bill.statistic: found "p100", want mean, median or a percentile such as p95`},
		{`"EUR 1.5 million"`, `"3 % of the base"`, `guardrail.bill.at-most: found "3 % of the base", but a level is not limited by a share of the base`},
		{`"conduct_bill"`, `"disclosure_probability"`, `guardrail.bill.statistic: disclosure_probability happens in a world or it does not`},
	} {
		changed := strings.Replace(text, c.old, c.with, 1)
		require.NotEqual(t, text, changed, c.old)
		_, err := planned(changed)
		if assert.Error(t, err, c.with) {
			assert.Contains(t, err.Error(), c.want)
		}
	}
	_, err := planned("[comparison]\nscenarios = [\"silo\", \"silo\"]\n[guardrail.x]\nmeasure = \"churn\"\nat-most = 3\n")
	assert.ErrorContains(t, err, "c.toml:3:2: guardrail: there is nothing to decide")
}

func TestAmountsAreReadInTheUnitOfTheMeasure(t *testing.T) {
	for _, c := range []struct {
		id    string
		value any
		want  decide.Margin
	}{
		{"profit_per_customer", int64(5), decide.Margin{Value: 5}},
		{"profit_per_customer", "EUR 5", decide.Margin{Value: 5}},
		{"profit_per_customer", "EUR 5 a year", decide.Margin{Value: 5}},
		{"profit_per_customer", "EUR 5/year", decide.Margin{Value: 5}},
		{"profit_per_customer", "EUR 5 per customer and year", decide.Margin{Value: 5}},
		{"profit_per_customer", "2 %", decide.Margin{Value: 0.02, OfBase: true}},
		{"profit", "EUR 1.5 million", decide.Margin{Value: 1.5e6}},
		{"profit", "EUR 25,000", decide.Margin{Value: 25000}},
		{"churn", 0.5, decide.Margin{Value: 0.5}},
		{"churn", "0.5 % a year", decide.Margin{Value: 0.5}},
		{"churn", "0.5 points", decide.Margin{Value: 0.5}},
		{"churn", "5 % of the base", decide.Margin{Value: 0.05, OfBase: true}},
		{"trust", 0.01, decide.Margin{Value: 0.01}},
		{"products_real", "0.1 products", decide.Margin{Value: 0.1}},
	} {
		m, _ := metric.ByID(c.id)
		got, err := amount(c.value, m)
		require.NoError(t, err, "%v", c.value)
		assert.Equal(t, c.want.OfBase, got.OfBase, "%v", c.value)
		assert.InDelta(t, c.want.Value, got.Value, 1e-12, "%v", c.value)
	}
	for id, value := range map[string]any{"churn": "EUR 5", "trust": "much", "profit": "EUR 5 a year", "lines_per_customer": true,
		"profit_per_customer": "5 products"} {
		m, _ := metric.ByID(id)
		_, err := amount(value, m)
		assert.ErrorContains(t, err, "want an amount of "+id)
	}
}

func TestAGuardrailIsASentence(t *testing.T) {
	first, err := Sentence("churn up at most 0.5", nil)
	require.NoError(t, err)
	assert.Equal(t, Rail{"churn", "churn", "", upAtMost, 0.5, "up-at-most"}, first)
	second, err := Sentence("churn  p95 at most 12 % a year", []Rail{first})
	require.NoError(t, err)
	assert.Equal(t, Rail{"churn-2", "churn", "p95", atMost, "12 % a year", "at-most"}, second)
	_, err = Sentence("churn under 3", nil)
	assert.ErrorContains(t, err, `want a sentence such as "churn up at most 0.5"`)
}

// TestVerdictsAreThoseOfTheOutcomesOnDisk: two scenarios in twelve worlds, the second ahead by 10 in profit.
func TestVerdictsAreThoseOfTheOutcomesOnDisk(t *testing.T) {
	set := &results.Set{Manifest: results.Manifest{Finished: 12, Scenarios: []results.Scenario{{Name: "a"}, {Name: "b"}}}}
	for i, name := range []string{"a", "b"} {
		for r := range 12 {
			profit, churn := 100+float64(r)+10*float64(i)*(1+0.01*float64(r%3)), 5+0.01*float64(i*(r%3))
			if i == 0 && r == 3 {
				churn = math.NaN()
			}
			set.Outcomes = append(set.Outcomes,
				results.Outcome{Scenario: name, Replication: r, Measure: "profit", Value: profit},
				results.Outcome{Scenario: name, Replication: r, Measure: "churn", Value: churn})
		}
	}
	asked := Asked{Measure: "profit", Smallest: "EUR 5", Guardrails: []Rail{{Name: "churn", Measure: "churn", Kind: upAtMost, Limit: 0.5}}}
	d, faults := asked.Declare(2)
	require.Empty(t, faults)
	d.Fill(set, []int{10, 20})
	kept := set.Manifest.Decision
	assert.Equal(t, []any{"profit", results.More, "EUR 5", 0.95, 2, true, 12}, []any{kept.Measure, kept.Better, kept.Smallest, kept.Confidence, kept.Look, kept.Settled, kept.Worlds})
	require.Len(t, set.Verdicts, 2)
	assert.Equal(t, []any{"b", "a", decide.Better}, []any{set.Verdicts[1].Scenario, set.Verdicts[1].Against, set.Verdicts[1].Words})
	assert.InDelta(t, 10.1, set.Verdicts[1].Difference, 1e-9)
	assert.Equal(t, []string{results.NotBest, results.PossiblyBest}, []string{set.Standings[0].Words, set.Standings[1].Words})
	assert.True(t, set.Standings[1].Contender && !set.Standings[0].Contender)
	require.Len(t, set.Guards, 1)
	assert.Equal(t, []any{"b", decide.Kept, 11, 1}, []any{set.Guards[0].Scenario, set.Guards[0].Words, set.Guards[0].Worlds, set.Guards[0].Dropped})
}
