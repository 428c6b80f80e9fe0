package risk

import (
	"context"
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

func done(t *testing.T, p Plan) *results.RiskSet {
	t.Helper()
	set, err := Run(context.Background(), p)
	require.NoError(t, err)
	return set
}

// row finds an estimate.
func row(t *testing.T, set *results.RiskSet, scenario string, years int, quantity string) results.RiskRow {
	t.Helper()
	for _, r := range set.Estimates {
		if r.Scenario == scenario && r.Years == years && r.Quantity == quantity {
			return r
		}
	}
	t.Fatalf("no %s of %s within %d years", quantity, scenario, years)
	return results.RiskRow{}
}

func TestEstimatesStayInsideTheirIntervalsAndBounds(t *testing.T) {
	set := done(t, plan(t, 12, "silo", "sales-quota"))
	assert.Len(t, set.Estimates, 2*(6+8), "six quantities for every horizon, two more for the longest")
	for _, r := range set.Estimates {
		if math.IsNaN(r.Low) {
			continue
		}
		assert.LessOrEqual(t, r.Low, r.High, "%+v", r)
		assert.GreaterOrEqual(t, r.Low, 0.0, "%+v", r)
	}
	for _, r := range []results.RiskRow{row(t, set, "silo", 1, "probability"), row(t, set, "sales-quota", 3, "probability")} {
		assert.True(t, r.Low <= r.Value && r.Value <= r.High && r.High <= 100, "a probability is at most 100 %%: %+v", r)
	}
	short, long := row(t, set, "sales-quota", 1, "expected_bill"), row(t, set, "sales-quota", 3, "expected_bill")
	assert.Less(t, short.Value, long.Value, "more time brings a larger bill")
	assert.Equal(t, stats.More, row(t, set, "sales-quota", 3, "probability").Words, "quotas under threat bring disclosures")
	for _, scenario := range []string{"silo", "sales-quota"} {
		worst := row(t, set, scenario, 3, "bill_es99").Value
		assert.GreaterOrEqual(t, worst, row(t, set, scenario, 3, "bill_es95").Value, "the worst 1 %% are worse than the worst 5 %%")
		assert.GreaterOrEqual(t, row(t, set, scenario, 3, "bill_es95").Value, row(t, set, scenario, 3, "bill_p95").Value)
	}
}

func TestCurvesOnlyGrowAndBillsOnlyFall(t *testing.T) {
	set := done(t, plan(t, 6, "sales-quota"))
	require.Len(t, set.Curve, 12, "a point for each close of three years")
	for i := 1; i < len(set.Curve); i++ {
		assert.GreaterOrEqual(t, set.Curve[i].Chance, set.Curve[i-1].Chance, "what has become public stays public")
	}
	for i := 1; i < len(set.Bills); i++ {
		if set.Bills[i].Years == set.Bills[i-1].Years {
			assert.LessOrEqual(t, set.Bills[i].Chance, set.Bills[i-1].Chance, "a larger amount is exceeded more rarely")
		}
	}
	assert.InDelta(t, row(t, set, "sales-quota", 3, "probability").Value/100, set.Curve[11].Chance, 1e-15, "the curve ends at the probability of the longest horizon")
}

func TestSameDesignTwiceCarriesTheSameRisk(t *testing.T) {
	for _, r := range done(t, plan(t, 6, "sales-quota", "sales-quota")).Estimates {
		if r.Scenario == "sales-quota-2" && !math.IsNaN(r.Difference) {
			assert.Zero(t, r.Difference, r.Quantity)
			assert.Equal(t, stats.Identical, r.Words, r.Quantity)
		}
	}
}

func TestAnyNumberOfWorkersGivesTheSameRiskAndItReadsBack(t *testing.T) {
	p := plan(t, 4, "silo", "sales-quota")
	p.Workers = 1
	dirs := []string{filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "five")}
	one := done(t, p)
	require.NoError(t, results.WriteRisk(dirs[0], one))
	p.Workers = 5
	five := done(t, p)
	require.NoError(t, results.WriteRisk(dirs[1], five))
	assert.Equal(t, one.Manifest.ResultsHash, five.Manifest.ResultsHash)
	back, err := results.ReadRisk(dirs[0])
	require.NoError(t, err)
	assert.Equal(t, one.Hazards, back.Hazards)
	assert.Equal(t, one.Curve, back.Curve)
	assert.True(t, results.HoldsRisk(dirs[0]))
	assert.False(t, results.HoldsRisk(t.TempDir()))
}

