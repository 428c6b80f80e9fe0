package reports

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// told are results of two designs in four worlds, made by hand so that every note can be checked.
func told() *results.Set {
	set := synthetic(shape{scenarios: []string{"silo", "interlock"}, replications: 4, frames: 3})
	set.Histograms = nil
	return set
}

func with(set *results.Set, id, scenario string, heights ...float64) {
	for r := range 4 {
		for low, height := range heights {
			set.Histograms = append(set.Histograms, results.Histogram{Scenario: scenario, Replication: r, Distribution: id, Low: float64(low), High: float64(low + 1), Value: height})
		}
	}
}

func TestNotesSayWhatTheBarsSay(t *testing.T) {
	set := told()
	with(set, "products_real_per_customer", "silo", 10, 40, 30, 10, 10)
	with(set, "products_reported_per_customer", "silo", 0, 40, 30, 20, 10)
	with(set, "sales_by_window_week", "silo", 10, 10, 10, 10, 10, 10, 20, 20, 20, 0, 0)
	v := newView(set)
	assert.Equal(t, "At the end, in silo, customers use 1.70 products on average and 2.00 are reported; 10 % of customers use none, 10 % use four or more.", v.productsSeen(0))
	assert.Equal(t, "In silo a week at the end of the window, one of the last 3 of 9, brings 50 % more than the average week.", v.windowSeen(0),
		"20 a week against 120 in 9 weeks")
	assert.Empty(t, v.windowSeen(1), "of what is not there nothing is said")
}

func TestNotesSayHowManyReachTheTarget(t *testing.T) {
	set := told()
	for _, b := range []struct{ low, high, value float64 }{{0.5, 0.6, 50}, {0.95, 1, 10}, {1, 1.05, 30}, {1.5, 1.55, 10}} {
		set.Histograms = append(set.Histograms, results.Histogram{Scenario: "silo", Distribution: "attainment", Low: b.low, High: b.high, Value: b.value})
	}
	assert.Equal(t, "In silo 40 % of goals are reached; 30 % end just above the target, up to a tenth, and 10 % just below it.", newView(set).attainmentSeen(0))
}

func TestNotesCountWorlds(t *testing.T) {
	set := told()
	set.Outcomes = nil
	put := func(scenario string, profits, risks []float64) {
		for r := range profits {
			set.Outcomes = append(set.Outcomes, results.Outcome{Scenario: scenario, Replication: r, Measure: "profit_per_customer", Value: profits[r]},
				results.Outcome{Scenario: scenario, Replication: r, Measure: "conduct_cost", Value: risks[r]})
		}
	}
	put("silo", []float64{10, 10, 10, 10}, []float64{5, 5, 5, 5})
	put("interlock", []float64{12, 12, 12, 8}, []float64{4, 6, 5, 4})
	v := newView(set)
	assert.Equal(t, "World by world, against silo: interlock has more profit per customer in 3 of 4 worlds, a lower cost of misconduct in 2, and both in 1.",
		v.cloudsSeen(v.measures["conduct_cost"], v.measures["profit_per_customer"]))
}

// lines are frames of the yearly measure in which interlock lies by these gaps above silo, and by luck of so much more or
// less in every other world.
func lines(luck float64, gaps ...float64) *view {
	set := told()
	set.Frames = nil
	for f, gap := range gaps {
		for r := range 4 {
			for n, scenario := range []string{"silo", "interlock"} {
				value := 100 + float64(n)*(gap+luck*float64(1-2*(r%2)))
				set.Frames = append(set.Frames, results.Frame{Scenario: scenario, Replication: r, Week: (f+1)*framed - 1, Measure: yearly, Value: value})
			}
		}
	}
	return newView(set)
}

// Student's t of 3 degrees of freedom is 3.182 at 97.5 %. Luck of ±1 in 4 worlds has a standard deviation of 1.155 and a
// standard error of 0.577: intervals reach 1.84 to both sides.
func TestNotesSayWhenALineCrosses(t *testing.T) {
	assert.Equal(t, "Profit per customer, in EUR a year: interlock is 8.0 [6.2, 9.8] below silo in its first 13 weeks and ends 5.0 [3.2, 6.8] above it, for good from week 26 on.",
		lines(1, -8, 2, 5).gapsSeen(yearly))
	assert.Contains(t, lines(1, 8, 2, -0.02).gapsSeen(yearly), "ends about even with it.", "a gap whose interval holds zero is no event")
	assert.NotContains(t, lines(1, -8, -2, 5).gapsSeen(yearly), "for good", "nothing is known of what comes after the last close")
	assert.Contains(t, lines(1, 0.1, 2, 5).gapsSeen(yearly), "is about even with silo in its first 13 weeks and ends 5.0 [3.2, 6.8] above it.")
	stock := lines(1, -8, 2, 5)
	m := stock.measures[yearly]
	m.Kind = "stock"
	stock.measures[yearly] = m
	assert.Contains(t, stock.gapsSeen(yearly), "below silo after its first 13 weeks and ends", "a stock is of a close and not of the weeks before it")
	assert.NotContains(t, lines(1, 8, 2, -0.02).overTimeSeen([]string{yearly}), "farthest apart", "of noise nothing is told")
}

func TestMoneyByCauseSumsToTheProfit(t *testing.T) {
	v := newView(synthetic(usual))
	rows := v.moneyRows()
	require.NotEmpty(t, rows)
	for i := range rows[0].parts {
		sum := 0.0
		for _, r := range rows[:len(rows)-1] {
			sum += r.parts[i].v
		}
		assert.InDelta(t, rows[len(rows)-1].parts[i].v, sum, 1e-6, "the causes must add up")
	}
	// Margins of 3 million and keeping for 1.2 million a close grow by a twentieth, as losses and gifts do; 20 closes.
	assert.InDelta(t, 20*(3e6-1.2e6-40e3-1e3)/20, rows[len(rows)-1].parts[0].v, 1)
	assert.Contains(t, money(v).note, "interlock: most comes in by margins, +3.00 EUR million; most goes out by keeping accounts")
	set := synthetic(usual)
	set.Books = nil
	assert.Equal(t, "The results hold no books of money.", money(newView(set)).missing)
}

func TestDifferencesCountWhatIsClear(t *testing.T) {
	v := newView(synthetic(corners["same"]))
	assert.Contains(t, differences(v).note, "silo-again is clearly better in 0 and clearly worse in 0 of these")
}
