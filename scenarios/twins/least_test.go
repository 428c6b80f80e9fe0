package twins

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// With one salary for all of EUR 30,000 a year, pay counts from 1 % of it over the measured time on, whatever the run's length.
func TestWhatCountsInMoneyGrowsWithTheMeasuredTime(t *testing.T) {
	salaries := []string{"pay.salary.bank=EUR 30000 per year", "pay.salary.investment=EUR 30000 per year", "pay.salary.life=EUR 30000 per year", "pay.salary.non-life=EUR 30000 per year"}
	for weeks, want := range map[string][2]float64{"156 weeks": {900, 30}, "52 weeks": {300, 10}} {
		model := load(t, "silo", append(salaries, "run.weeks="+weeks)...).Model
		assert.Equal(t, want, [2]float64{leastPay(model), leastContribution(model)}, weeks)
		for _, o := range Outcomes(model) {
			assert.Positive(t, o.Least, "%s of %s", o.ID, o.Crowd)
		}
	}
	assert.EqualValues(t, 1, leastContribution(load(t, "silo", "run.weeks=1 week", "run.close=1 week").Model), "never less than a euro")
	assert.True(t, math.IsNaN(twoDigits(math.NaN())), "what is not a number stays so")
}

// A euro in three years makes nobody worse off.
func TestAnAmountThatMattersToNobodyDoesNotCount(t *testing.T) {
	model := load(t, "silo", "run.weeks=156 weeks").Model
	x := crowd{outcomes: named(Sellers, ofSellers, model)}
	least := x.outcomes[0].Least
	assert.Greater(t, least, 500.0)
	pair := func(difference float64) *twin {
		values := [2][]float64{make([]float64, len(x.outcomes)), make([]float64, len(x.outcomes))}
		values[1][0] = difference
		return &twin{in: [2]bool{true, true}, values: values}
	}
	for difference, want := range map[float64]int{-1: 0, -148.5: 0, -2 * least: -1, 2 * least: 1} {
		sign, _ := x.overall(pair(difference))
		assert.Equal(t, want, sign, "EUR %v in three years", difference)
	}
}
