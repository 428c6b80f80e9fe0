package sim

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"xsell/agents"
	"xsell/agents/customer"
	"xsell/agents/num"
)

// header is one paragraph on who lives on the seat.
func (x *customerTrace) header() string {
	m, c, cs := x.m, x.c, &x.m.Customers
	x.lastMood = x.mood()
	segment := m.Model.Market.Segments[cs.Segment[c]].Title
	who := fmt.Sprintf("%s, market %d: %s, wealth %.1f times the average, %s; comes by %s; %s; %s", capital(x.customer(c)),
		m.Index, segment, m.Wealth(c), liking(float64(cs.Affinity[c])), m.Model.Market.Channels[cs.Channel[c]].Name,
		x.work(), x.habits())
	if !cs.Here[c] {
		return fmt.Sprintf("%s. Not a customer; holds elsewhere: %s; trust %.2f.", who, x.products(cs.Elsewhere.Of(c)), cs.Trust[c])
	}
	return fmt.Sprintf("%s. Customer for %s. Holds here: %s; here but unused: %s; elsewhere: %s. Open needs: %s. Knows that the "+
		"firm sells: %s. Trust %.2f, satisfaction %.2f, relationship %.2f, fatigue %.2f. Brings EUR %.0f a year. Looked after by: %s.",
		who, weeks(m.Week-int32(cs.Joined[c])), x.products(cs.Active(c)), x.products(cs.Dormant(c)), x.products(cs.Elsewhere.Of(c)),
		x.products(cs.Need.Of(c)), x.lines(cs.Aware.Of(c)), cs.Trust[c], cs.Satisfaction[c], cs.Relation[c], cs.Fatigue[c],
		float64(x.m.brings(c))*52/1000, x.keepers())
}

// capital starts a sentence; titles may begin with any letter.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// liking puts affinity into words; the number is in standard deviations among households.
func liking(affinity float64) string {
	words := "as fond of the firm as most"
	switch {
	case affinity < -1.5:
		words = "dislikes the firm"
	case affinity < -0.5:
		words = "cool towards the firm"
	case affinity > 1.5:
		words = "very fond of the firm"
	case affinity > 0.5:
		words = "fond of the firm"
	}
	return fmt.Sprintf("%s (affinity %+.1f)", words, affinity)
}

func (x *customerTrace) work() string {
	work, k := "no large employer", x.m.contract(x.c)
	if e := x.m.Customers.EmployerOf(x.c); e > 0 {
		work = fmt.Sprintf("works for employer %d", e)
	}
	switch {
	case k >= 0 && x.m.Model.Org.Contracts[k].Partner > 0:
		work += ", customer of the partner firm of contract " + x.m.Model.Org.Contracts[k].Name
	case k >= 0:
		work += ", which has the contract " + x.m.Model.Org.Contracts[k].Name
	}
	return work + x.house()
}

// habits are the four problem traits in words, in the order of customer's bits.
func (x *customerTrace) habits() string {
	var list []string
	for bit, words := range [...]string{"asks for service very often", "often returns and cancels", "comes for gifts",
		"spends little"} {
		if x.m.trait(x.c, 1<<bit) {
			list = append(list, words)
		}
	}
	if len(list) == 0 {
		return "no problem traits"
	}
	return strings.Join(list, ", ")
}

// keepers are the sellers in whose books the household is.
func (x *customerTrace) keepers() string {
	var list []string
	for u := range x.m.Model.Org.Units {
		if s := x.m.book(agents.UnitID(u), x.c); s != agents.Nobody {
			list = append(list, x.seller(s))
		}
	}
	if len(list) == 0 {
		return "nobody"
	}
	return strings.Join(list, "; ")
}

// staying is what holds the customer now.
func (x *customerTrace) staying() customer.Staying {
	m, c, cs := x.m, x.c, &x.m.Customers
	return customer.Staying{Affinity: cs.Affinity[c], Trust: cs.Trust[c], Relation: cs.Relation[c],
		Satisfaction: cs.Satisfaction[c], Used: size(m.real(c)), Tenure: float64(m.Week - int32(cs.Joined[c]))}
}

// exitChance is that of leaving this week, 0 for a household that is no customer.
func (x *customerTrace) exitChance() float64 {
	if !x.m.Customers.Here[x.c] {
		return 0
	}
	s := x.staying()
	return s.Leaves(&x.m.Model.Mind.Stay, x.m.facing(x.c).Market.Exit)
}

// joinChance is that of becoming a customer this week.
func (x *customerTrace) joinChance() float64 {
	m := x.m
	lift := num.Exp(m.Model.Mind.Public.Join * (m.reputation() - m.Model.Around.Reputation))
	return m.facing(x.c).Market.Joining * lift * m.contractFactor(x.c)
}

// leaves tells that the household went, from its cells before.
func (x *customerTrace) leaves(was *customerCells) string {
	if was.held() == 0 {
		return "holds nothing here any more and is no customer from now on; profit in all " + euro(float64(was.profit)/1000)
	}
	return fmt.Sprintf("leaves the firm (chance this week %s: trust %.2f, satisfaction %.2f, relationship %.2f, %d in use) and "+
		"closes everything: %s; %s a year gone; profit in all %s", percent(was.exit), was.mood.trust, was.mood.satisfaction,
		was.mood.relation, size(was.active), x.products(was.held()), euro(-float64(was.margin)*52/1000),
		euro(float64(was.profit)/1000))
}

// tellOfRest tells what else changed: life, knowledge, calls, files, the experiment, joining.
func (x *customerTrace) tellOfRest(phase string, was, now *customerCells) (said []string) {
	if now.segment != was.segment {
		said = append(said, "life goes on: "+x.m.Model.Market.Segments[was.segment].Title+" → "+
			x.m.Model.Market.Segments[now.segment].Title)
	}
	if fresh := now.aware &^ was.aware; fresh != 0 && (phase == "want" || phase == "advise" || phase == "push") {
		said = append(said, fmt.Sprintf("learns %s that the firm sells %s",
			either(phase == "want", "from a message", "in the talk"), x.lines(fresh)))
	}
	if now.noCalls && !was.noCalls {
		said = append(said, "asks not to be called any more")
	}
	if now.arm != was.arm {
		said = append(said, either(now.arm == 2, "is in the treated arm of the experiment", "is in the untreated arm of the experiment"))
	}
	for u := range now.books {
		if now.books[u] != was.books[u] {
			said = append(said, fmt.Sprintf("leaves the book of %s", x.seller(was.books[u])))
		}
	}
	return said
}
