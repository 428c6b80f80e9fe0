package reports

import (
	"math"
	"math/rand/v2"

	"xsell/scenarios/results"
)

// The synthetic results of these tests: plausible sizes, drawn from a fixed seed,
// with the statistics computed plainly. They test the showing, not the model.

// invented is a measure with its mean, its spread between replications and what
// each further scenario multiplies it by.
type invented struct {
	results.Measure
	mean, spread float64
	factors      []float64
}

func m(id, title, unit, kind, good, group string) results.Measure {
	return results.Measure{ID: id, Title: title, Unit: unit, Kind: kind, Good: good, Group: group,
		Definition: "What " + title + " means, as the dictionary would say."}
}

var inventions = []invented{
	{m("products_reported", "Products per customer, reported", "products", "stock", "neither", "Cross-selling"), 2.31, 0.05, []float64{1.14, 1.42}},
	{m("products_real", "Products per customer, real", "products", "stock", "more", "Cross-selling"), 2.12, 0.05, []float64{1.09, 1.38}},
	{m("multi_product_share", "Customers with two or more products", "%", "stock", "more", "Cross-selling"), 54, 1.6, []float64{1.08, 1.2}},
	{m("conversion", "Leads that become accounts", "%", "ratio", "more", "Cross-selling"), 18.4, 1.1, []float64{1.004, 1.22}},
	{m("referrals", "Referrals per seller", "per year", "flow", "neither", "Cross-selling"), 11.2, 1.4, []float64{2.6, 1.7}},
	{m("referral_precision", "Referrals that become accounts", "%", "ratio", "more", "Cross-selling"), 31, 2.5, []float64{0.91, 1.05}},
	{m("openings_gross", "Accounts opened", "per 1,000 customers and year", "flow", "neither", "Cross-selling"), 212, 9, []float64{1.12, 1.4}},
	{m("openings_net", "Accounts opened less closed", "per 1,000 customers and year", "flow", "more", "Cross-selling"), 48, 7, []float64{1.2, 1.5}},
	{m("return_rate", "Accounts returned within the term", "%", "ratio", "less", "Quality of sales"), 3.1, 0.3, []float64{1.11, 0.97}},
	{m("lapse_rate", "Accounts that go dormant", "% a year", "ratio", "less", "Quality of sales"), 9.4, 0.5, []float64{1.01, 0.99}},
	{m("service_cost_per_customer", "Cost of service per customer", "EUR a year", "ratio", "less", "Service"), 61.5, 2.2, []float64{1.06, 0.93}},
	{m("service_wait", "Waiting time for service", "weeks", "ratio", "less", "Service"), 0.84, 0.1, []float64{1.15, 0.8}},
	{m("churn", "Customers who leave", "% a year", "ratio", "less", "Customers"), 7.9, 0.4, []float64{0.97, 0.82}},
	{m("trust", "Trust of customers", "0 to 1", "stock", "more", "Customers"), 0.612, 0.012, []float64{1.01, 1.06}},
	{m("complaints", "Complaints", "per 1,000 customers and year", "flow", "less", "Customers"), 14.2, 1.2, []float64{1.02, 0.9}},
	{m("unauthorised_per_1000_openings", "Accounts opened without consent", "per 1,000 openings", "ratio", "less", "Conduct"), 2.4, 0.9, []float64{2.1, 0.7}},
	{m("unsuitable_share", "Unsuitable sales", "%", "ratio", "less", "Conduct"), 4.4, 0.5, []float64{1.01, 0.9}},
	{m("offenders_share", "Sellers who ever offended", "%", "stock", "less", "Conduct"), 1.9, 0.8, []float64{1.8, 0.7}},
	{m("caught_share", "Offenders who were caught", "%", "ratio", "neither", "Conduct"), 22, 9, []float64{1.02, 1.1}},
	{m("disclosure_probability", "Probability of disclosure within the horizon", "%", "tail", "less", "Conduct"), 0, 0, []float64{1, 1}},
	{m("conduct_cost", "Cost of misconduct", "EUR", "flow", "less", "Conduct"), 1_240_000, 510_000, []float64{1.9, 0.8}},
	{m("pay_per_seller", "Pay per seller", "EUR a year", "ratio", "neither", "Sellers"), 48_200, 900, []float64{1.03, 1.07}},
	{m("seller_turnover", "Sellers who leave", "% a year", "ratio", "less", "Sellers"), 16.5, 1.3, []float64{0.95, 0.88}},
	{m("revenue", "Revenue", "EUR", "flow", "more", "Money"), 212_400_000, 4_100_000, []float64{1.06, 1.21}},
	{m("profit", "Profit", "EUR", "flow", "more", "Money"), 31_900_000, 2_300_000, []float64{1.09, 1.44}},
	{m("profit_per_customer", "Profit per customer", "EUR a year", "ratio", "more", "Money"), 128, 8, []float64{1.1, 1.4}},
}

