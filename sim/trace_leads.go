package sim

import (
	"fmt"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
)

// leadCells is a row of the leads, as it was.
type leadCells struct {
	row                  int
	c                    agents.CustomerID
	p                    agents.ProductID
	seller, finder       agents.SellerID
	handoff              int8
	source, stage, flags uint8
	born, due            int32
}

// leadsOf copies the rows that which picks.
func (t *tracer) leadsOf(which func(row int) bool) (rows []leadCells) {
	l := &t.m.Leads
	for row := range l.Customer {
		if which(row) {
			rows = append(rows, leadCells{row, l.Customer[row], l.Product[row], l.Seller[row], l.Finder[row], l.Handoff[row],
				l.Source[row], l.Stage[row], l.Flags[row], l.Born[row], l.Due[row]})
		}
	}
	return rows
}

// change pairs the rows before and after a phase. Rows move only when signing sweeps them: there a lead is known by
// customer and product. before is nil for a new lead, after for one that was swept.
type change struct{ before, after *leadCells }

func changes(phase string, before, after []leadCells) (pairs []change) {
	same := func(a, b *leadCells) bool { return a.row == b.row }
	if phase == "sign" {
		same = func(a, b *leadCells) bool { return a.c == b.c && a.p == b.p && a.stage != Ended }
	}
	matched := make([]bool, len(after))
	for i := range before {
		pair := change{before: &before[i]}
		for j := range after {
			if !matched[j] && same(&before[i], &after[j]) {
				matched[j], pair.after = true, &after[j]
				break
			}
		}
		pairs = append(pairs, pair)
	}
	for j := range after {
		if !matched[j] {
			pairs = append(pairs, change{after: &after[j]})
		}
	}
	return pairs
}

// offerOf is what the customer weighs in a lead, by the mood and knowledge before the phase.
func (t *tracer) offerOf(x *leadCells, was *customerCells) customer.Offer {
	offer := t.m.offer(x.seller, x.c, x.p)
	offer.Trust, offer.Relation, offer.Fatigue = was.mood.trust, was.mood.relation, was.mood.fatigue
	offer.Aware, offer.Need = was.aware.Has(t.m.line(x.p)), was.need.Has(x.p)
	if x.source == Pushed {
		offer.Pushed = true
		offer.Propensity = t.m.leansTo(x.c, x.p)
		offer.Channel, offer.Disclosed = t.m.fit(x.c, t.m.through(x.c)), t.m.discloses(x.seller, x.c, x.p)
		return offer
	}
	offer.WalkIn = x.source == WalkIn || x.source == CalledBack
	offer.Waited = float32(t.m.Week - x.born)
	offer.Joint = x.handoff >= 0 && t.m.Model.Org.Handoffs[x.handoff].Joint
	return offer
}

// weighs tells what the customer weighed and how likely a yes was.
func (t *tracer) weighs(x *leadCells, was *customerCells) string {
	offer := t.offerOf(x, was)
	mind := &t.m.Model.Mind.Decision
	waited := ""
	if offer.Waited >= 1 {
		waited = fmt.Sprintf(", waited %s", weeks(int32(offer.Waited)))
	}
	return fmt.Sprintf("%s, trust %.2f, relationship %.2f, skill %.2f for complexity %.2f%s%s: chance %s",
		either(offer.Need, "need", "no need"), offer.Trust, offer.Relation, offer.Skill, offer.Complexity,
		either(offer.Fatigue >= 0.05, fmt.Sprintf(", fatigue %.2f", offer.Fatigue), ""), waited,
		percent(float64(num.Logistic32(offer.Odds(mind)))))
}

// tellOfLeads tells of leads that came, moved on or ended.
func (x *customerTrace) tellOfLeads(phase string, was, now *customerCells) (said []string) {
	if phase == "seek" {
		said = x.tellOfGivingUp(now)
	}
	for _, pair := range changes(phase, was.leads, now.leads) {
		before, after := pair.before, pair.after
		switch {
		case before == nil && after.source == Pushed:
			said = append(said, x.pitched(after, was))
		case before == nil:
			said = append(said, x.comes(after, was))
		case after == nil && before.stage == Agreed && !x.signedNow(before):
			said = append(said, fmt.Sprintf("the sale of %s falls through: it is held here already", x.product(before.p)))
		case after == nil:
		case before.stage == Open && after.stage == Agreed:
			said = append(said, fmt.Sprintf("says yes to %s with %s; to be signed %s (%s)", x.product(after.p), x.seller(after.seller),
				x.when(after.due), x.weighs(before, was)))
		case before.stage != Ended && after.stage == Ended:
			said = append(said, x.ends(phase, before, was))
		case before.seller != after.seller:
			said = append(said, fmt.Sprintf("the matter of %s goes to %s, for the seat of %s is empty", x.product(after.p),
				x.seller(after.seller), x.seller(before.seller)))
		case before.due != after.due:
			said = append(said, fmt.Sprintf("the seller holds the signature of %s back until week %d, into the next window",
				x.product(after.p), after.due))
		}
	}
	return said
}

// when says a due week in words.
func (t *tracer) when(due int32) string {
	if due <= t.m.Week {
		return "this week"
	}
	return fmt.Sprintf("in week %d", due)
}

// signedNow tells whether the account of a lead was opened this week by its seller.
func (t *tracer) signedNow(x *leadCells) bool {
	h := t.m.Customers.holding(x.c, x.p)
	return h != 0 && h.Week() == t.m.Week && h.Seller() == x.seller && !h.Is(silent)
}
