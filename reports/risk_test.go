package reports

import (
	"bytes"
	"html"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// riskOf invents an analysis of two horizons for scenarios; each further one bears ten times the risk.
func riskOf(names ...string) *results.RiskSet {
	nan := math.NaN()
	set := &results.RiskSet{
		Manifest: results.Manifest{Tool: "test", Seed: 1, Asked: 12, Finished: 12, Weeks: 520, Close: 52},
		Quantities: []results.RiskQuantity{
			{ID: "probability", Title: "Probability of disclosure", Unit: "%", Good: results.Less},
			{ID: "expected_bill", Title: "First bill, mean over all cases", Unit: "EUR", Good: results.Less},
			{ID: "bill_es95", Title: "First bill, mean of the worst 5 %", Unit: "EUR", Good: results.Less},
			{ID: "peak_year", Title: "Year of the highest hazard", Good: results.Neither},
		},
	}
	for n, name := range names {
		risk := math.Pow(10, float64(n)) // in %
		set.Manifest.Scenarios = append(set.Manifest.Scenarios, results.Scenario{Name: name})
		for _, years := range []int{5, 10} {
			for _, q := range set.Quantities {
				r := results.RiskRow{Scenario: name, Years: years, Quantity: q.ID, Value: risk, Low: risk / 2, High: risk * 2, Method: "t interval",
					Difference: nan, DifferenceLow: nan, DifferenceHigh: nan, Words: "base", Worth: 1200}
				if q.ID == "peak_year" {
					r.Value, r.Low, r.High, r.Worth = 4, 2, 9, nan
				}
				if n > 0 {
					r.Difference, r.DifferenceLow, r.DifferenceHigh, r.Words = risk-1, risk/2-1, risk*2-1, "more"
				}
				set.Estimates = append(set.Estimates, r)
			}
			for bill := 1000.0; bill < 1e5*risk; bill *= 3 {
				chance := risk / 100 / (1 + bill/1e5)
				set.Bills = append(set.Bills, results.RiskBill{Scenario: name, Years: years, Bill: bill, Chance: chance, Low: chance / 2, High: min(1, chance*2)})
			}
		}
		for week := 51; week < 520; week += 52 {
			chance := risk / 100 * float64(week+1) / 520
			set.Curve = append(set.Curve, results.RiskPoint{Scenario: name, Week: week, Chance: chance, Low: chance / 2, High: min(1, chance*2)})
		}
	}
	return set
}

func TestADifferenceFromWhatFewWorldsDecideIsNotJudged(t *testing.T) {
	for _, spoil := range []func(*results.RiskRow){
		func(r *results.RiskRow) { r.Low, r.High = math.NaN(), math.NaN() },
		func(r *results.RiskRow) { r.Method = "t interval, " + fewDecide },
	} {
		set := riskOf("silo", "sales-quota")
		for i := range set.Estimates {
			if set.Estimates[i].Scenario == "silo" {
				spoil(&set.Estimates[i])
			}
		}
		var out bytes.Buffer
		require.NoError(t, RiskTable(&out, set, Terminal{Width: 160}))
		assert.NotContains(t, out.String(), "▼ +", "no verdict on a difference from a base that says little")
		assert.Contains(t, out.String(), "+9 [4, 19]", "the difference itself is shown")
	}
}

func TestRiskTableTellsEveryHorizonAndWhatItLeavesOut(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, RiskTable(&out, riskOf("silo", "sales-quota"), Terminal{Width: 160}))
	for _, want := range []string{"WITHIN 5 YEARS", "WITHIN 10 YEARS", "1.0 [0.5, 2.0]", "▼ +9 [4, 19]", "4 [2, 9]", "leaves out what follows it",
		"sales-quota: one history here says as much as 1,200 plain ones of the probability within 10 years"} {
		assert.Contains(t, out.String(), want)
	}
	assert.NotContains(t, out.String(), "more --replications")
	out.Reset()
	bare := riskOf("silo")
	bare.Estimates[0].Low, bare.Estimates[0].High = math.NaN(), math.NaN()
	require.NoError(t, RiskTable(&out, bare, Terminal{Width: 160}))
	assert.Contains(t, out.String(), "--replications are needed", "a number without an interval is not certain")
	assert.NotContains(t, out.String(), "Differences are from", "one scenario differs from nothing")
}

