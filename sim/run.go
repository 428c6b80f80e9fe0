package sim

import (
	"context"
	"slices"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// Run lives one history of the model in a world, on so many workers, and returns what is kept of it. The result is the
// same for any number of workers. The only error is that of a cancelled context.
func Run(ctx context.Context, model *Model, world draw.World, workers int) (*Record, error) {
	return NewFirm(model, world, workers).run(ctx, workers)
}

// run lives the whole history of a new firm.
func (f *Firm) run(ctx context.Context, workers int) (*Record, error) {
	r := &Record{}
	for f.Week < int32(f.Model.Size.Weeks) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f.begin()
		end := f.periodEnd()
		Parallel(len(f.Markets), workers, func(i int) { f.Markets[i].liveUntil(end) })
		f.meet(end, r, workers)
		f.look()
	}
	f.last(r)
	return r, nil
}

// begin carries out what falls due before a period is lived: the start of measuring, and changes.
func (f *Firm) begin() {
	if f.Week == 0 {
		f.startMeasuring()
		f.Opening = f.merged()
	}
	f.change()
}

// meet ends a period that the markets have lived until week end: the firm closes the books where the calendar says so.
func (f *Firm) meet(end int32, r *Record, workers int) {
	f.Week = end
	if f.closes(end) {
		f.closeBooks(r, workers)
	}
}

// periodEnd is the next week in which the firm meets, a change falls due, measuring starts or the run ends.
func (f *Firm) periodEnd() int32 {
	size := &f.Model.Size
	end := f.Week - modulo(f.Week, int32(size.Close)) + int32(size.Close)
	if f.Week < 0 {
		end = min(end, 0)
	}
	for i := range f.Model.Changes {
		for _, at := range [...]int32{f.Model.Changes[i].Week, f.Model.Changes[i].Until} {
			if at > f.Week {
				end = min(end, at)
			}
		}
	}
	return f.nextLook(min(end, int32(size.Weeks)))
}

// closes tells whether the firm meets before this week: on the calendar of closes, and at the end.
func (f *Firm) closes(week int32) bool {
	return modulo(week, int32(f.Model.Size.Close)) == 0 || week == int32(f.Model.Size.Weeks)
}

// liveUntil lives the weeks of one period.
func (m *Market) liveUntil(end int32) {
	for m.Week < end {
		m.live()
	}
}

// startMeasuring clears the flows of the warm-up.
func (f *Firm) startMeasuring() {
	f.Books.Turn()
	f.Risk = f.Risk[:0]
	for _, m := range f.Markets {
		m.measuring = true
		m.Books.Turn()
		m.Departed = 0
		m.Books.Add(metric.SellersEver, m.Books[metric.SellersSeated])
		m.ClearDeeds()
		for c := range m.Customers.Profit {
			m.Customers.Profit[c], m.Customers.Since[c] = 0, 0
		}
		m.takeStock(0)
	}
}

// closeBooks holds the firm's meeting and keeps the frame.
func (f *Firm) closeBooks(r *Record, workers int) {
	weeks := int(modulo(f.Week-1, int32(f.Model.Size.Close))) + 1
	f.close(weeks, workers)
	if f.auditing {
		f.broken = append(f.broken, Audit(f)...)
	}
	frame := metric.Frame{Week: int(f.Week) - 1, Weeks: weeks, Books: f.merged()}
	frame.Books[metric.Profit] = profit(&frame.Books)
	if f.Week > 0 {
		r.Frames = append(r.Frames, frame)
		f.keepMarkets(r)
	}
	f.seen = &frame
	f.Books.Turn()
	for _, m := range f.Markets {
		m.closeTrials(&frame)
		m.Books.Turn()
	}
}

// keepMarkets continues the record's books of each market by this frame.
func (f *Firm) keepMarkets(r *Record) {
	if r.Markets == nil {
		r.Markets = make([]metric.Books, len(f.Markets))
	}
	for i, m := range f.Markets {
		r.Markets[i].Continue(&m.Books)
	}
}

// merged is the books of all markets and of the firm itself.
func (f *Firm) merged() metric.Books {
	sum := f.Books
	for _, m := range f.Markets {
		sum.Merge(&m.Books)
	}
	return sum
}

// Earnings and Costs are the causes of the profit line; each amount is posted under one of them once.
var (
	Earnings = []metric.Counter{metric.EarnMargin, metric.EarnFees}
	Costs    = []metric.Counter{metric.EarnDefault, metric.CostGifts, metric.CostOpening, metric.CostRequests, metric.CostKeeping,
		metric.CostAcquisition, metric.CostSalaries, metric.CostVariablePay, metric.CostHiring, metric.CostTraining,
		metric.CostControls, metric.CostCampaigns, metric.CostContracts, metric.CostDiscounts, metric.CostRefunds,
		metric.CostConduct}
)

func profit(b *metric.Books) (sum int64) {
	for _, c := range Earnings {
		sum += b[c]
	}
	for _, c := range Costs {
		sum -= b[c]
	}
	return sum
}

// last fills the distributions of the end.
func (f *Firm) last(r *Record) {
	r.Opening, r.Risk = f.Opening, f.Risk
	r.Happened, r.Trials = f.Happened, f.mergeTrials()
	var profits []int64
	r.Sold = make([][]int64, len(f.Model.Org.Units))
	for u := range r.Sold {
		r.Sold[u] = make([]int64, f.Model.Products())
	}
	for _, m := range f.Markets {
		profits = m.finish(profits)
		r.Hists.Merge(&m.Hists)
		for i, n := range m.Sold {
			r.Sold[i/f.Model.Products()][i%f.Model.Products()] += n
		}
	}
	slices.Sort(profits)
	slices.Reverse(profits)
	r.Whale = whale(profits)
}

// finish counts the customers at the end and appends their profits.
func (m *Market) finish(profits []int64) []int64 {
	cs := &m.Customers
	for c := range cs.Here {
		if !cs.Here[c] {
			continue
		}
		who := agents.CustomerID(c)
		m.bookMargin(who)
		used := m.real(who)
		profits = append(profits, cs.Profit[c])
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
			tenure := float64(m.Week-cs.Joined[c]) / 13
			m.Hists.Add(metric.NewByTenure, tenure, 1)
			m.Hists.Add(metric.NewProfitByTenure, tenure, cs.Profit[c])
		}
	}
	return profits
}

// countLoss counts a customer whose profit is below zero.
func (m *Market) countLoss(profit int64, used int) {
	if profit < 0 {
		m.Hists.Add(metric.LosersByProducts, float64(used), 1)
		m.Hists.Add(metric.LossByProducts, float64(used), -profit)
	}
}

// whale returns the cumulative share of summed profit at each bin's end; all zero when the sum is not positive.
func whale(profits []int64) (curve [WhaleBins]float64) {
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
