package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// judged looks at one fact in two worlds.
func judged(t *testing.T, value string) (FactResult, error) {
	t.Helper()
	results, err := JudgeFacts(t.Context(), parsed(t, fact(value, "low = 0")).Facts, Options{Seed: look, Worlds: 2})
	if err != nil {
		return FactResult{}, err
	}
	require.Len(t, results, 1)
	return results[0], nil
}

func TestUnitsProductsAndKeysOfAFirmCanBeAskedFor(t *testing.T) {
	for value, want := range map[string]float64{
		`firm.seats("bank") + firm.seats("life")`: 14, // 50 % and 20 % of ten in each of two markets
		`sum([firm.sold("bank", "bank"), firm.sold("bank", "cards"), firm.sold("bank", "lending"), firm.sold("investment", "investment"), firm.sold("life", "life"), firm.sold("non-life", "non-life")]) / firm.count("openings_sold + openings_unauthorised")`: 1,
		`(firm.sold("life", "term-life") + firm.sold("life", "pension")) / firm.sold("life", "life")`: 1,
		`firm.silent("bank") - firm.silent("current-account") - firm.silent("savings")`:               0,
		`firm.sold("life", "bank")`:                              0, // they may not
		`firm.input("market.vacant-households")`:                 0.25,
		`firm.input("targets.goal.own-line.window")`:             13,
		`firm.input("run.customers")`:                            400,
		`firm.input("products.savings.follows.current-account")`: 1.5,
	} {
		r, err := judged(t, value)
		require.NoError(t, err, value)
		assert.InDelta(t, want, r.Estimate.Value, 1e-9, value)
	}
}

func TestWhatAFirmDoesNotHaveIsNamed(t *testing.T) {
	for value, want := range map[string]string{
		`firm.seats("bnak")`:                         `no unit "bnak"; did you mean "bank"?`,
		`firm.sold("bank", "lendin")`:                `no product or line "lendin"; did you mean "lending"?`,
		`firm.silent("saving")`:                      `no product or line "saving"; did you mean "savings"?`,
		`firm.input("market.vacant")`:                `the scenario has no key "market.vacant"`,
		`firm.input("organisation.unit.bank.title")`: `"organisation.unit.bank.title" is not a number`,
	} {
		_, err := judged(t, value)
		assert.ErrorContains(t, err, want, value)
	}
}
