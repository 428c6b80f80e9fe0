package experiment

import (
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/results"
	"xsell/sim/metric"
)

// stocks is how many counters are stocks.
func stocks() (n int) {
	for _, item := range metric.Items {
		if item.Stock {
			n++
		}
	}
	return n
}

func TestTablesAreComplete(t *testing.T) {
	p := tinyPlan(t)
	set := done(t, p)
	const histories, frames = 2 * 3, 2
	measures, items := len(metric.Measures), len(metric.Items)
	assert.Len(t, set.Frames, histories*frames*measures)
	assert.Equal(t, histories*(frames*items+stocks()), len(set.Books), "every counter of every frame, and the stocks at the opening")
	assert.Len(t, set.Outcomes, histories*measures)
	assert.Len(t, set.Summary, 2*measures)
	assert.Len(t, set.Luck, measures, "only beside the base")
	assert.Len(t, set.Dictionary, measures)
	assert.Len(t, set.BooksDictionary, items)
	for _, h := range set.Histograms {
		_, known := set.Distribution(h.Distribution)
		require.True(t, known, "the distribution %s must be explained", h.Distribution)
	}
}

func TestManifestSaysWhatWasRun(t *testing.T) {
	m := done(t, tinyPlan(t)).Manifest
	assert.Equal(t, uint64(7), m.Seed)
	assert.Equal(t, []int{3, 3, 26, 0, 13}, []int{m.Asked, m.Finished, m.Weeks, m.WarmUp, m.Close})
	require.Len(t, m.Scenarios, 2)
	assert.Equal(t, "silo", m.Scenarios[0].Name)
	assert.Equal(t, tiny, m.Scenarios[0].Sets)
	assert.NotEmpty(t, m.Scenarios[0].Title)
	assert.Contains(t, m.Scenarios[1].TOML, "[organisation", "the whole scenario must be there")
}

func TestResultsReadBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	set := done(t, tinyPlan(t))
	require.NoError(t, results.Write(dir, set))
	back, err := results.Read(dir)
	require.NoError(t, err)
	assert.Equal(t, set.Hash(), back.Hash())
	assert.Equal(t, set.Books, back.Books)
}

func TestOnlyTheBaseHasNoDifference(t *testing.T) {
	for _, row := range done(t, tinyPlan(t)).Summary {
		isBase := row.Scenario == "silo"
		if isBase {
			assert.True(t, math.IsNaN(row.Difference), "%s of the base must differ from nothing", row.Measure)
		}
		assert.Equal(t, isBase, row.Words == baseWords, "%s of %s", row.Measure, row.Scenario)
	}
}

// The books hold what the measures are made of: profit must be found again.
func TestMeasuresCanBeRecomputedFromTheBooks(t *testing.T) {
	set := done(t, tinyPlan(t))
	profit := make(map[string]int64)
	for _, b := range set.Books {
		if b.Item == metric.Items[metric.Profit].ID && b.Replication == 0 {
			profit[b.Scenario] += b.Value
		}
	}
	for _, o := range set.Outcomes {
		if o.Measure == "profit" && o.Replication == 0 {
			// Thousandths of a euro, in whatever power of ten the measure shows.
			scale := o.Value / float64(profit[o.Scenario])
			assert.InDelta(t, math.Round(math.Log10(scale)), math.Log10(scale), 1e-9,
				"profit of %s is %v, the books add up to %d", o.Scenario, o.Value, profit[o.Scenario])
		}
	}
}

func TestCountsAreWrittenWithCommas(t *testing.T) {
	assert.Equal(t, []string{"0", "999", "1,000", "20,000", "1,234,567"},
		[]string{grouped(0), grouped(999), grouped(1000), grouped(20_000), grouped(1_234_567)})
}

func TestOneWorldHasNoIntervals(t *testing.T) {
	p := tinyPlan(t)
	p.Replications = 1
	for _, row := range done(t, p).Summary {
		for _, limit := range []float64{row.Low, row.High, row.DifferenceLow, row.DifferenceHigh} {
			assert.True(t, math.IsNaN(limit), "%s of %s has the limit %v", row.Measure, row.Scenario, limit)
		}
	}
}

func TestAProbabilityIsNeverCertain(t *testing.T) {
	for _, row := range done(t, tinyPlan(t)).Summary {
		if row.Measure != "disclosure_probability" {
			continue
		}
		// Wilson for 0 of 3 worlds: z²/(3 + z²) = 0.5615.
		assert.Equal(t, []float64{0, 0}, []float64{row.Mean, row.Low}, row.Scenario)
		assert.InDelta(t, 56.15, row.High, 0.005, row.Scenario)
	}
}

func TestScenariosOfOneNameAreNumbered(t *testing.T) {
	named := func(names ...string) (all []*scenarios.Scenario) {
		for _, n := range names {
			all = append(all, &scenarios.Scenario{Name: n})
		}
		return all
	}
	cases := []struct{ given, want []string }{
		{[]string{"silo", "interlock"}, []string{"silo", "interlock"}},
		{[]string{"silo", "silo", "silo"}, []string{"silo", "silo-2", "silo-3"}},
		{[]string{"silo", "silo", "silo-2"}, []string{"silo", "silo-3", "silo-2"}},
		{[]string{"silo-2", "silo-2", "silo", "silo"}, []string{"silo-2", "silo-2-2", "silo", "silo-3"}},
	}
	for _, c := range cases {
		assert.Equal(t, c.want, Plan{Scenarios: named(c.given...)}.Names())
	}
}

func TestPlansThatCannotBeMeantAreRefused(t *testing.T) {
	fewer := load(t, "interlock", "run.customers=100", "market.vacant-households=0.5")
	apart := load(t, "interlock", "run.markets=4")
	short := load(t, "interlock", "run.weeks=13 weeks", "run.close=4 weeks")
	cases := []struct {
		change func(*Plan)
		want   string
	}{
		{func(p *Plan) { p.Replications = 0 }, "0 replications: at least 1 is needed"},
		{func(p *Plan) { p.FirstReplication = -1 }, "the first replication is -1"},
		{func(p *Plan) { p.Workers = -1 }, "-1 workers"},
		{func(p *Plan) { p.Scenarios = nil }, "no scenario to run"},
		{func(p *Plan) { p.Scenarios[1] = short }, `interlock has run.weeks = "13 weeks", silo has "26 weeks": scenarios that are compared need the same; set it for all with --set run.weeks="26 weeks"`},
		{func(p *Plan) { p.Scenarios[1] = fewer }, "compare runs every design on the same households: silo has 200 customers in 2 markets and 0.25 vacant households per customer, " +
			"interlock has 100 customers in 2 markets and 0.5 vacant households per customer; set run.customers and market.vacant-households alike"},
		{func(p *Plan) { p.Scenarios[1] = apart }, "; set run.markets alike"},
		{func(p *Plan) { p.Scenarios[1] = short }, `run.close = "4 weeks"`},
	}
	for _, c := range cases {
		p := tinyPlan(t)
		c.change(&p)
		set, err := Run(t.Context(), p)
		assert.Nil(t, set)
		assert.ErrorContains(t, err, c.want)
	}
}
