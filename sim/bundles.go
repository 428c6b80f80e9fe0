package sim

import (
	"xsell/agents"
)

// bundlesAssumed is how many customers' worth of no connection is added to each pair before its lift is taken, so that
// rare pairs say little; assumed.
const bundlesAssumed = 5

// pairs counts customers of the book: all, those who hold q, those who took p when they held something else already,
// and those who took p when they held q. The firm sees accounts on the books, not whether anybody asked for them.
type pairs struct {
	customers   int64
	holds, took []int64 // by product
	tookHolding []int64 // [q*P+p]
}

func newPairs(products int) pairs {
	return pairs{holds: make([]int64, products), took: make([]int64, products), tookHolding: make([]int64, products*products)}
}

// mine counts the firm's book and hands every market the lifts, where some market goes by them.
func (f *Firm) mine(workers int) {
	wanted := false
	for _, m := range f.Markets {
		wanted = wanted || m.Model.Org.Targeting.Bundles > 0
	}
	if !wanted {
		return
	}
	found := make([]pairs, len(f.Markets))
	Parallel(len(f.Markets), workers, func(i int) { found[i] = f.Markets[i].countPairs() })
	sum := newPairs(f.Model.Products())
	for i := range found {
		sum.merge(&found[i])
	}
	lift := sum.lifts()
	for _, m := range f.Markets {
		m.Lift = lift
	}
}

func (x *pairs) merge(y *pairs) {
	x.customers += y.customers
	for p := range x.holds {
		x.holds[p] += y.holds[p]
		x.took[p] += y.took[p]
	}
	for i := range x.tookHolding {
		x.tookHolding[i] += y.tookHolding[i]
	}
}

// countPairs counts the book of one market. Who holds q and took p in a later week took p holding q.
func (m *Market) countPairs() pairs {
	products := m.Model.Products()
	x := newPairs(products)
	for c := range m.Customers.Here {
		held := m.Customers.Active[c] | m.Customers.Dormant[c]
		if held == 0 {
			continue
		}
		x.customers++
		cells := m.Customers.Holding[c*products : (c+1)*products]
		for p := range cells {
			if held.Has(agents.ProductID(p)) {
				x.holds[p]++
				x.count(cells, held, p)
			}
		}
	}
	return x
}

// count adds the pairs of one customer in which p came later.
func (x *pairs) count(cells []Holding, held agents.Products, p int) {
	later := false
	for q := range cells {
		if q != p && held.Has(agents.ProductID(q)) && cells[p].Week() > cells[q].Week() {
			x.tookHolding[q*len(cells)+p]++
			later = true
		}
	}
	x.took[p] += flag(later)
}

// lifts returns by product held q and offered p how many times as often p is taken by those who hold q as by all:
// P(p, q) / (P(p)·P(q)), as in association rules (Agrawal, Imieliński and Swami 1993), drawn towards 1 where few are
// counted.
func (x *pairs) lifts() []float32 {
	n := len(x.holds)
	lift := make([]float32, n*n)
	for q := range n {
		for p := range n {
			expected := float64(x.holds[q]) * float64(x.took[p]) / float64(max(x.customers, 1))
			lift[q*n+p] = float32((float64(x.tookHolding[q*n+p]) + bundlesAssumed) / (expected + bundlesAssumed))
		}
	}
	return lift
}

// suits is the factor on the weight of offering p to c that the rules give, by what seller s sees c hold: the rules
// speak as if independently of one another. 1 where the firm does not go by them.
func (m *Market) suits(s agents.SellerID, c agents.CustomerID, p agents.ProductID) float64 {
	weight := m.Model.Org.Targeting.Bundles
	if weight == 0 || m.Lift == nil {
		return 1
	}
	products, lift := m.Model.Products(), 1.0
	for set, q := m.seen(s, c), 0; set>>q != 0; q++ {
		if set.Has(agents.ProductID(q)) {
			lift *= float64(m.Lift[q*products+int(p)])
		}
	}
	return 1 - weight + float64(weight*lift)
}

// seen is what seller s sees that c holds here: products of the own unit, and others where the record is shared.
func (m *Market) seen(s agents.SellerID, c agents.CustomerID) agents.Products {
	held := m.Customers.Active[c] | m.Customers.Dormant[c]
	if u := m.Sellers.Unit[s]; !m.across(u, c) {
		return held & m.Model.Org.Units[u].May
	}
	return held
}
