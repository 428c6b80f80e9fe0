package reports

import "math"

// The pictures of distributions, each a row of words and a call of bars.

// attainment shows how far sellers came towards their target.
func attainment(v *view) figure {
	f := figure{id: "attainment", title: "Target reached by sellers, by scenario"}
	f.note = v.seenInEach(v.attainmentSeen)
	f.reading = "A bar is the mean over replications, the thin line on it the middle 80 % of replications (P10 to P90). " +
		"The dashed line is the target. Bars piled up just right of it, with a hole just left of it, are the mark of a threshold in the pay plan. " +
		"A bar at the right end of the scale holds everything beyond it. " +
		"When a plan has several goals, all are counted; a goal of a single lead gives bars at 0 and 1 only."
	return bars{v: v, line: 1, label: "target"}.figure(f, "attainment")
}

// window shows when within the pay window sales are signed.
func window(v *view) figure {
	f := figure{id: "window", title: "Sales by week of the pay window, by scenario"}
	f.note = v.seenInEach(v.windowSeen)
	f.reading = "A bar is the mean over replications, the thin line on it the middle 80 % of replications (P10 to P90). " +
		"Equal bars mean that the end of a window does not matter; a rise in the last weeks with a dip after them means that the timing of sales follows pay. " +
		"A spike in the first week is of the same kind: closings held back from the window before."
	return bars{v: v, line: math.NaN()}.figure(f, "sales_by_window_week")
}

// products shows how many products customers hold, as reported and in truth.
func products(v *view) figure {
	f := figure{id: "products", title: "Products per customer, reported and real, by scenario"}
	f.note = v.seenInEach(v.productsSeen)
	f.reading = "Filled bars count customers by products that were consented to and are used, hollow bars by products that are reported. " +
		"Hollow bars that reach farther to the right are breadth that exists on paper only. " +
		"Bars are means over replications, the thin line on a bar the middle 80 % of replications (P10 to P90)."
	return bars{v: v, line: math.NaN()}.figure(f, "products_real_per_customer", "products_reported_per_customer")
}
