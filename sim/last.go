package sim

import (
	"iter"

	"xsell/agents"
	"xsell/sim/metric"
)

// last fills the distributions of the end.
func (f *Firm) last(r *Record) {
	r.Opening, r.Risk = f.Opening, f.Risk
	r.Happened, r.Trials = f.Happened, f.mergeTrials()
	earned := int64(0)
	r.Sold, r.Ways = grid(len(f.Model.Org.Units), f.Model.Products()), newWays(f.Model)
	r.Silent = make([]int64, f.Model.Products())
	for _, m := range f.Markets {
		earned += m.Departed + m.finish()
		r.Hists.Merge(&m.Hists)
		r.Ways.merge(&m.Ways)
		for i, n := range m.Sold {
			r.Sold[i/f.Model.Products()][i%f.Model.Products()] += n
		}
		for p, n := range m.Silent {
			r.Silent[p] += n
		}
	}
	r.Whale = whale(f.profits(0))
	r.Loaded = whale(f.profits(r.unbooked(earned)))
}

// unbooked is what the firm spent, less what was booked to single customers and less the salaries of idle hours, for each
// account and week [thousandths of a euro]: salaries, training, hiring, contracts and fines. Activity-based costing
// charges nobody for capacity that is not used (Cooper and Kaplan 1992). own is what was booked to customers, those who
// left included.
func (r *Record) unbooked(own int64) float64 {
	weeks := int64(0)
	for i := range r.Frames {
		b := &r.Frames[i].Books
		idle := float64(b[metric.HoursSlack]) / float64(max(b[metric.HoursAvailable], 1))
		own -= b[metric.Profit] + int64(idle*float64(b[metric.CostSalaries]))
		weeks += (b[metric.AccountsActive] + b[metric.AccountsDormant]) * int64(r.Frames[i].Weeks)
	}
	return float64(own) / float64(max(weeks, 1))
}

// profits are those of the customers at the end, less a cost for each of their accounts and week in which they were here
// [thousandths of a euro].
func (f *Firm) profits(cost float64) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for _, m := range f.Markets {
			cs := &m.Customers
			for c, here := range cs.Here {
				if !here {
					continue
				}
				load := int64(size(cs.held(agents.CustomerID(c)))) * int64(m.Week-int32(max(cs.Joined[c], 0)))
				if !yield(m.profit(agents.CustomerID(c)) - int64(float64(load)*cost)) {
					return
				}
			}
		}
	}
}

// finish counts the customers at the end and returns their summed profit.
func (m *Market) finish() (earned int64) {
	cs := &m.Customers
	for c := range cs.Here {
		if !cs.Here[c] {
			continue
		}
		who := agents.CustomerID(c)
		used, profit := m.real(who), m.profit(who)
		m.Ways.Held[m.Model.Market.LineSet(used)]++
		earned += profit
		m.Hists.Add(metric.ReportedPerCustomer, float64(size(cs.held(who))), 1)
		m.Hists.Add(metric.RealPerCustomer, float64(size(used)), 1)
		count, sum := metric.PlainByProducts, metric.PlainProfitByProducts
		if cs.Traits(who) != 0 {
			count, sum = metric.TraitByProducts, metric.TraitProfitByProducts
		}
		m.Hists.Add(count, float64(size(used)), 1)
		m.Hists.Add(sum, float64(size(used)), profit)
		m.countLoss(profit, size(used))
		if cs.Joined[c] >= 0 {
			tenure := float64(m.Week-int32(cs.Joined[c])) / 13
			m.Hists.Add(metric.NewByTenure, tenure, 1)
			m.Hists.Add(metric.NewProfitByTenure, tenure, profit)
		}
	}
	return earned
}

// countLoss counts a customer whose profit is below zero.
func (m *Market) countLoss(profit int64, used int) {
	if profit < 0 {
		m.Hists.Add(metric.LosersByProducts, float64(used), 1)
		m.Hists.Add(metric.LossByProducts, float64(used), -profit)
	}
}
