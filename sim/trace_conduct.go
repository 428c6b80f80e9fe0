package sim

import (
	"fmt"
	"strings"

	"xsell/agents"
	"xsell/agents/seller"
)

// lure is the temptation of this week, as things stand.
type lure struct {
	bait
	chance   float64
	bad      int     // colleagues who offended in the last year
	believed float64 // chance of being caught per account
}

// told is from which chance on a temptation that is resisted is worth a line.
const told = 0.05

// lureNow weighs as temptOne does, without doing anything.
func (x *sellerTrace) lureNow() (l lure) {
	m, s := x.m, x.s
	if !m.Sellers.Seated[s] || len(m.plan(s).Tallies) == 0 {
		return l
	}
	l.bad, _ = m.peers(s)
	l.believed = m.believedCaught(s)
	if l.bait = m.bait(s); !l.found {
		return l
	}
	m.weigh(s, &l.bait, l.bad)
	l.chance = seller.Yields(&m.Model.Mind.Conduct, l.worth)
	return l
}

// why tells what the seller weighed.
func (x *sellerTrace) why(l *lure) string {
	return fmt.Sprintf("%s of %s, short of the next line by %.2f; worth %+.2f weeks of pay at integrity %.2f beside %s, "+
		"believed chance of being caught %s each: chance to give in %s", plural(l.n, "account", "accounts"),
		x.product(l.product), l.gap, l.worth, x.m.Sellers.Integrity[x.s], plural(l.bad, "offending colleague", "offending colleagues"), percent(l.believed), percent(l.chance))
}

// silently counts accounts opened without consent.
func silently(n int) string {
	return plural(n, "account opened without asking is", "accounts opened without asking are")
}

// tellOfConduct tells of accounts opened without asking, and of those found.
func (x *sellerTrace) tellOfConduct(phase string, was, now *sellerCells) (said []string) {
	if !was.warned && now.warned {
		said = append(said, fmt.Sprintf("is found out: %s closed; keeps the job but has a record", silently(len(was.silent))))
		return said
	}
	fresh := len(now.silent) - len(was.silent)
	switch {
	case phase == "tempt" && fresh > 0:
		said = append(said, fmt.Sprintf("opens %s that nobody asked for: %s (%s)", plural(fresh, "account", "accounts"),
			x.victims(was, now), x.why(&was.lure)))
	case phase == "tempt" && was.lure.found && was.lure.chance >= told:
		said = append(said, fmt.Sprintf("is tempted to open accounts that nobody asked for, and resists (%s)", x.why(&was.lure)))
	case fresh < 0:
		said = append(said, silently(-fresh)+" "+gone(phase))
	}
	return said
}

// gone says how an account opened without consent went while its seller stays unknown.
func gone(phase string) string {
	switch phase {
	case "sign":
		return "gone, replaced by one the customer wants"
	case "leave":
		return "gone with the customer"
	}
	return "found; the seller is not traced"
}

// victims lists in whose names accounts were opened.
func (x *sellerTrace) victims(was, now *sellerCells) string {
	known := map[int]bool{}
	for _, cell := range was.silent {
		known[cell] = true
	}
	var list []string
	products := x.m.Model.Products()
	for _, cell := range now.silent {
		if !known[cell] {
			list = append(list, fmt.Sprintf("%s for %s", x.product(agents.ProductID(cell%products)),
				x.customer(agents.CustomerID(cell/products))))
		}
	}
	return strings.Join(list, ", ")
}

// tellOfWindows tells of windows that end this week: what was counted, paid and missed, and the next target. Tallies of
// the whole firm end with the close.
func (x *sellerTrace) tellOfWindows(phase string, was, now *sellerCells) (said []string) {
	m, plan := x.m, x.m.plan(x.s)
	for k := range plan.Tallies {
		t := &plan.Tallies[k]
		switch {
		case phase == "close" && t.Pool == OfFirm && modulo(m.Week, int32(t.Window)) == 0:
			said = append(said, fmt.Sprintf("the %s of %s end; pays %s", weeks(int32(t.Window)), t.Name, euro(now.earned-was.earned)))
		case phase == "slip" && t.Pool != OfFirm && modulo(m.Week+1, int32(t.Window)) == 0:
			said = append(said, x.windowEnd(k, was, now))
		}
	}
	if after := x.tellOfThreats(was, now); after != "" {
		said = append(said, after)
	}
	return said
}

// windowEnd tells how the window of tally k ended.
func (x *sellerTrace) windowEnd(k int, was, now *sellerCells) string {
	plan := x.m.plan(x.s)
	text := fmt.Sprintf("the %s of %s end at %.2f", weeks(int32(plan.Tallies[k].Window)), plan.Tallies[k].Name, was.sum[k])
	if was.target[k] > 0 {
		text += fmt.Sprintf(" of %.2f: %s", was.target[k], either(was.sum[k] >= was.target[k]*(1-1e-9), "reached", "missed"))
	}
	for r := range plan.Rules {
		if plan.Rules[r].Tally == k {
			text += fmt.Sprintf("; %s pays %s", plan.Rules[r].Name, euro(plan.Pays(r, was.sum, was.target)))
		}
	}
	if now.target[k] != was.target[k] {
		text += fmt.Sprintf("; next target %.2f", now.target[k])
	}
	return text
}

// tellOfThreats tells of strikes, pay cuts and what the end of windows did to morale.
func (x *sellerTrace) tellOfThreats(was, now *sellerCells) string {
	plan, parts := x.m.plan(x.s), []string{}
	for i := range plan.Threats {
		if a, b := was.strikes[i], now.strikes[i]; a != b {
			parts = append(parts, fmt.Sprintf("misses in a row on %s: %d → %d (%d in a row set the rule off)",
				plan.Tallies[plan.Threats[i].Tally].Name, a, b, plan.Threats[i].Misses))
		}
	}
	if now.payFactor < was.payFactor {
		parts = append(parts, "is demoted: base pay falls by "+percent(float64(1-now.payFactor/was.payFactor)))
	}
	return joined("; ", append(append(parts, x.tellOfPromotion(was, now)...), moved("morale", was.morale, now.morale))...)
}
