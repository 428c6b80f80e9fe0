package laws

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"xsell/scenarios/stats"
	"xsell/sim"
)

// fee pays half of the sellers EUR 100 for each opening from the second week on.
var fee = []string{"timeline.fee.at=1 weeks", "timeline.fee.sellers=50 %",
	`timeline.fee.set.pay.rule.fee={ measure = "openings", window = "4 weeks", curve = [{ each = "EUR 100" }] }`}

// placebo draws half of a crowd for a lever that stays what it is.
func placebo(crowd, lever string) []string {
	return []string{"timeline.placebo.at=1 weeks", "timeline.placebo." + crowd + "=50 %", "timeline.placebo.set." + lever}
}

// effect is what treated less untreated differ in, in the first trial of a history.
func effect(o *sim.Outcome) reading {
	return func(r *sim.Record) float64 {
		arms := &r.Trials[0].Arms
		return o.Value(&arms[1]) - o.Value(&arms[0])
	}
}

// outcome of a crowd.
func outcome(of sim.Crowd, id string) *sim.Outcome {
	for i := range sim.Outcomes {
		if sim.Outcomes[i].Of == of && sim.Outcomes[i].ID == id {
			return &sim.Outcomes[i]
		}
	}
	panic("laws: no outcome " + id)
}

// A randomised change of pay raises what the treated sell; where money moves nobody it does not.
func TestPayForHalfTheSellersRaisesTheirOpenings(t *testing.T) {
	paid, openings := firm{file: "../evidence/firms/plain.toml", n: worlds}.with(fee...), outcome(sim.AmongSellers, "openings_per_seller")
	rise := paid.read(t, effect(openings))
	surely(t, rise, "sellers with the fee open more accounts a year than those without")
	surely(t, paid.read(t, effect(outcome(sim.AmongSellers, "variable_pay_per_seller"))), "and earn more")
	dull := paid.thinking("effort.gain = 0")
	surely(t, less(rise, 2, dull.read(t, effect(openings))), "where money moves nobody, at most half of that is left")
}

// Who is drawn for a placebo does not differ from the others: each of the K mean differences over n worlds stays within
// Student's quantile with n - 1 degrees of freedom at 1e-6/(2K), so that one of all strays by chance once in a million.
// The same bound is broken by the fee of the test above: it does tell treated from untreated.
func TestAPlaceboInsideTheRunShowsNothing(t *testing.T) {
	strays := func(f firm, of sim.Crowd) (names []string) {
		var checked []string
		for i := range sim.Outcomes {
			o := &sim.Outcomes[i]
			if o.Of != of {
				continue
			}
			x := stats.Summary(f.read(t, effect(o)))
			if x.N < worlds/2 || x.SD == 0 { // rates of events that hardly any world has
				continue
			}
			checked = append(checked, o.ID)
			student := distuv.StudentsT{Sigma: 1, Nu: float64(x.N - 1)}
			if math.Abs(x.Mean) > student.Quantile(1-falseAlarm/float64(2*len(sim.Outcomes)))*x.SD/math.Sqrt(float64(x.N)) {
				names = append(names, fmt.Sprintf("%s %.4g", o.ID, x.Mean))
			}
		}
		require.Greater(t, len(checked), 4, "%v", checked)
		return names
	}
	plain := firm{file: "../evidence/firms/plain.toml", n: worlds}
	same := plain.read(t, measure("profit"))
	for of, x := range map[sim.Crowd][]string{
		sim.AmongSellers: placebo("sellers", "controls.penalty=6"), sim.AmongCustomers: placebo("customers", "organisation.campaign.cost=\"EUR 1\""),
		sim.AmongMarkets: placebo("markets", "controls.penalty=6"),
	} {
		treated := plain.with(x...)
		assert.Empty(t, strays(treated, of), "%s drawn for nothing", of)
		assert.Equal(t, same, treated.read(t, measure("profit")), "and the history is to the last digit the one without it: %s", of)
	}
	assert.NotEmpty(t, strays(plain.with(fee...), sim.AmongSellers), "the fee is seen by the same bound")
}

// A gift at random, read by its sides, says what law 14 says.
func TestAProductGivenKeepsCustomersByTheSidesOfItsTrial(t *testing.T) {
	given := firm{file: "../evidence/firms/gift.toml", n: many}
	exits := given.read(t, effect(outcome(sim.AmongCustomers, "exit_rate")))
	surely(t, less(given.read(t, always(0)), 1, exits), "customers who were given a product leave less than those who were not")
	surely(t, given.read(t, effect(outcome(sim.AmongCustomers, "products_in_use"))), "they use more products")
}
