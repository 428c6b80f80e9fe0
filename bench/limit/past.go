package main

import (
	"cmp"
	"fmt"
	"slices"

	"xsell/agents"
	"xsell/sim"
	"xsell/sim/metric"
)

// decision is one of the kernel about a household, see kernel/variant.h.
type decision struct {
	Who                        uint32
	What, Product, Fate, After uint8
}

// What is decided.
const (
	needed = iota
	joined
	newStage
	hears
	faded
	competed
	cancelled
	asked
	fate
	left
)

// After a fate the account stays, it ends, or its customer leaves with it.
const (
	_ = iota
	ends
	goes
)

// refreshes tells whether the household's sums are brought up to date after the decision.
func (d decision) refreshes() bool { return d.What != hears && d.What != asked }

// Fates that change how an account is used and leave it on the books.
const (
	sleeps  = 2
	revives = 4
)

// past is a market before a phase, and what the kernel's decisions make of it.
type past struct {
	here, came                     []bool // the latter: in this phase, to the firm or to the seat
	gen, segment                   []uint8
	fatigue                        []float32
	need, held, dormant, elsewhere []agents.Products
	requests                       []request
	books                          metric.Books
}

// request is a service request of this week.
type request struct {
	customer agents.CustomerID
	product  agents.ProductID
}

func remember(m *sim.Market) *past {
	cs, n := &m.Customers, len(m.Customers.Here)
	return &past{slices.Clone(cs.Here), make([]bool, n), slices.Clone(cs.Gen), slices.Clone(cs.Segment), slices.Clone(cs.Fatigue),
		copied(cs.Need.Of, n), copied(cs.Held.Of, n), copied(cs.Dormant, n), copied(cs.Elsewhere.Of, n), requests(m), m.Books}
}

func copied(of func(agents.CustomerID) agents.Products, n int) []agents.Products {
	all := make([]agents.Products, n)
	for c := range all {
		all[c] = of(agents.CustomerID(c))
	}
	return all
}

// requests of this week, by customer.
func requests(m *sim.Market) (all []request) {
	for u := range m.Queues {
		for _, r := range m.Queues[u].Rows {
			if int32(r.Week) == m.Week {
				all = append(all, request{r.Customer, r.Product})
			}
		}
	}
	slices.SortFunc(all, func(a, b request) int { return cmp.Compare(a.customer, b.customer) })
	return all
}

// apply carries out a decision as far as it shows in the columns that are compared.
func (x *past) apply(d decision, m *sim.Market) {
	c, bit := d.Who, agents.Products(1)<<d.Product
	switch d.What {
	case needed:
		x.need[c] |= bit
		x.count(metric.NeedsArrived)
	case joined:
		x.here[c], x.came[c] = true, true
		x.count(metric.Joined)
	case newStage:
		x.segment[c] = uint8(m.Model.Market.Segments[x.segment[c]].Next)
	case hears:
		x.fatigue[c] += float32(m.Model.Mind.Trust.Message)
	case faded:
		x.need[c] &^= bit
		x.count(metric.NeedsFaded)
	case competed:
		x.need[c], x.elsewhere[c] = x.need[c]&^bit, x.elsewhere[c]|bit
		x.count(metric.NeedsToCompetitor)
	case cancelled:
		x.elsewhere[c] &^= bit
	case asked:
		x.requests = append(x.requests, request{agents.CustomerID(c), agents.ProductID(d.Product)})
		x.count(metric.Requests)
	case fate:
		x.meet(d, bit)
	case left:
		x.leave(c)
	}
}

// meet carries out the fate of an account.
func (x *past) meet(d decision, bit agents.Products) {
	c := d.Who
	x.count([...]metric.Counter{metric.Returned, metric.Cancelled, metric.WentDormant, metric.Defaulted, metric.Reactivated,
		metric.Cancelled, metric.DiscoveredByCustomer, metric.Audited}[d.Fate])
	switch {
	case d.After == goes:
		x.leave(c)
	case d.After == ends:
		x.held[c], x.dormant[c] = x.held[c]&^bit, x.dormant[c]&^bit
	case d.Fate == sleeps || d.Fate == revives:
		x.dormant[c] ^= bit
	}
}

// leave lets a customer go; the household that moves in is not compared.
func (x *past) leave(c uint32) {
	x.gen[c], x.came[c] = x.gen[c]+1, true
	x.count(metric.Left)
}

func (x *past) count(counter metric.Counter) { x.books.Add(counter, 1) }

// compared are the counters of the phases.
var compared = []metric.Counter{metric.NeedsArrived, metric.Joined, metric.NeedsFaded, metric.NeedsToCompetitor, metric.Requests,
	metric.Returned, metric.Cancelled, metric.WentDormant, metric.Defaulted, metric.Reactivated, metric.DiscoveredByCustomer,
	metric.Audited, metric.Left}

// differs names the first household, request or counter that has come out otherwise.
func (x *past) differs(m *sim.Market) error {
	for c := range x.here {
		if what := x.household(&m.Customers, c); what != "" {
			return fmt.Errorf("the %s of household %d comes out otherwise in the kernel", what, c)
		}
	}
	now := requests(m)
	for i := range max(len(now), len(x.requests)) {
		if i >= len(now) || i >= len(x.requests) || now[i] != x.requests[i] {
			return fmt.Errorf("request %d of the week differs, of %d with us and %d in the kernel", i, len(now), len(x.requests))
		}
	}
	for _, counter := range compared {
		if theirs, mine := x.books[counter], m.Books[counter]; theirs != mine {
			return fmt.Errorf("the counter %q is %d with us and %d in the kernel", metric.Items[counter].ID, mine, theirs)
		}
	}
	return nil
}

// household names a column in which c has come out otherwise; of those who came in this phase only that they came.
func (x *past) household(cs *sim.Customers, c int) string {
	who := agents.CustomerID(c)
	switch {
	case cs.Gen[c] != x.gen[c]:
		return "generation"
	case x.came[c]:
		return ""
	case cs.Here[c] != x.here[c]:
		return "being a customer"
	case cs.Segment[c] != x.segment[c]:
		return "stage of life"
	case cs.Need.Of(who) != x.need[c]:
		return "set of needs"
	case cs.Held.Of(who) != x.held[c] || cs.Dormant(who) != x.dormant[c]:
		return "set of accounts"
	case cs.Elsewhere.Of(who) != x.elsewhere[c]:
		return "set of products elsewhere"
	case cs.Fatigue[c] != x.fatigue[c]:
		return "fatigue"
	}
	return ""
}
