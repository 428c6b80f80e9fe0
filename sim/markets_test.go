package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim/metric"
)

// What the firm itself books, beside its markets.
var ofTheFirm = []metric.Counter{metric.Disclosures, metric.ConductBill, metric.BillsPaid, metric.BillsUnpaid, metric.CostConduct, metric.Profit}

func TestBooksOfTheMarketsAddUpToThoseOfTheFirm(t *testing.T) {
	r := lived(t, smallModel())
	var markets, frames metric.Books
	for i := range r.Markets {
		markets.Merge(&r.Markets[i])
	}
	for i := range r.Frames {
		frames.Continue(&r.Frames[i].Books)
	}
	for _, c := range ofTheFirm {
		markets[c], frames[c] = 0, 0
	}
	require.Len(t, r.Markets, 2)
	require.NotZero(t, markets[metric.Joined])
	require.Equal(t, frames, markets, "flows over the measured time, and stocks at its end")
}
