package sim

import (
	"xsell/agents"
	"xsell/sim/metric"
)

// Ways says who passed leads to whom, in which order households buy, and which lines they hold together. All rows are of
// the measured time.
type Ways struct {
	Passed [][]int64                 // leads by unit of the finder and unit of the receiver
	Signed [][]int64                 // of leads passed on, those signed, likewise
	Bought [][]int64                 // consented sales by segment of the household and product
	Before [][]int64                 // products in real use before these sales, summed, likewise
	Held   map[agents.Products]int64 // customers at the end by the set of lines in which they use a product
}

func newWays(model *Model) Ways {
	units, segments := len(model.Org.Units), len(model.Market.Segments)
	return Ways{Passed: grid(units, units), Signed: grid(units, units), Bought: grid(segments, model.Products()),
		Before: grid(segments, model.Products()), Held: make(map[agents.Products]int64)}
}

func grid(rows, columns int) [][]int64 {
	out := make([][]int64, rows)
	for i := range out {
		out[i] = make([]int64, columns)
	}
	return out
}

// merge adds what happened in another market.
func (w *Ways) merge(other *Ways) {
	for _, pair := range [][2][][]int64{{w.Passed, other.Passed}, {w.Signed, other.Signed}, {w.Bought, other.Bought}, {w.Before, other.Before}} {
		for i, row := range pair[1] {
			for j, n := range row {
				pair[0][i][j] += n
			}
		}
	}
	for lines, n := range other.Held {
		w.Held[lines] += n
	}
}

// countPassed counts n leads passed on, or signed then, by the units of their finder and receiver.
func (m *Market) countPassed(table [][]int64, finder, receiver agents.SellerID, n int64) {
	if m.measuring {
		table[m.Sellers.Unit[finder]][m.Sellers.Unit[receiver]] += n
	}
}

// countStep counts a sale by how many products the household used before.
func (m *Market) countStep(c agents.CustomerID, p agents.ProductID) {
	if m.measuring {
		segment := m.Customers.Segment[c]
		m.Ways.Bought[segment][p]++
		m.Ways.Before[segment][p] += int64(size(m.real(c)))
	}
}

// checkWays holds the tables against the books; the sentences say what does not agree.
func (r *Record) checkWays(flows, last *metric.Books) (broken []string) {
	for _, x := range []struct {
		what  string
		table [][]int64
		item  metric.Counter
	}{
		{"leads passed on by units", r.Ways.Passed, metric.Referrals},
		{"leads passed on and signed by units", r.Ways.Signed, metric.ReferralsSigned},
		{"consented sales by segment and product", r.Ways.Bought, metric.OpeningsSold},
	} {
		if n := tableSum(x.table); n != flows[x.item] {
			broken = append(broken, disagree(x.what, n, flows[x.item]))
		}
	}
	held := int64(0)
	for _, n := range r.Ways.Held {
		held += n
	}
	if held != last[metric.Customers] {
		broken = append(broken, disagree("customers by lines", held, last[metric.Customers]))
	}
	return broken
}
