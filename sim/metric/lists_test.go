package metric

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// wanted are the measures every comparison of designs needs.
var wanted = []string{
	"products_reported", "products_real", "multi_product_share", "conversion", "referrals", "referral_precision",
	"openings_gross", "openings_net", "return_rate", "lapse_rate", "service_cost_per_customer", "service_wait",
	"churn", "trust", "complaints", "unauthorised_per_1000_openings", "unsuitable_share", "offenders_share",
	"caught_share", "disclosure_probability", "conduct_cost", "pay_per_seller", "seller_turnover", "revenue",
	"profit", "profit_per_customer",
}

func TestTheMeasuresOfEveryComparisonExist(t *testing.T) {
	for _, id := range wanted {
		m, found := ByID(id)
		if assert.True(t, found, "there is no measure %s", id) {
			assert.Equal(t, id, m.ID, "the measure found for %s is another one", id)
		}
	}
	_, found := ByID("happiness")
	assert.False(t, found, "a measure nobody has defined must not be found")
}

func TestEveryMeasureSaysWhatItIs(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range Measures {
		assert.Regexp(t, `^[a-z][a-z0-9_]*$`, m.ID, "the id of %q stands in files", m.Title)
		assert.False(t, seen[m.ID], "two measures are called %s", m.ID)
		seen[m.ID] = true
		for what, text := range map[string]string{"title": m.Title, "unit": m.Unit, "definition": m.Definition, "group": m.Group} {
			assert.NotEmpty(t, text, "measure %s has no %s", m.ID, what)
		}
		assert.NotZero(t, m.Scale, "measure %s is always 0", m.ID)
		assert.NotEmpty(t, m.Num, "measure %s counts nothing", m.ID)
		assert.Contains(t, []Good{More, Less, Neither}, m.Good, "which way is good for %s", m.ID)
		assert.Contains(t, []Kind{Stock, Flow, Ratio, Final, Tail}, m.Kind, "how %s is read over time", m.ID)
	}
}

// stocks says whether all, none or some of the counters are stocks.
func stocks(counters ...Counter) (all, none bool) {
	all, none = true, true
	for _, c := range counters {
		all, none = all && Items[c].Stock, none && !Items[c].Stock
	}
	return all, none
}

func TestMeasuresDoNotMixStocksAndFlows(t *testing.T) {
	for _, m := range Measures {
		allAbove, noneAbove := stocks(append(m.Minus, m.Num...)...)
		allBelow, noneBelow := stocks(m.Den...)
		switch {
		case m.Kind == Stock || m.Kind == Final:
			assert.True(t, allAbove && allBelow, "%s is read at dates: all its counters must be stocks", m.ID)
		case m.PerYear:
			assert.True(t, noneAbove && allBelow, "%s is a rate per year: flows over stocks", m.ID)
		default:
			assert.True(t, noneAbove && noneBelow, "%s runs over time: all its counters must be flows", m.ID)
		}
		if m.Kind == Ratio {
			assert.NotEmpty(t, m.Den, "the ratio %s needs something to divide by", m.ID)
		}
		if m.Kind == Tail || m.Kind == Flow {
			assert.Empty(t, m.Den, "%s is a sum, not a share", m.ID)
		}
	}
}

func TestEveryCounterHasANameOfItsOwn(t *testing.T) {
	ids := map[string]bool{}
	for c, item := range Items {
		assert.Regexp(t, `^[a-z][a-z0-9_]*$`, item.ID, "the id of counter %d stands in files", c)
		assert.NotEmpty(t, item.Title, "counter %s has no title", item.ID)
		assert.False(t, ids[item.ID], "two counters are called %s", item.ID)
		ids[item.ID] = true
	}
	assert.Len(t, ids, Counters, "every counter is described")
}
