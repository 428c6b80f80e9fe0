package sim

import (
	"fmt"
	"slices"
	"strings"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/agents/seller"
)

// sellerTrace follows whoever sits on one seat.
type sellerTrace struct {
	*tracer
	s     agents.SellerID
	was   sellerCells
	slow  slowCells                 // at the last summary
	worth [pay.MaxTallies]toldWorth // of one more unit, as last told
}

type toldWorth struct {
	told bool
	euro float64
}

// sellerCells is what is remembered of a seller before a phase.
type sellerCells struct {
	rules             *Model
	gen               uint8
	seated, warned    bool
	payFactor, morale float32
	hidden            int32
	extra             Extra
	sum, target       []float64
	strikes           []uint8
	leads             []leadCells // worked or found
	silent            []int       // cells of the holdings this seller opened without consent
	earned            float64     // variable pay so far [EUR]
	promised          float64     // and pay that is to come [EUR]
	quit              float64     // chance this week
	lure              lure
}

// slowCells move a little every week.
type slowCells struct{ morale, skill, culture float64 }

func newSellerTrace(t *tracer, seat int) *sellerTrace {
	return &sellerTrace{tracer: t, s: agents.SellerID(seat)}
}

func (x *sellerTrace) look() { x.was = x.now() }

// now reads the cells.
func (x *sellerTrace) now() sellerCells {
	m, s, ss := x.m, x.s, &x.m.Sellers
	i, j := m.tally(s, 0), m.tally(s, len(m.plan(s).Tallies))
	t := m.Model.Strides.Threats
	now := sellerCells{
		rules: m.of(s), gen: ss.Gen[s], seated: ss.Seated[s], warned: ss.Warned[s], payFactor: ss.PayFactor[s], morale: ss.Morale[s],
		hidden: ss.Hidden[s], extra: ss.Extra[s], sum: slices.Clone(ss.Sum[i:j]), target: slices.Clone(ss.Target[i:j]),
		strikes: slices.Clone(ss.Strikes[int(s)*t : (int(s)+1)*t]),
		leads:   x.leadsOf(func(row int) bool { return m.Leads.Seller[row] == s || m.Leads.Finder[row] == s }),
		earned:  ss.Earned[s], quit: m.quitChance(s), promised: m.unvested(s),
	}
	for c := range m.Customers.seats() {
		for p := range m.Customers.Silent(c).All {
			if m.hides(s, m.Customers.holding(c, p)) {
				now.silent = append(now.silent, int(c)*m.Model.Products()+int(p))
			}
		}
	}
	now.lure = x.lureNow()
	return now
}

func (x *sellerTrace) slowNow() slowCells {
	return slowCells{float64(x.m.Sellers.Morale[x.s]), x.m.skillToTell(x.s), x.m.Culture}
}

// drift tells how morale, skill and the habit of sharing moved since it was last asked.
func (x *sellerTrace) drift() string {
	was, now := x.slow, x.slowNow()
	x.slow = now
	slow := joined(", ", moved("morale", was.morale, now.morale), moved("skill", was.skill, now.skill),
		moved("habit of sharing here", was.culture, now.culture))
	if slow == "" {
		return ""
	}
	return "lately, all in all: " + slow
}

// tell compares the cells with those before the phase.
func (x *sellerTrace) tell(phase string) []string {
	was, now := &x.was, x.now()
	switch {
	case now.gen != was.gen:
		return []string{"the seat is filled. " + x.header()}
	case !was.seated:
		return nil
	case !now.seated:
		return x.goes(phase, was)
	case now.rules != was.rules:
		return append([]string{"the firm changes its ways (" + x.changed() + "). " + x.goals()}, tellOfPromises(was, &now)...)
	case phase == "plan":
		return x.tellOfHours(was)
	}
	said := slices.Concat(x.tellOfLeads(phase, was, &now), x.tellOfConduct(phase, was, &now), tellOfPromises(was, &now))
	if phase == "slip" || phase == "close" {
		return append(said, x.tellOfWindows(phase, was, &now)...)
	}
	tallies := x.tallies(was, &now)
	if tallies != "" && len(said) == 0 {
		said = []string{either(phase == "age", "an account did not last", "credit from others")}
	}
	if tallies != "" {
		said[len(said)-1] += ": " + tallies
	}
	return said
}

