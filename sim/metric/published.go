package metric

import "slices"

// Published are the ids of the measures that management sees at every close, in the order of the list: what stands on its
// own books, and what a survey would tell. Real use, consent, true suitability and what competitors hold are not among
// them.
var Published = []string{
	"products_reported", "multi_product_share", "three_product_share",
	"conversion", "referrals", "referral_conversion", "pitches", "pitch_conversion", "openings_gross", "openings_net",
	"return_rate", "lapse_rate", "default_rate", "goal_reached",
	"service_requests", "service_wait", "service_dropped", "service_cost_per_customer",
	"churn", "joiners", "customers", "satisfaction", "say_leave", "complaints", "reputation",
	"conduct_cost", "conduct_bill", "pay_per_seller", "variable_pay_share", "seller_turnover", "dismissals",
	"selling_hours_share", "coordination_hours_share", "revenue", "profit", "profit_per_customer", "cost_to_revenue",
}

// Published tells whether management sees the measure.
func (m *Measure) Published() bool { return slices.Contains(Published, m.ID) }
