package sim

import (
	"fmt"
	"math"
	"strings"

	"xsell/agents/num"
	"xsell/agents/pay"
	"xsell/agents/seller"
)

// tellOfHours tells how the week was divided, what an hour was worth, and what one more unit of each tally adds.
func (x *sellerTrace) tellOfHours(was *sellerCells) []string {
	m, hours, worth := x.m, x.m.Sellers.Hours[x.s], x.values()
	names := [seller.Activities]string{"serve", "advise", "pitch", "learn", "rest"}
	var parts []string
	sum := 0.0
	for a, name := range names {
		sum += hours[a]
		parts = append(parts, fmt.Sprintf("%s %4.1f h at %+.2f", name, hours[a], worth[a]))
	}
	text := "to do: " + fmt.Sprintf("%.1f h of requests, %s, %.0f h of calls", m.backlog(x.s),
		plural(len(m.scratch.Lines[x.s]), "lead", "leads"), m.listHours(x.s))
	if bound := m.Model.Org.Units[m.Sellers.Unit[x.s]].Hours - sum; bound > 0.05 {
		text += fmt.Sprintf("; not free: %.1f h%s", bound, x.side(&was.extra))
	}
	return append([]string{strings.Join(parts, ", "), text}, x.tellOfOutlook()...)
}

// side tells of last week's side work.
func (x *sellerTrace) side(extra *Extra) string {
	part := func(name string, hours float64) string {
		return either(hours > 0, fmt.Sprintf("%s %.1f h", name, hours), "")
	}
	work := joined(", ", part("referrals", extra.Refer), part("shifting closings", extra.Timing), part("silent openings", extra.Silent))
	return either(work != "", " (last week's "+work+", the rest meetings and training)", " (meetings and training)")
}

// tellOfOutlook tells of each tally what one more unit adds: pay, and relief from a threat; of a tally on which that
// is what it was last week it says nothing.
func (x *sellerTrace) tellOfOutlook() (said []string) {
	m, plan := x.m, x.m.plan(x.s)
	now := m.situation(x.s)
	var pays [pay.MaxTallies]float64
	plan.Marginal(&now, pays[:len(plan.Tallies)])
	for k := range plan.Tallies {
		worth, paid := m.Sellers.Worth[m.tally(x.s, k)], float64(pays[k]*m.part(x.s, plan.Tallies[k].Pool))
		text := fmt.Sprintf("one more on %s adds %s of pay", plan.Tallies[k].Name, euro(paid))
		if x.threatened(k) {
			text += fmt.Sprintf(" and %s of less fear for the job", euro(worth-paid))
		}
		text += fmt.Sprintf(": %.2f", now.Sum[k])
		if now.Target[k] > 0 {
			text += fmt.Sprintf(" of %.2f", now.Target[k])
		}
		if x.toldOf(k, worth) {
			continue
		}
		said = append(said, text+fmt.Sprintf(" sold or agreed, %s more to come, own usual %.2f a week", weeks(int32(now.WeeksLeft[k])), now.Rate[k]))
	}
	return said
}

// toldOf tells whether the worth of tally k has hardly moved, by less than 2 %, since it was told; if not, it counts as
// told now.
func (x *sellerTrace) toldOf(k int, worth float64) bool {
	if x.worth[k].told && math.Abs(worth-x.worth[k].euro) <= 0.02*math.Abs(x.worth[k].euro) {
		return true
	}
	x.worth[k] = toldWorth{true, worth}
	return false
}

func (x *sellerTrace) threatened(k int) bool {
	for i := range x.m.plan(x.s).Threats {
		if x.m.plan(x.s).Threats[i].Tally == k {
			return true
		}
	}
	return false
}

// chanceOf is how likely the customer's yes was, by the customer as they are now.
func (x *sellerTrace) chanceOf(l *leadCells) string {
	cs := &x.m.Customers
	was := customerCells{need: cs.Need.Of(l.c), aware: cs.Aware.Of(l.c),
		mood: mood{cs.Trust[l.c], cs.Satisfaction[l.c], cs.Relation[l.c], cs.Fatigue[l.c]}}
	offer := x.offerOf(l, &was)
	return fmt.Sprintf("%s, chance about %s", either(offer.Need, "need", "no need"),
		percent(float64(num.Logistic32(offer.Odds(&x.m.Model.Mind.Decision)))))
}

