package sim

import (
	"fmt"
	"slices"

	"xsell/agents"
	"xsell/agents/customer"
)

// customerTrace follows the household on one seat.
type customerTrace struct {
	*tracer
	c        agents.CustomerID
	was      customerCells
	lastMood mood // at the last summary of slow movements
}

// customerCells is what is remembered of a household before a phase; holding and fates are by product, books by unit.
type customerCells struct {
	gen, segment, arm                       uint8
	here, noCalls                           bool
	mood                                    mood
	need, active, dormant, elsewhere, aware agents.Products
	needRate                                float64 // [1/week]
	holding                                 []Holding
	fates                                   []fates
	leads                                   []leadCells
	requests                                []Request
	books                                   []agents.SellerID
	margin                                  int32   // thousandths of a euro per week
	profit                                  int64   // thousandths of a euro
	exit, join                              float64 // chance this week
}

// mood is what moves slowly.
type mood struct{ trust, satisfaction, relation, fatigue float32 }

func (a mood) to(b mood) string {
	return joined(", ", moved("trust", a.trust, b.trust), moved("satisfaction", a.satisfaction, b.satisfaction),
		moved("relationship", a.relation, b.relation), moved("fatigue", a.fatigue, b.fatigue))
}

func newCustomerTrace(t *tracer, seat int) *customerTrace {
	return &customerTrace{tracer: t, c: agents.CustomerID(seat)}
}

func (x *customerTrace) look() { x.was = x.now() }

// now reads the cells.
func (x *customerTrace) now() customerCells {
	m, c, cs := x.m, x.c, &x.m.Customers
	now := customerCells{
		gen: cs.Gen[c], segment: cs.Segment[c], arm: uint8(cs.ArmOf(c)), here: cs.Here[c], noCalls: cs.OptedOut(c), mood: x.mood(),
		need: cs.Need.Of(c), active: cs.Active(c), dormant: cs.Dormant(c), elsewhere: cs.Elsewhere.Of(c), aware: cs.Aware.Of(c),
		margin: int32(m.brings(c)), profit: m.profit(c),
		needRate: float64(x.needRate()) * customer.Early(float64(m.Week-int32(cs.Joined[c])), m.Model.Mind.Need.FirstBoost,
			m.Model.Mind.Need.FirstWeeks),
		holding: make([]Holding, m.Model.Products()), leads: x.leadsOf(func(row int) bool {
			return m.Leads.Customer[row] == c
		}),
		exit: x.exitChance(), join: x.joinChance(),
	}
	for u := range m.Queues {
		for _, r := range m.Queues[u].Rows[m.Queues[u].Head:] {
			if r.Customer == c && r.Gen == cs.Gen[c] {
				now.requests = append(now.requests, r)
			}
		}
		now.books = append(now.books, m.book(agents.UnitID(u), c))
	}
	for p := range now.holding {
		h := cs.holding(c, agents.ProductID(p))
		now.holding[p] = h
		now.fates = append(now.fates, m.fates(c, agents.ProductID(p), h, int(m.Week)))
	}
	return now
}

// needRate is the summed rate of new needs [1/week], 0 of a household that is no customer.
func (x *customerTrace) needRate() float32 {
	if !x.m.Customers.Here[x.c] {
		return 0
	}
	return x.m.needRates(x.c, nil)
}

func (x *customerTrace) mood() mood {
	c, cs := x.c, &x.m.Customers
	return mood{cs.Trust[c], cs.Satisfaction[c], cs.Relation[c], cs.Fatigue[c]}
}

// held is all the household holds at the firm.
func (now *customerCells) held() agents.Products { return now.active | now.dormant }

// tell compares the cells with those before the phase.
func (x *customerTrace) tell(phase string) []string {
	was, now := &x.was, x.now()
	switch {
	case now.gen != was.gen:
		return []string{x.leaves(was), "a new household moves in. " + x.header()}
	case phase == "drift":
		return nil
	case phase == "change" && x.m.Week == 0:
		was.profit = 0 // measuring starts: the flows of the warm-up are cleared
	}
	said := slices.Concat(x.tellOfNeeds(phase, was, &now), x.tellOfLeads(phase, was, &now), x.tellOfAccounts(phase, was, &now),
		x.tellOfService(phase, was, &now), x.tellOfRest(phase, was, &now))
	money, mood := x.money(was, &now), was.mood.to(now.mood)
	if len(said) == 0 && money+mood != "" {
		said = []string{x.cause(phase, was, &now)}
	}
	if last := len(said) - 1; last >= 0 {
		said[last] = joined("; ", joined(": ", said[last], money), mood)
	}
	return said
}

// drift tells how the slow cells moved since it was last asked.
func (x *customerTrace) drift() string {
	was, now := x.lastMood, x.mood()
	x.lastMood = now
	if slow := was.to(now); slow != "" {
		return fmt.Sprintf("lately, all in all: %s (people here rate the firm %.2f; profit so far %s)", slow,
			x.m.reputation(), euro(float64(x.now().profit)/1000))
	}
	return ""
}

// money tells what the phase changed in the customer's worth to the firm.
func (x *customerTrace) money(was, now *customerCells) string {
	yearly, once := float64(now.margin-was.margin)*52/1000, float64(now.profit-was.profit)/1000
	if yearly == 0 && once == 0 {
		return ""
	}
	var parts []string
	if yearly != 0 {
		parts = append(parts, euro(yearly)+" a year from now on")
	}
	if once != 0 {
		parts = append(parts, euro(once)+" at once")
	}
	return joined(", ", parts...) + "; profit so far " + euro(float64(now.profit)/1000)
}

// cause says why the household's mood or worth moved though nothing else did.
func (x *customerTrace) cause(phase string, was, now *customerCells) string {
	switch {
	case now.mood.relation < was.mood.relation:
		return "a seller who looks after this customer goes, and takes part of the relationship along"
	case phase == "close" || phase == "change":
		return "news about the firm"
	case phase == "want":
		return "a message from the firm arrives"
	}
	return ""
}
