package calibrate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/calibrate/fit"
)

func TestAPlanSaysWhatTheFileSays(t *testing.T) {
	plan := planned(t, head+body+"weight = 2\n[target.products]\naim = 1.5\n")
	require.Len(t, plan.Parameters, 2)
	exit, trust := plan.Parameters[0], plan.Parameters[1]
	assert.Equal(t, []float64{0.05, 0.4, 0.113, 0.113}, []float64{exit.Low, exit.High, exit.Start, exit.Present}, "the start is the present value of silo")
	assert.Equal(t, []string{`market.exit="0.2 per year"`}, exit.Assignments(0.2))
	assert.Equal(t, "per year", exit.Unit())
	assert.Equal(t, []float64{0, 4}, []float64{trust.Low, trust.High}, "a constant has the range of its table")
	churn, products := plan.Targets[0], plan.Targets[1]
	assert.Equal(t, []float64{16, 1, 2}, []float64{churn.Aim, churn.Tolerance, churn.Weight}, "middle and half of the band")
	assert.Equal(t, fit.Both, churn.Side)
	assert.Equal(t, []float64{1.5, 0.1, 1}, []float64{products.Aim, products.Tolerance, products.Weight}, "one end has a tenth of itself for a tolerance")
	assert.Equal(t, fit.Below, products.Side)
	assert.Equal(t, 16, plan.ConfirmWorld, "twice the worlds of the search")
}

func TestMistakesAreShownWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ old, with, want string }{
		{`title = "test"`, `titel = "test"`, `c.toml:1:1: titel: unknown key "titel"; did you mean "title"?`},
		{"worlds = 8", "worlds = 1", "c.toml:5:1: search.worlds: found 1"},
		{"step = 0.3", "step = 0", "c.toml:7:1: search.step: found 0, must be more"},
		{"confirm-seed = 2", "confirm-seed = 1", "c.toml:9:1: search.confirm-seed: found the seed of the search"},
		{`"facts.toml"`, `"fact.toml"`, "c.toml:2:10: facts[1]: open"},
		{`"run.customers=400"`, `"run.customer=400"`, `c.toml:3:2: search: `},
		{`set = "market.exit"`, `set = "market.exi"`, `c.toml:14:1: parameter.exit.set: silo has no number at market.exi; did you mean "exit"?`},
		{`set = "market.exit"`, `set = "market"`, `parameter.exit.set: silo has no number at market`},
		{`set = "market.exit"`, `scale = ["products.*.nee"]`, `c.toml:14:1: parameter.exit.scale: --set: products."*".nee: unknown key "nee"; did you mean "fee"?`},
		{`set = "market.exit"`, `constant = "stay.trust"` + "\n" + `set = "market.exit"`, "c.toml:13:12: parameter.exit: say what it moves"},
		{`"0.05 per year"`, `"5 per week"`, `c.toml:15:1: parameter.exit.low: found 5 per week, want a number in the unit of "0.113 per year"`},
		{"high = 0.4", "", "parameter.exit: set low and high"},
		{"high = 0.4", "high = 0.1", "c.toml:13:12: parameter.exit.start: the search starts from 0.113, which is not within 0.05 to 0.1"},
		{"high = 0.4", "high = 0.01", "c.toml:15:1: parameter.exit.low: found 0.05, must be less than high = 0.01"},
		{`"0.05 per year"`, `0`, "c.toml:15:1: parameter.exit.low: found 0, must be more than 0 where distances are measured by factors"},
		{"high = 0.4", "high = 5000", "c.toml:16:1: parameter.exit.high: the firms cannot be like that: "},
		{`"stay.trust"`, `"stay.trus"`, `c.toml:19:1: parameter.trust.constant: no behavioural constant "stay.trus"; did you mean "stay.trust"?`},
		{`"stay.trust"`, `"stay.trust"` + "\nhigh = 5", "is not within the range of the constant, 0 to 4"},
		{"[target.churn]", "[target.chur]", `c.toml:20:9: target.chur: no fact "chur"; did you mean "churn"?`},
		{"[target.churn]", "[target.gone]", "target.gone.tolerance: gone has the band at least 0, which gives no tolerance"},
		{"[target.churn]", "[target.R1]\naim = 3", "target.R1: it stands for 2 facts, which cannot have one aim or tolerance"},
		{"[target.churn]", "[target.R1]\n[target.R1-two]", "target.R1-two: R1-two is a target already"},
		{"[target.churn]", "", "target: missing"},
	} {
		text := strings.Replace(head+body, c.old, c.with, 1)
		require.NotEqual(t, head+body, text)
		_, err := Read(write(t, text))
		if assert.Error(t, err, c.with) {
			assert.Contains(t, err.Error(), c.want)
		}
	}
}

func TestAParameterKeepsItsUnitAndItsDigits(t *testing.T) {
	for _, c := range []struct {
		written any
		value   float64
		want    string
	}{
		{"0.113 per year", 0.2, `"0.2 per year"`},
		{"EUR 1,350", 1200.125, `"EUR 1200.1250"`}, // three decimals could be read as thousands
		{"25 %", 30, `"30 %"`},
		{"2.5 hours per week", 0.000001, `"0.000001 hours per week"`},
		{0.6, 0.25, "0.25"},
		{int64(20000), 21000, "21000"},
	} {
		_, f, ok := quantityOf(c.written)
		require.True(t, ok, c.written)
		assert.Equal(t, c.want, f.write(c.value), c.written)
	}
	for _, wrong := range []any{"often", "2026-01-01", true, nil, "1 2"} {
		_, _, ok := quantityOf(wrong)
		assert.False(t, ok, "%v is no quantity", wrong)
	}
}

func TestCoordinatesAndValuesAreInverse(t *testing.T) {
	for _, p := range []Parameter{{Low: 2, High: 6}, {Low: 0.1, High: 10, Log: true}} {
		assert.Equal(t, p.Low, p.at(-1))
		assert.Equal(t, p.High, p.at(1))
		for _, z := range []float64{-1, -0.3, 0, 0.77, 1} {
			assert.InDelta(t, z, p.coordinate(p.at(z)), 1e-5)
		}
	}
	assert.InDelta(t, 1, Parameter{Low: 0.1, High: 10, Log: true}.at(0), 1e-9, "the middle by factors is the geometric mean")
}
