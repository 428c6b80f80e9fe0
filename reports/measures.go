package reports

import "xsell/scenarios/results"

// What the pictures and the answer speak of. An id that the results do not hold
// is left out of a list; a picture that needs it says so.

// headline measures of the answer, most asked first.
var headline = []string{
	"profit_per_customer", "products_real", "products_reported", "churn", "trust", "unauthorised_per_1000_openings",
}

// compared measures of the picture of differences, in reading order.
var compared = []string{
	"products_reported", "products_real", "conversion", "referrals", "return_rate",
	"service_cost_per_customer", "churn", "trust", "complaints",
	"unauthorised_per_1000_openings", "unsuitable_share", "seller_turnover",
	"revenue", "profit", "profit_per_customer",
}

// followed measures of the picture over time. Neighbours that share an axis say
// so in sharedAxis.
var followed = []string{
	"profit_per_customer", "churn", "products_reported", "products_real",
	"trust", "complaints", "service_cost_per_customer", "unauthorised_per_1000_openings",
}

// sharedAxis holds measures that are drawn on one y axis so that they can be
// compared by eye.
var sharedAxis = []string{"products_reported", "products_real"}

// risks that profit is set against: the first one present that varies is drawn.
var risks = []string{"unauthorised_per_1000_openings", "conduct_cost"}

// present returns those measures of a list that the dictionary and the summary
// know.
func (v *view) present(ids []string) []results.Measure {
	var found []results.Measure
	for _, id := range ids {
		m, known := v.measures[id]
		if _, summed := v.summary[cell{v.base(), id}]; known && summed {
			found = append(found, m)
		}
	}
	return found
}

// towards is an arrow to where a measure is good, tied to the word before it, or
// nothing.
func towards(m results.Measure) string {
	switch m.Good {
	case results.More:
		return "\u00a0↑"
	case results.Less:
		return "\u00a0↓"
	}
	return ""
}