// shape is what a synthetic set looks like.
type shape struct {
	scenarios    []string
	replications int
	frames       int
	identical    bool // every scenario does exactly what the base does
}

var usual = shape{scenarios: []string{"silo", "interlock", "group-retail"}, replications: 30, frames: 20}

const framed = 13 // [weeks] per frame

func synthetic(s shape) *results.Set {
	b := &builder{shape: s, set: &results.Set{Manifest: syntheticManifest(s), DistributionDictionary: syntheticDistributions}}
	for _, i := range inventions {
		b.set.Dictionary = append(b.set.Dictionary, i.Measure)
		b.measure(i)
	}
	b.histograms()
	b.money()
	return b.set
}

type builder struct {
	shape
	set *results.Set
}

// factor is what scenario n multiplies a measure by; the base and identical
// scenarios keep it.
func (b *builder) factor(i invented, n int) float64 {
	if n == 0 || b.identical {
		return 1
	}
	return i.factors[(n-1)%len(i.factors)] * (1 + 0.04*float64((n-1)/len(i.factors)))
}

// measure adds outcomes, frames, summary and luck of one measure. Scenarios share
// most of their luck.
func (b *builder) measure(i invented) {
	common := rand.New(rand.NewPCG(7, uint64(len(b.set.Dictionary))))
	shared := make([]float64, b.replications)
	for r := range shared {
		shared[r] = common.NormFloat64()
	}
	outcomes := make([][]float64, len(b.scenarios))
	for n, name := range b.scenarios {
		own := rand.New(rand.NewPCG(uint64(n), uint64(len(b.set.Dictionary))))
		for r := range b.replications {
			noise := 0.9*shared[r] + 0.44*own.NormFloat64()
			if b.identical {
				noise = shared[r]
			}
			value := max(0, i.mean*b.factor(i, n)+i.spread*noise)
			outcomes[n] = append(outcomes[n], value)
			b.set.Outcomes = append(b.set.Outcomes, results.Outcome{Scenario: name, Replication: r, Measure: i.ID, Value: value})
			b.framesOf(name, r, i, value)
		}
		b.summarise(name, i, outcomes[0], outcomes[n])
	}
}

// framesOf lets a measure grow from the base's mean to its outcome.
func (b *builder) framesOf(name string, r int, i invented, value float64) {
	luck := rand.New(rand.NewPCG(uint64(r), uint64(len(b.set.Dictionary))))
	for f := range b.frames {
		grown := 1 - math.Exp(-float64(f+1)/6)
		v := i.mean + (value-i.mean)*grown + 0.4*i.spread*luck.NormFloat64()
		b.set.Frames = append(b.set.Frames, results.Frame{Scenario: name, Replication: r, Week: (f+1)*framed - 1, Measure: i.ID, Value: v})
	}
}

func (b *builder) summarise(name string, i invented, base, own []float64) {
	s := spreadOf(own)
	nan := math.NaN()
	row := results.Row{Scenario: name, Measure: i.ID, Unit: i.Unit, Mean: s.mean, Low: s.low, High: s.high,
		Difference: nan, DifferenceLow: nan, DifferenceHigh: nan, Words: "the base"}
	if name != b.scenarios[0] {
		differences := make([]float64, len(own))
		for r := range own {
			differences[r] = own[r] - base[r]
		}
		d := spreadOf(differences)
		row.Difference, row.DifferenceLow, row.DifferenceHigh = d.mean, d.low, d.high
		row.Words = syntheticWords(row)
		b.set.Luck = append(b.set.Luck, results.Luck{Scenario: name, Measure: i.ID, Correlation: 0.8, VarianceRatio: 1 + 8*rand.New(rand.NewPCG(1, uint64(len(i.ID)))).Float64()})
	}
	b.set.Summary = append(b.set.Summary, row)
}

func syntheticWords(r results.Row) string {
	switch {
	case r.DifferenceLow > 0:
		return "higher"
	case r.DifferenceHigh < 0:
		return "lower"
	}
	return "no clear difference"
}
