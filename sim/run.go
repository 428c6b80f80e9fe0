package sim

import (
	"context"

	"xsell/sim/draw"
	"xsell/sim/metric"
)

// Run lives one history of the model in a world, on so many workers, and returns what is kept of it. The result is the
// same for any number of workers. The only error is that of a cancelled context.
func Run(ctx context.Context, model *Model, world draw.World, workers int) (*Record, error) {
	r, _, err := Live(ctx, model, world, workers, Journey{})
	return r, err
}

// run lives what is left of a history.
func (f *Firm) run(ctx context.Context, r *Record, workers int) error {
	for f.Week < int32(f.Model.Size.Weeks) {
		if err := f.pause(ctx, r); err != nil {
			return err
		}
		if !f.begun {
			f.begin()
			f.begun = true
		}
		end := f.periodEnd()
		if !f.livePeriod(ctx, end, workers) {
			continue
		}
		f.begun = false
		f.meet(end, r, workers)
		f.look()
	}
	f.last(r)
	return nil
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
		for c := range m.Customers.seats() {
			m.forgetProfit(c)
		}
		m.sketch()
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
