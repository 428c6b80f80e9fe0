package sim

import (
	"fmt"

	"xsell/agents"
)

// tellOfAccounts tells of accounts opened, ended, gone to sleep or used again.
func (x *customerTrace) tellOfAccounts(phase string, was, now *customerCells) (said []string) {
	for p := range x.m.Model.Market.Products {
		q := agents.ProductID(p)
		before, after := was.held().Has(q), now.held().Has(q)
		switch {
		case after && (!before || (was.holding[p]^now.holding[p])&^asleep != 0):
			said = append(said, x.opens(phase, q, was, now))
		case before && !after:
			said = append(said, x.closes(phase, q, was, now))
		case was.active.Has(q) && now.dormant.Has(q):
			said = append(said, fmt.Sprintf("%s falls out of use (chance this week %s)", x.product(q), percent(float64(was.fates[p].Dormancy))))
		case was.dormant.Has(q) && now.active.Has(q):
			said = append(said, fmt.Sprintf("uses %s again (chance this week %s)", x.product(q), percent(float64(was.fates[p].revive))))
		}
	}
	return said
}

// opens tells of a new account.
func (x *customerTrace) opens(phase string, p agents.ProductID, was, now *customerCells) string {
	h, product := now.holding[p], x.product(p)
	unused := either(now.dormant.Has(p), ", but is never used", "")
	switch phase {
	case "join":
		return fmt.Sprintf("becomes a customer with %s%s (chance this week %s: people here rate the firm %.2f)", product, unused,
			percent(was.join), x.m.reputation())
	case "change":
		return fmt.Sprintf("is given %s", product)
	case "tempt":
		return fmt.Sprintf("%s opens %s in this customer's name, without asking%s%s", x.seller(h.Seller()), product,
			either(now.dormant.Has(p), "; it is never used", ""), either(h.Is(bearsFee), "; it will bear a fee", ""))
	}
	how := joined(", ", either(h.Is(unneeded), "not needed", ""), either(h.Is(pulled), "closed early for the seller's sake", ""),
		either(h.Is(gapped), "the seller's skill fell short", ""))
	if how != "" {
		how = " (" + how + ")"
	}
	moves := either(was.elsewhere.Has(p) && !now.elsewhere.Has(p), ", moved here from elsewhere", "")
	return fmt.Sprintf("signs with %s: %s opens%s%s%s", x.seller(h.Seller()), product, how, moves, unused)
}

// closes tells of an account that ended while the customer stays.
func (x *customerTrace) closes(phase string, p agents.ProductID, was, now *customerCells) string {
	h, f, product := was.holding[p], &was.fates[p], x.product(p)
	if phase != "age" || h.Is(silent) && now.mood.trust == was.mood.trust {
		return fmt.Sprintf("the firm closes %s, %s", product,
			either(h.Is(silent), "which it found to be opened without asking", "an old account that stands in the way"))
	}
	age := x.m.Week - h.Week()
	why := joined(", ", either(h.Is(unneeded), "it was not needed", ""), either(h.Is(pulled), "it was closed early", ""))
	if why != "" {
		why = ": " + why
	}
	loss := int64(x.m.Model.Market.Products[p].Loss)
	switch {
	case h.Is(silent):
		return fmt.Sprintf("finds %s, opened %s ago without asking, and has it closed (chance this week %s)", product, weeks(age),
			percent(float64(f.found)))
	case was.dormant.Has(p):
		return fmt.Sprintf("closes %s, unused (chance this week %s)", product, percent(float64(f.clean)))
	case loss > 0 && was.profit-now.profit == loss:
		return fmt.Sprintf("cannot pay: %s is in default (chance this week %s%s)", product, percent(float64(f.Default)), why)
	case int(age) < x.m.Model.Market.Products[p].CoolingOff:
		return fmt.Sprintf("returns %s after %s (chance this week %s%s)", product, weeks(age), percent(float64(f.Return)), why)
	}
	return fmt.Sprintf("gives up %s after %s (chance this week %s%s)", product, weeks(age), percent(float64(f.Lapse)), why)
}
