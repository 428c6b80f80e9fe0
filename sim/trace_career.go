package sim

import "fmt"

// prospects are the promotions a seller can hope for.
func (x *sellerTrace) prospects() (parts []string) {
	plan := x.m.plan(x.s)
	for k := range plan.Promotions {
		p := &plan.Promotions[k]
		parts = append(parts, fmt.Sprintf("at least %s of %s %d times in a row: base pay rises by %s",
			percent(p.Line), plan.Tallies[p.Tally].Name, p.Hits, percent(p.Raise)))
	}
	return parts
}

// tellOfPromotion tells of a raise.
func (x *sellerTrace) tellOfPromotion(was, now *sellerCells) []string {
	if now.payFactor <= was.payFactor {
		return nil
	}
	return []string{"is promoted: base pay rises by " + percent(float64(now.payFactor/was.payFactor-1))}
}

// tellOfPromises tells how pay that is to come has changed.
func tellOfPromises(was, now *sellerCells) []string {
	if now.promised == was.promised {
		return nil
	}
	return []string{fmt.Sprintf("pay promised for later: EUR %.0f → %.0f", was.promised, now.promised)}
}

// house names the house a household deals with, where there are any.
func (x *customerTrace) house() string {
	h := x.m.Customers.house(x.c)
	if h == 0 {
		return ""
	}
	return ", deals with the house " + x.m.Model.Org.Houses[h-1].Name
}
