package sim

import (
	"context"
	"fmt"

	"xsell/sim/draw"
	"xsell/sim/metric"
)

// RunVerified is Run with an audit at every close. Whatever is broken in the books is returned as sentences.
func RunVerified(ctx context.Context, model *Model, world draw.World, workers int) (r *Record, broken []string, err error) {
	return RunObservedVerified(ctx, model, world, workers, nil)
}

// RunObservedVerified is RunObserved with an audit at every close, as RunVerified is Run with one.
func RunObservedVerified(ctx context.Context, model *Model, world draw.World, workers int, watch *Watch) (r *Record, broken []string, err error) {
	return Live(ctx, model, world, workers, Journey{Watch: watch, Verify: true})
}

// Verify checks the identities of the books in every frame of a record, and the distributions against the books, and
// returns what is broken as sentences.
func Verify(r *Record) []string { return append(identities(r), tallied(r)...) }

// identities that do not hold in a frame, as sentences.
func identities(r *Record) (broken []string) {
	before := &r.Opening
	for f := range r.Frames {
		for i := range Identities {
			if line := Identities[i].over(before, &r.Frames[f]); !line.Balances() {
				broken = append(broken, line.sentence(r.Frames[f].Week))
			}
		}
		before = &r.Frames[f].Books
	}
	return broken
}

// sentence says how a line of the frame that ends with a week is broken.
func (l Line) sentence(week int) string {
	if len(l.Stock) == 0 {
		return fmt.Sprintf("%s, week %d: %d on one side, %d on the other", l.Name, week, l.In, l.Out)
	}
	return fmt.Sprintf("%s, week %d: %d at the beginning, %d came in, %d went out; %d should be left, the books say %d",
		l.Name, week, l.Opening, l.In, l.Out, l.Opening+l.In-l.Out, l.Closing)
}

// tallied compares distributions of the whole run with the counters of the same events.
func tallied(r *Record) (broken []string) {
	if len(r.Frames) == 0 {
		return nil
	}
	var flows metric.Books
	for f := range r.Frames {
		flows.Merge(&r.Frames[f].Books)
	}
	last := &r.Frames[len(r.Frames)-1].Books
	for _, x := range []struct {
		which metric.Hist
		count int64
	}{
		{metric.ReportedPerCustomer, last[metric.Customers]}, {metric.RealPerCustomer, last[metric.Customers]},
		{metric.ExitsByProducts, flows[metric.Left]}, {metric.ExitsByTenure, flows[metric.Left]},
		{metric.ExitsByArm, flows[metric.Left]}, {metric.Attainment, flows[metric.GoalWindows]},
		{metric.OffencesByDistance, flows[metric.OpeningsUnauthorised]},
		{metric.SalesByWindowWeek, flows[metric.OpeningsSold] + flows[metric.OpeningsUnauthorised]},
	} {
		bars := int64(0)
		for _, n := range r.Hists.Bins(x.which) {
			bars += n
		}
		if bars != x.count {
			broken = append(broken, fmt.Sprintf("distribution %s: its bars hold %d, the books %d", metric.Shapes[x.which].ID, bars, x.count))
		}
	}
	if sold, n := tableSum(r.Sold), flows[metric.OpeningsSold]+flows[metric.OpeningsUnauthorised]; sold != n {
		broken = append(broken, disagree("openings by unit and product", sold, n))
	}
	if silent, n := tableSum([][]int64{r.Silent}), flows[metric.OpeningsUnauthorised]; silent != n {
		broken = append(broken, disagree("silent openings by product", silent, n))
	}
	return append(broken, r.checkWays(&flows, last)...)
}

// disagree says that a table and the books count differently.
func disagree(what string, table, books int64) string {
	return fmt.Sprintf("%s: %d, the books say %d", what, table, books)
}

// tableSum is all cells of a table together.
func tableSum(rows [][]int64) (sum int64) {
	for _, row := range rows {
		for _, n := range row {
			sum += n
		}
	}
	return sum
}

func total(b *metric.Books, counters []metric.Counter) (sum int64) {
	for _, c := range counters {
		sum += b[c]
	}
	return sum
}
