package reports

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"xsell/scenarios/results"
)

func syntheticManifest(s shape) results.Manifest {
	manifest := results.Manifest{
		Tool: "0.1.0", Scheme: 1, Seed: 20260101, Asked: s.replications, Finished: s.replications,
		Weeks: s.frames * framed, WarmUp: 104, Close: framed,
		Command: append([]string{"xsell", "compare", "--seed", "20260101", "--out", "results of spring"}, s.scenarios...),
	}
	for n, name := range s.scenarios {
		manifest.Scenarios = append(manifest.Scenarios, results.Scenario{
			Name: name, Title: "A firm organised as " + name, Source: "built in",
			Summary: "Units own their customers and are paid on their own line; what another unit could sell to them is heard of late.",
			TOML:    syntheticTOML(n, s.identical),
			Assumptions: []string{
				"pay.finder: 0.5, assumed", "customers.needs_per_year: 0.8, from a household panel", "controls.audit_share: 1 %, assumed",
			},
		})
	}
	return manifest
}

func syntheticTOML(n int, identical bool) string {
	if identical {
		n = 0
	}
	return fmt.Sprintf(`[organisation]
units = ["life", "non-life"]
shared_file = %v
[organisation.handoff.leads-to-life]
delay = "%d weeks"
finder = %g
[pay]
threshold = "75 %%"
[[pay.rule]]
measure = "openings"
rate = "EUR %d"
`, n > 0, 4-min(n, 3), 0.5*float64(n), 20+n)
}

var syntheticDistributions = []results.Distribution{
	{ID: "products_real_per_customer", Title: "Products per customer in real use", XTitle: "products", YTitle: "customers", Definition: "Customers at the end by products they asked for and use."},
	{ID: "products_reported_per_customer", Title: "Products per customer as reported", XTitle: "products", YTitle: "customers", Definition: "Customers at the end by accounts on the books."},
	{ID: "attainment", Title: "Goal attainment", XTitle: "share of the goal", YTitle: "seller windows", Definition: "Final count over quota."},
	{ID: "sales_by_window_week", Title: "Sales within the pay window", XTitle: "week of the window", YTitle: "openings", Definition: "Openings by week of the window."},
	{ID: "offences_by_distance", Title: "Silent openings by distance to the goal", XTitle: "accounts short of the line", YTitle: "openings", Definition: "Openings without consent by units missing."},
	{ID: "weeks_by_distance", Title: "Seller weeks by distance to the goal", XTitle: "accounts short of the line", YTitle: "seller weeks", Definition: "Weeks worked by accounts missing."},
	{ID: "profit_whale", Title: "Cumulated profit", XTitle: "share of customers", YTitle: "cumulated share of profit", Definition: "Customers in order of profit."},
}

// histograms adds every distribution of every replication. Bins stretch well
// beyond the data, as those of a recorder with fixed bins do.
func (b *builder) histograms() {
	for n, name := range b.scenarios {
		for r := range b.replications {
			luck := rand.New(rand.NewPCG(uint64(r), uint64(n)))
			h := histogrammer{b.set, name, r, luck}
			more := 0.12 * float64(n)
			h.add("products_real_per_customer", 0, 1, 16, func(x float64) float64 { return 9000 * poisson(x, 2.1+more) })
			h.add("products_reported_per_customer", 0, 1, 16, func(x float64) float64 { return 9000 * poisson(x, 2.3+2*more) })
			h.add("attainment", 0, 0.05, 61, func(x float64) float64 { return 60 * bunched(x) })
			h.add("sales_by_window_week", 0, 1, 52, func(x float64) float64 { return surge(x, 0.5+more) })
			h.add("offences_by_distance", 0, 1, 31, func(x float64) float64 { return 8 * math.Exp(-x/3) * (1 + more) })
			h.add("weeks_by_distance", 0, 1, 31, func(x float64) float64 { return 400 * math.Exp(-x/6) })
			h.whale(1.3 + more)
		}
	}
}

type histogrammer struct {
	set         *results.Set
	scenario    string
	replication int
	luck        *rand.Rand
}

func (h histogrammer) add(id string, low, width float64, bins int, height func(x float64) float64) {
	for k := range bins {
		x := low + float64(k)*width
		value := math.Round(height(x) * (1 + 0.08*h.luck.NormFloat64()))
		h.set.Histograms = append(h.set.Histograms, results.Histogram{
			Scenario: h.scenario, Replication: h.replication, Distribution: id, Low: x, High: x + width, Value: max(0, value)})
	}
}

// whale rises above all profit and comes back to it.
func (h histogrammer) whale(peak float64) {
	peak *= 1 + 0.03*h.luck.NormFloat64()
	const bins = 20
	for k := range bins {
		low, high := float64(k)/bins, float64(k+1)/bins
		value := high + 4*(peak-0.7)*high*(1-high)
		h.set.Histograms = append(h.set.Histograms, results.Histogram{
			Scenario: h.scenario, Replication: h.replication, Distribution: "profit_whale", Low: low, High: high, Value: value})
	}
}

func poisson(k, mean float64) float64 {
	g, _ := math.Lgamma(k + 1)
	return math.Exp(k*math.Log(mean) - mean - g)
}

// bunched has a hole just below 1 and a pile just above.
func bunched(x float64) float64 {
	body := math.Exp(-(x - 0.95) * (x - 0.95) / 0.08)
	switch {
	case x >= 0.9-1e-9 && x < 1-1e-9:
		return body * 0.4
	case x >= 1-1e-9 && x < 1.1-1e-9:
		return body * 1.9
	}
	return body
}

// surge is a pay window of 13 weeks with more sales in its last weeks.
func surge(week, strength float64) float64 {
	if week >= 13 {
		return 0
	}
	return 120 * (1 + strength*math.Exp((week-12)/2) - 0.3*strength*math.Exp(-week/1.5))
}

// syntheticMoney is what the base books at a close. [EUR]
var syntheticMoney = map[string]int64{"earn_margin": 3_000_000, "earn_default": 40_000, "cost_keeping": 1_200_000, "cost_salaries": 900_000, "cost_gifts": 1_000}

// money adds books in which margins and the keeping of accounts grow with the number of the scenario, and gifts hardly.
func (b *builder) money() {
	for n, name := range b.scenarios {
		if b.identical {
			n = 0
		}
		for r := range b.replications {
			for f := range b.frames {
				for _, item := range slices.Sorted(maps.Keys(syntheticMoney)) {
					value := 1000*syntheticMoney[item]*int64(20+n)/20 + int64(r%7)*1000
					if item == "cost_salaries" {
						value = 1000 * syntheticMoney[item]
					}
					b.set.Books = append(b.set.Books, results.Book{Scenario: name, Replication: r, Week: (f+1)*framed - 1, Item: item, Value: value})
				}
			}
			b.set.Books = append(b.set.Books, results.Book{Scenario: name, Replication: r, Week: -1, Item: "earn_margin", Value: 5})
		}
	}
}