// Pictures are kept where the environment variable XSELL_REPORTS says, to be looked at.
func TestRiskIsDrawnForEveryNumberOfScenarios(t *testing.T) {
	for name, set := range map[string]*results.RiskSet{
		"risk-alone": riskOf("silo"), "risk-three": riskOf("silo", "interlock", "sales-quota"), "risk-none": noRisk(),
	} {
		dir := filepath.Join(t.TempDir(), name)
		if keep := os.Getenv("XSELL_REPORTS"); keep != "" {
			dir = filepath.Join(keep, name)
			require.NoError(t, os.RemoveAll(dir))
		}
		require.NoError(t, results.WriteRisk(dir, set))
		require.NoError(t, RenderRisk(dir))
		for _, f := range newRiskView(set).figures() {
			if name == "risk-none" {
				assert.NotEmpty(t, f.missing, "%s: nothing can be drawn", f.id)
				continue
			}
			assert.Empty(t, f.missing, f.id)
			assert.Contains(t, f.alt, "silo within 10 years", "%s must be told in words too", f.id)
			assertBegins(t, filepath.Join(dir, "plots", f.id+".svg"), "<?xml")
			assert.NotNil(t, f.narrow, "%s is drawn for telephones too", f.id)
		}
		assertBegins(t, filepath.Join(dir, "report.html"), "<!DOCTYPE html>")
	}
	dir := filepath.Join(t.TempDir(), "images")
	require.NoError(t, results.WriteRisk(dir, riskOf("silo")))
	require.NoError(t, Pictures(dir))
	assertBegins(t, filepath.Join(dir, "plots", "risk_over_time.png"), "\x89PNG")
	assert.Error(t, RenderRisk(t.TempDir()), "an empty directory holds no analysis")
}

func TestThePageOfARiskAnswersFirstAndShowsHowToRepeatIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "risk")
	set := riskOf("silo", "sales-quota")
	set.Manifest.Command = []string{"xsell", "risk", "silo", "sales-quota"}
	require.NoError(t, results.WriteRisk(dir, set))
	require.NoError(t, RenderRisk(dir))
	text, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	page := strings.ReplaceAll(html.UnescapeString(string(text)), "\u00a0", " ")
	for _, want := range []string{
		"Within 10 years hidden misconduct becomes public with a probability of 1.0 [0.5, 2.0] % under silo and 10 [5, 20] % under sales-quota.",
		`<span class="mark" role="img" aria-label="worse">▼</span>10 <span class="unit">%</span>`,
		"<h3>Within 5 years</h3>", "+9 [4, 19]", "Probability of disclosure within 10 years: silo 1.0 [0.5, 2.0] % and sales-quota 10 [5, 20] %.",
		"First bill, mean of the worst 5 % within 10 years: ", "leaves out what follows it", `<a href="risk_hazards.csv">`,
		`aria-label="The command"><code>xsell risk silo sales-quota</code>`,
	} {
		assert.Contains(t, page, want)
	}
	_, err = ReadEnclosed("report.html", text)
	assert.ErrorContains(t, err, "The command that made it gives the same numbers again: xsell risk silo sales-quota")
}

// noRisk is an analysis without any curve or bill.
func noRisk() *results.RiskSet {
	set := riskOf("silo")
	set.Curve, set.Bills = nil, nil
	return set
}

func TestWhatIsAsGoodAsCertainIsNotToldToAMillionth(t *testing.T) {
	assert.Equal(t, "100 [100, 100]", interval(100, 99.99999999999997, 100), "an end that is off by rounding alone asks for no digits")
	assert.Equal(t, "99.990 [99.980, 100.000]", interval(99.99, 99.98, 100))
}

func TestADifferenceThatIsNotJudgedHasAMarkThatSaysSo(t *testing.T) {
	set := riskOf("silo", "sales-quota")
	sure, err := newRiskView(set).page(nil)
	require.NoError(t, err)
	assert.NotContains(t, string(sure), unjudged.words)
	for i := range set.Estimates {
		set.Estimates[i].Method = "t interval, " + fewDecide
	}
	var out bytes.Buffer
	require.NoError(t, RiskTable(&out, set, Terminal{Width: 160}))
	assert.Contains(t, out.String(), "? +9 [4, 19]", "the largest difference must not look as if nothing were known of it alone")
	page, err := newRiskView(set).page(nil)
	require.NoError(t, err)
	legend := bytes.Index(page, []byte(unjudged.words+".</p>"))
	assert.Greater(t, legend, bytes.Index(page, []byte("Within 10 years")), "the legend stands below the tables")
	assert.Less(t, legend, bytes.Index(page, []byte(`id="pictures"`)), "and in their part of the page")
	assert.Contains(t, onALine(out.String()), "? not judged, as a few worlds decide it or it has no interval")
}