// tellOfLeads tells of leads that came, were worked, ended or were passed on.
func (x *sellerTrace) tellOfLeads(phase string, was, now *sellerCells) (said []string) {
	calls, yes := 0, 0
	for _, pair := range changes(phase, was.leads, now.leads) {
		before, after := pair.before, pair.after
		switch {
		case before == nil && after.source == Pushed:
			calls++
			if after.stage == Agreed {
				yes++
				said = append(said, fmt.Sprintf("pitch: %s says yes to %s, to be signed %s (%s)", x.customer(after.c), x.product(after.p),
					x.when(after.due), x.chanceOf(after)))
			}
		default:
			if text := x.tellOfLead(phase, before, after); text != "" {
				said = append(said, text)
			}
		}
	}
	if calls > 0 {
		said = append(said, fmt.Sprintf("calls %s unasked: %s", plural(calls, "customer", "customers"),
			either(yes == 0, "nobody says yes", plural(yes, "says yes", "say yes"))))
	}
	return said
}

// tellOfLead tells of one lead that was not pitched.
func (x *sellerTrace) tellOfLead(phase string, before, after *leadCells) string {
	switch {
	case before == nil && after.finder == x.s:
		lead, signed := x.m.referralWorth(x.s, after.p, x.m.Model.Org.Handoffs[after.handoff].Finder)
		return fmt.Sprintf("passes %s on to %s for %s (%s; worth %s as a lead and %s more when signed, habit of sharing %.2f)",
			x.customer(after.c), x.seller(after.seller), x.product(after.p),
			either(after.flags&Needed != 0, "there is a need", "there is no need"), euro(lead), euro(signed), x.m.Culture)
	case before == nil:
		return fmt.Sprintf("lead: %s, %s (%s), to be met %s", x.customer(after.c), x.product(after.p), x.sourceOf(after),
			x.when(after.due))
	case before.seller != x.s && (after == nil || after.seller != x.s):
		return x.tellOfFound(before, after)
	case after == nil && before.stage == Agreed:
		return x.signs(before)
	case after == nil:
		return ""
	case before.stage == Open && after.stage == Agreed:
		return fmt.Sprintf("meeting: %s says yes to %s, to be signed %s (%s)", x.customer(after.c), x.product(after.p),
			x.when(after.due), x.chanceOf(before))
	case before.stage != Ended && after.stage == Ended && phase == "advise":
		return fmt.Sprintf("meeting: no sale to %s, %s (%s)", x.customer(after.c), x.product(after.p), x.chanceOf(before))
	case before.stage != Ended && after.stage == Ended:
		return fmt.Sprintf("lead lost: %s, %s", x.customer(after.c), x.product(after.p))
	case before.due != after.due:
		return fmt.Sprintf("holds the signature of %s, %s, back until week %d", x.customer(after.c), x.product(after.p), after.due)
	}
	return ""
}

// signs tells how an agreed lead ended.
func (x *sellerTrace) signs(l *leadCells) string {
	if !x.signedNow(l) {
		return fmt.Sprintf("the sale of %s to %s falls through", x.product(l.p), x.customer(l.c))
	}
	h := x.m.Customers.holding(l.c, l.p)
	return fmt.Sprintf("sells %s to %s%s%s", x.product(l.p), x.customer(l.c), either(h.Is(unneeded), ", not needed", ""),
		either(h.Is(pulled), ", pulled forward at a discount", ""))
}

// tellOfFound tells what became of a lead passed on to a colleague.
func (x *sellerTrace) tellOfFound(before, after *leadCells) string {
	name := fmt.Sprintf("%s's %s, passed on to %s,", x.customer(before.c), x.product(before.p), x.seller(before.seller))
	switch {
	case after == nil && before.stage == Agreed && x.signedNow(before):
		return name + " is signed"
	case after != nil && before.stage != Ended && after.stage == Ended:
		return name + " comes to nothing"
	}
	return ""
}

func (x *sellerTrace) sourceOf(l *leadCells) string {
	switch l.source {
	case WalkIn:
		return "came of their own accord"
	case Noticed:
		return "noticed in a talk"
	case Referred:
		return "passed on by " + x.seller(l.finder)
	case CalledBack:
		return "called back after giving up"
	case FromEvent:
		return "shown by an event in the firm's own data"
	}
	return "shown by an employer's contract"
}
