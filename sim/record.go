package sim

import "xsell/sim/metric"

// Record is what is kept of one history.
type Record struct {
	Opening  metric.Books       // stocks when measuring began, before any change dated that week
	Frames   []metric.Frame     // of the measured time, in order
	Hists    metric.Hists       // of the measured time
	Happened []int32            // by change of the model: the week in which it was made, or Never
	Trials   []Trial            // of the changes made for some and not for others
	Sold     [][]int64          // by unit and product: openings with or without consent
	Ways     Ways               // of leads and of sales
	Silent   []int64            // by product: of these, without consent
	Risk     []Hazard           // of disclosure, at every close of the measured time
	Markets  []metric.Books     // by market: flows summed over the measured time, stocks at its end; what the firm itself books is not in them
	Loaded   [WhaleBins]float64 // Whale after all costs: those booked to no single customer are shared out by accounts and weeks
	Whale    [WhaleBins]float64 // cumulative share of the summed profit of the customers at the end, most profitable first
}

// WhaleBins is how finely the whale curve is kept: bin i ends at share (i+1)/WhaleBins of the customers.
const WhaleBins = 50
