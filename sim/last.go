package sim

import (
	"slices"

	"xsell/agents"
	"xsell/sim/metric"
)

// last fills the distributions of the end.
func (f *Firm) last(r *Record) {
	r.Opening, r.Risk = f.Opening, f.Risk
	r.Happened, r.Trials = f.Happened, f.mergeTrials()
	var earned, load []int64
	r.Sold, r.Ways = grid(len(f.Model.Org.Units), f.Model.Products()), newWays(f.Model)
	r.Silent = make([]int64, f.Model.Products())
	for _, m := range f.Markets {
		earned, load = m.finish(earned, load)
		r.Hists.Merge(&m.Hists)
		r.Ways.merge(&m.Ways)
		for i, n := range m.Sold {
			r.Sold[i/f.Model.Products()][i%f.Model.Products()] += n
		}
		for p, n := range m.Silent {
			r.Silent[p] += n
		}
	}
	cost := r.unbooked(f.Markets, earned)
	r.Whale = whale(earned)
	for i := range earned {
		earned[i] -= int64(float64(load[i]) * cost)
	}
	r.Loaded = whale(earned)
}

// unbooked is what the firm spent, less what was booked to single customers and less the salaries of idle hours, for each
// account and week [thousandths of a euro]: salaries, training, hiring, contracts and fines. Activity-based costing
// charges nobody for capacity that is not used (Cooper and Kaplan 1992). earned are the profits of the customers at the
// end.
func (r *Record) unbooked(markets []*Market, earned []int64) float64 {
	own, weeks := int64(0), int64(0)
	for _, x := range earned {
		own += x
	}
	for _, m := range markets {
		own += m.Departed
	}
	for i := range r.Frames {
		b := &r.Frames[i].Books
		idle := float64(b[metric.HoursSlack]) / float64(max(b[metric.HoursAvailable], 1))
		own -= b[metric.Profit] + int64(idle*float64(b[metric.CostSalaries]))
		weeks += (b[metric.AccountsActive] + b[metric.AccountsDormant]) * int64(r.Frames[i].Weeks)
	}
	return float64(own) / float64(max(weeks, 1))
}

// finish counts the customers at the end and appends their profits, and their accounts times the weeks they were here.
func (m *Market) finish(earned, load []int64) (profits, loads []int64) {
	cs := &m.Customers
	for c := range cs.Here {
		if !cs.Here[c] {
			continue
		}
		who := agents.CustomerID(c)
		m.bookMargin(who)
		used := m.real(who)
		m.Ways.Held[m.Model.Market.LineSet(used)]++
		earned = append(earned, cs.Profit[c])
		load = append(load, int64(size(cs.Active[c]|cs.Dormant[c]))*int64(m.Week-int32(max(cs.Joined[c], 0))))
		m.Hists.Add(metric.ReportedPerCustomer, float64(size(cs.Active[c]|cs.Dormant[c])), 1)
		m.Hists.Add(metric.RealPerCustomer, float64(size(used)), 1)
		count, sum := metric.PlainByProducts, metric.PlainProfitByProducts
		if cs.Traits[c] != 0 {
			count, sum = metric.TraitByProducts, metric.TraitProfitByProducts
		}
		m.Hists.Add(count, float64(size(used)), 1)
		m.Hists.Add(sum, float64(size(used)), cs.Profit[c])
		m.countLoss(cs.Profit[c], size(used))
		if cs.Joined[c] >= 0 {
			tenure := float64(m.Week-int32(cs.Joined[c])) / 13
			m.Hists.Add(metric.NewByTenure, tenure, 1)
			m.Hists.Add(metric.NewProfitByTenure, tenure, cs.Profit[c])
		}
	}
	return earned, load
}

// countLoss counts a customer whose profit is below zero.
func (m *Market) countLoss(profit int64, used int) {
	if profit < 0 {
		m.Hists.Add(metric.LosersByProducts, float64(used), 1)
		m.Hists.Add(metric.LossByProducts, float64(used), -profit)
	}
}

// whale returns the cumulative share of summed profit at each bin's end, the most profitable first; all zero when the sum
// is not positive.
func whale(earned []int64) (curve [WhaleBins]float64) {
	profits := slices.Clone(earned)
	slices.Sort(profits)
	slices.Reverse(profits)
	total := int64(0)
	for _, x := range profits {
		total += x
	}
	if total <= 0 {
		return curve
	}
	sum, i := int64(0), 0
	for bin := range curve {
		for end := len(profits) * (bin + 1) / WhaleBins; i < end; i++ {
			sum += profits[i]
		}
		curve[bin] = float64(sum) / float64(total)
	}
	return curve
}
