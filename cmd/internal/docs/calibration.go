package main

import (
	"fmt"

	"xsell/cmd/internal/odd"
	"xsell/scenarios/results"
)

// fact is one published figure the baseline was set to, and how the same is read off a run.
type fact struct {
	id, published, source string
	ours                  func(*reading) string
}

// facts the baseline was set to. A range is the tolerance, not the spread of sources.
var facts = []fact{
	{"R1", "1 product 18 months, 2 products 4 years, 3 products 6.8 years: leaving rate with 1 over that with 3 products between 3 and 5",
		"BIS/Fiserv and Bancography, vendors", func(r *reading) string {
			return fmt.Sprintf("with 1 over 2 products %.1f, with 1 over 3 products %.1f", r.exit(1)/r.exit(2), r.exit(1)/r.exit(3))
		}},
	{"R6", "attrition 5 to 15 % a year; in the first half-year 2 to 3 times the usual",
		"vendor surveys; Gallup 2015", func(r *reading) string {
			return fmt.Sprintf("%.1f %% a year; first half-year over all %.1f times", r.mean("churn"), r.early())
		}},
	{"R7", "2.0 to 3.0 products per customer; half to 65 % of customers with one product",
		"ABA 2012, Forrester, A.T. Kearney 2016", func(r *reading) string {
			return fmt.Sprintf("%.2f reported, %.2f in real use; %.0f %% with one on the books", r.mean("products_reported"),
				r.mean("products_real"), 100-r.mean("multi_product_share"))
		}},
	{"R9", "acquisition EUR 200 to 500; paid back in 15 to 30 months",
		"vendors", func(r *reading) string { return r.payback() }},
	{"D9", "policy types held: 0 11 %, 1 41 %, 2 21 %, 3 19 %, 4 7 %, 5+ 2 %; total variation below 0.15",
		"Caravan data of a Dutch insurer", func(r *reading) string { return r.holdings() }},
	{"O1", "0.6 to 2 referrals per 100 households and year",
		"Kehrer Bielan 2016 to 2023", func(r *reading) string { return fmt.Sprintf("%.2f per 100 customers", r.mean("referrals")) }},
	{"O2", "30 to 50 % of referrals end in a sale",
		"Omega survey, about 1995", func(r *reading) string { return fmt.Sprintf("%.0f %%", r.mean("referral_conversion")) }},
}

// calibration writes the facts beside what the first scenario of a results directory gives.
func calibration(dir string) (string, error) {
	set, err := results.Read(dir)
	if err != nil {
		return "", err
	}
	r := &reading{set: set, scenario: set.Manifest.Scenarios[0].Name}
	var rows [][]string
	for _, f := range facts {
		rows = append(rows, []string{f.id, f.published, f.source, f.ours(r)})
	}
	return odd.Table([]string{"fact", "published", "source", "in " + odd.Code(r.scenario)}, rows), nil
}

// reading takes numbers off the results of one scenario.
type reading struct {
	set      *results.Set
	scenario string
}

// mean of a measure over replications, in its unit.
func (r *reading) mean(measure string) float64 {
	for _, row := range r.set.Summary {
		if row.Scenario == r.scenario && row.Measure == measure {
			return row.Mean
		}
	}
	panic("docs: no measure " + measure)
}

// bars of a distribution, summed over replications.
func (r *reading) bars(id string) (sums []float64) {
	at := map[float64]int{}
	for _, h := range r.set.Histograms {
		if h.Scenario != r.scenario || h.Distribution != id {
			continue
		}
		i, known := at[h.Low]
		if !known {
			i = len(sums)
			at[h.Low], sums = i, append(sums, 0)
		}
		sums[i] += h.Value
	}
	return sums
}

// exit is the weekly rate of leaving with so many products in real use.
func (r *reading) exit(products int) float64 {
	return r.bars("exits_by_products")[products] / r.bars("weeks_by_products")[products]
}

// early is the rate of leaving in the first two quarters over that of all.
func (r *reading) early() float64 {
	exits, weeks := r.bars("exits_by_tenure"), r.bars("weeks_by_tenure")
	return (exits[0] + exits[1]) / (weeks[0] + weeks[1]) / (total(exits) / total(weeks))
}

func total(bars []float64) (sum float64) {
	for _, x := range bars {
		sum += x
	}
	return sum
}

// payback is the first quarter in which customers won in the run have earned back what they cost, on average.
func (r *reading) payback() string {
	customers, profit := r.bars("new_customers_by_tenure"), r.bars("new_profit_by_tenure")
	for quarter := range customers {
		if profit[quarter] > 0 {
			return fmt.Sprintf("in month %d to %d, before sellers' pay", 3*quarter, 3*quarter+3)
		}
	}
	return "not within the run"
}

// holdings is the share of customers by products in real use.
func (r *reading) holdings() (text string) {
	bars := r.bars("products_real_per_customer")
	rest := total(bars[5:])
	for n, x := range append(bars[:5:5], rest) {
		more := ""
		if n == 5 {
			more = "+"
		}
		text += fmt.Sprintf("%d%s %.0f %%, ", n, more, 100*x/total(bars))
	}
	return fmt.Sprintf("%stotal variation %.2f", text, r.variation(bars))
}

// caravan is the published distribution of fact D9.
var caravan = []float64{0.11, 0.41, 0.21, 0.19, 0.07, 0.02}

// variation is half the summed distance of two distributions.
func (r *reading) variation(bars []float64) (distance float64) {
	all := total(bars)
	for n, share := range caravan {
		ours := bars[n] / all
		if n == len(caravan)-1 {
			ours = total(bars[n:]) / all
		}
		distance += max(ours-share, share-ours) / 2
	}
	return distance
}