// changed names the changes that were made this week, or ended.
func (x *sellerTrace) changed() string {
	var names []string
	for i := range x.firm.Model.Changes {
		change := &x.firm.Model.Changes[i]
		if x.firm.Happened[i] == x.m.Week || change.Until == x.m.Week {
			names = append(names, change.Name)
		}
	}
	return strings.Join(names, ", ")
}

// tallies tells which counts moved.
func (x *sellerTrace) tallies(was, now *sellerCells) string {
	var parts []string
	for k := range now.sum {
		if k < len(was.sum) {
			if text := moved(x.m.plan(x.s).Tallies[k].Name, was.sum[k], now.sum[k]); text != "" {
				parts = append(parts, text)
			}
		}
	}
	return strings.Join(parts, ", ")
}

// goes tells why the seat got empty.
func (x *sellerTrace) goes(phase string, was *sellerCells) []string {
	back := fmt.Sprintf("; the seat is empty until week %d", x.m.Sellers.Back[x.s])
	switch phase {
	case "staff":
		return []string{fmt.Sprintf("quits (chance this week %s: morale %.2f, pressure %.2f)%s", percent(was.quit), was.morale,
			x.m.of(x.s).Targets.Pressure, back)}
	case "slip":
		return append(x.tellOfWindows(phase, was, was), "is dismissed for missing the goal too often"+back)
	}
	return []string{fmt.Sprintf("is found out and dismissed for accounts opened without asking (%d were on the books)%s",
		len(was.silent), back)}
}

// header is one paragraph on who sits on the seat.
func (x *sellerTrace) header() string {
	m, s, ss := x.m, x.s, &x.m.Sellers
	x.slow = x.slowNow()
	unit := &m.Model.Org.Units[ss.Unit[s]]
	who := fmt.Sprintf("%s, market %d", capital(x.seller(s)), m.Index)
	if !ss.Seated[s] {
		return fmt.Sprintf("%s: the seat is empty until week %d.", who, ss.Back[s])
	}
	return fmt.Sprintf("%s: here for %s; integrity %.2f (0 none, 1 full), orientation to the customer %.2f and speed %.2f "+
		"(1 is usual), ties to other units %.2f (0 to 1), skill %.0f %% of what the grant allows, morale %.2f. Sells: %s. "+
		"Base pay EUR %.0f a year for %.0f hours a week, EUR %.0f an hour. %s The hours of a week follow what an hour is "+
		"worth, here told in hours of base pay.",
		who, weeks(m.Week-ss.Joined[s]), ss.Integrity[s], ss.Orientation[s], ss.Speed[s], ss.Tie[s], 100*m.skillToTell(s),
		ss.Morale[s], x.products(unit.May), m.weekPay(s)*52, unit.Hours, m.hourPay(s), x.goals())
}

// goals tells what the plan counts and what threatens.
func (x *sellerTrace) goals() string {
	plan, parts := x.m.plan(x.s), []string{}
	for k := range plan.Tallies {
		t := &plan.Tallies[k]
		text := fmt.Sprintf("%s, counted over %s", t.Name, weeks(int32(t.Window)))
		if target := x.m.Sellers.Target[x.m.tally(x.s, k)]; target > 0 {
			text += fmt.Sprintf(" (target %.2f)", target)
		}
		parts = append(parts, text)
	}
	for i := range plan.Threats {
		t := &plan.Threats[i]
		parts = append(parts, fmt.Sprintf("below %s of %s %d times in a row: dismissed with chance %s, else pay cut by %s",
			percent(t.Floor), plan.Tallies[t.Tally].Name, t.Misses, percent(t.Dismissal), percent(t.PayCut)))
	}
	if parts = append(parts, x.prospects()...); len(parts) == 0 {
		return "No goals, no variable pay."
	}
	return "Plan: " + strings.Join(parts, "; ") + "."
}

// values of an hour of each activity as divide weighs them, in hours of own pay.
func (x *sellerTrace) values() seller.Values {
	sale := x.m.saleWorth(x.s)
	advise, _ := x.m.adviseWorth(x.s, sale)
	return x.m.values(x.s, advise, x.m.pitchWorth(x.s, sale))
}