func TestWhereNothingCanComeOnlyWilsonKnowsMore(t *testing.T) {
	p := plan(t, 5)
	p.Scenarios = []*scenarios.Scenario{load(t, "sales-quota", "environment.regulator=0")}
	set := done(t, p)
	chance := row(t, set, "sales-quota", 3, "probability")
	assert.Equal(t, []float64{0, 0}, []float64{chance.Value, chance.Low})
	// Wilson for 0 of 5 worlds: z²/(5 + z²) = 0.4345.
	assert.InDelta(t, 43.45, chance.High, 0.005, "five worlds without a chance do not prove that there is none")
	for _, id := range []string{"expected_bill", "bill_p95", "bill_es99"} {
		r := row(t, set, "sales-quota", 3, id)
		assert.True(t, r.Value == 0 && math.IsNaN(r.High), "%s: no bill was seen, and nothing bounds one", id)
	}
	assert.True(t, math.IsNaN(row(t, set, "sales-quota", 3, "years_to_bill").Value))
	assert.Len(t, set.Bills, 2, "no bills to tell beyond nothing")
}

func TestOneWorldHasNoIntervals(t *testing.T) {
	for _, r := range done(t, plan(t, 1, "sales-quota")).Estimates {
		assert.True(t, math.IsNaN(r.Low) && math.IsNaN(r.High), "%+v", r)
	}
}

func TestPlansThatCannotBeMeantAreRefused(t *testing.T) {
	for want, change := range map[string]func(*Plan){
		"no horizon": func(p *Plan) { p.Years = nil },
		"a horizon of 0 years: it must be from 1 to 100":          func(p *Plan) { p.Years = []int{0, 3} },
		"a horizon of 1 years after one of 3":                     func(p *Plan) { p.Years = []int{3, 1} },
		`for a horizon of 5 years: run.weeks must be "260 weeks"`: func(p *Plan) { p.Years = []int{5} },
		`3 years are not a whole number of closes of`:             func(p *Plan) { p.Scenarios[0] = load(t, "silo", "run.close=10 weeks") },
		"0 replications": func(p *Plan) { p.Replications = 0 },
	} {
		p := plan(t, 2, "silo")
		change(&p)
		_, err := Run(t.Context(), p)
		assert.ErrorContains(t, err, want)
	}
}

func TestInterruptedRiskKeepsCompleteWorlds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	p := plan(t, 3, "silo")
	p.Workers = 1
	p.Progress = func(done, _ int) {
		if done == 1 {
			cancel()
		}
	}
	set, err := Run(ctx, p)
	var interrupted *experiment.Interrupted
	require.ErrorAs(t, err, &interrupted)
	require.NotNil(t, set, "the first world was complete")
	assert.Equal(t, 3, set.Manifest.Asked)
	assert.Less(t, set.Manifest.Finished, 3)
}

func TestDatedDisclosureIsCertainAndCounts(t *testing.T) {
	p := plan(t, 3)
	p.Scenarios = []*scenarios.Scenario{load(t, "sales-quota", `timeline.leak={ at = "60 weeks", disclose = true }`)}
	set := done(t, p)
	assert.Less(t, row(t, set, "sales-quota", 1, "probability").Value, 100.0, "the date lies behind the first year")
	certain := row(t, set, "sales-quota", 3, "probability")
	assert.Equal(t, []float64{100, 100, 100}, []float64{certain.Value, certain.Low, certain.High})
	year := row(t, set, "sales-quota", 3, "peak_year")
	assert.Equal(t, 2.0, year.Value, "week 60 is in the second year")
	assert.Equal(t, 100.0, row(t, set, "sales-quota", 3, "peak_hazard").Value)
}
