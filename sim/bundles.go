package sim

import (
	"slices"

	"xsell/agents"
)

// rulesAssumed is how many customers' worth of no connection is added to a count before a share or a lift is taken from
// it, so that rare pairs say little; assumed.
const rulesAssumed = 5

// Rules are what the firm mined from its book: association rules of one product held and one taken.
type Rules struct {
	Took []float32 // by segment × product: share of customers who took it when they held something else already
	Lift []float32 // by product held × taken: how many times as often it was taken by those who hold the other
}

// pairs counts customers of the book by segment, product held, product taken and both. The firm sees accounts on the
// books, not whether anybody asked for them.
type pairs struct {
	customers   []int64 // by segment
	tookIn      []int64 // by segment × product
	holds       []int64 // by product
	tookHolding []int64 // by product held × taken
}

func newPairs(segments, products int) pairs {
	return pairs{customers: make([]int64, segments), tookIn: make([]int64, segments*products), holds: make([]int64, products),
		tookHolding: make([]int64, products*products)}
}

// mine counts the firm's book and hands the rules to the markets that go by them.
func (f *Firm) mine(workers int) {
	byRules := func(m *Market) bool { return m.Model.Org.Targeting.Bundles > 0 }
	if !slices.ContainsFunc(f.Markets, byRules) {
		return
	}
	found := make([]pairs, len(f.Markets))
	Parallel(len(f.Markets), workers, func(i int) { found[i] = f.Markets[i].countPairs() })
	sum := newPairs(len(f.Model.Market.Segments), f.Model.Products())
	for i := range found {
		sum.merge(&found[i])
	}
	rules := sum.rules()
	for _, m := range f.Markets {
		if m.Rules = nil; byRules(m) {
			m.Rules = rules
		}
	}
}

func (x *pairs) merge(y *pairs) {
	for _, col := range [...][2][]int64{{x.customers, y.customers}, {x.tookIn, y.tookIn}, {x.holds, y.holds}, {x.tookHolding, y.tookHolding}} {
		for i, n := range col[1] {
			col[0][i] += n
		}
	}
}

// countPairs counts the book of one market. Who holds q and opened p in a later week took p holding q.
func (m *Market) countPairs() pairs {
	cs, products := &m.Customers, m.Model.Products()
	x := newPairs(len(m.Model.Market.Segments), products)
	for c := range cs.seats() {
		held := cs.held(c)
		if held == 0 {
			continue
		}
		x.customers[cs.Segment[c]]++
		accounts, took := cs.accounts(c), x.tookIn[int(cs.Segment[c])*products:]
		for p := range products {
			if held.Has(agents.ProductID(p)) {
				x.holds[p]++
				took[p] += flag(x.countTaken(accounts, held, agents.ProductID(p)))
			}
		}
	}
	return x
}

// countTaken counts the pairs of one customer in which p came later, and tells whether there is one.
func (x *pairs) countTaken(accounts []Holding, held agents.Products, p agents.ProductID) (later bool) {
	for q, rest := agents.ProductID(0), accounts; held>>q != 0; q++ {
		if !held.Has(q) {
			continue
		}
		if accounts[place(held, p)].Week() > rest[0].Week() {
			x.tookHolding[int(q)*len(x.holds)+int(p)]++
			later = true
		}
		rest = rest[1:]
	}
	return later
}

// rules takes shares and lifts from the counts: lift(q → p) = P(p, q) / (P(p)·P(q)), as in association rules (Agrawal,
// Imieliński and Swami 1993). Both are drawn towards no connection where few are counted.
func (x *pairs) rules() *Rules {
	n := len(x.holds)
	r := &Rules{Took: make([]float32, len(x.tookIn)), Lift: make([]float32, n*n)}
	all, took := int64(0), make([]int64, n)
	for s, customers := range x.customers {
		all += customers
		for p := range n {
			took[p] += x.tookIn[s*n+p]
		}
	}
	for i := range r.Took {
		usual := float64(rulesAssumed*float64(took[i%n])) / float64(max(all, 1))
		r.Took[i] = float32((float64(x.tookIn[i]) + usual) / float64(x.customers[i/n]+rulesAssumed))
	}
	for i := range r.Lift {
		expected := float64(x.holds[i/n]) * float64(took[i%n]) / float64(max(all, 1))
		r.Lift[i] = float32((float64(x.tookHolding[i]) + rulesAssumed) / (expected + rulesAssumed))
	}
	return r
}

// blend mixes the weights of what seller s may offer c with those of the rules, each as a share of its total, and
// returns the new total: what a sale is worth to the seller, times the share of the segment that took it, times the lift
// of every product the seller sees c hold, as if these spoke independently. Offers without weight stay without.
func (m *Market) blend(s agents.SellerID, c agents.CustomerID, weight []float64, total float64) float64 {
	share, need := m.Model.Org.Targeting.Bundles, m.Model.Market.Segments[m.Customers.Segment[c]].Need
	took := m.Rules.Took[int(m.Customers.Segment[c])*len(weight):]
	seen := m.seen(s, c)
	var mined [agents.MaxProducts]float64
	sum := 0.0
	for p := range weight {
		if usual := float64(m.Model.Market.Products[p].Need * need[p]); weight[p] > 0 && usual > 0 {
			mined[p] = float64(float64(weight[p]/usual*float64(took[p])) * m.lift(seen, p))
			sum += mined[p]
		}
	}
	if sum == 0 {
		return total
	}
	now := 0.0
	for p := range weight {
		weight[p] = float64((1-share)*weight[p]/total) + float64(share*mined[p]/sum)
		now += weight[p]
	}
	return now
}

// lift of taking p where these are held.
func (m *Market) lift(held agents.Products, p int) float64 {
	lift, n := 1.0, m.Model.Products()
	for q := range n {
		if held.Has(agents.ProductID(q)) {
			lift *= float64(m.Rules.Lift[q*n+p])
		}
	}
	return lift
}

// seen is what seller s sees that c holds here: products of the own unit, and others where the record is shared.
func (m *Market) seen(s agents.SellerID, c agents.CustomerID) agents.Products {
	held := m.Customers.held(c)
	if u := m.Sellers.Unit[s]; !m.across(u, c) {
		return held & m.Model.Org.Units[u].May
	}
	return held
}
