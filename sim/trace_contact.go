package sim

import (
	"fmt"

	"xsell/agents"
	"xsell/sim/draw"
)

// tellOfNeeds tells of needs that arose or went.
func (x *customerTrace) tellOfNeeds(phase string, was, now *customerCells) (said []string) {
	t := x.m.facing(x.c).Market
	for p := range t.Products {
		q := agents.ProductID(p)
		gone := was.need.Has(q) && !now.need.Has(q)
		switch {
		case now.need.Has(q) && !was.need.Has(q):
			said = append(said, fmt.Sprintf("a need arises: %s (needs come at %.1f a year; open ones now: %s)", x.product(q),
				was.needRate*52, x.products(now.need)))
		case gone && phase == "lose" && now.elsewhere.Has(q):
			said = append(said, fmt.Sprintf("a competitor meets the need for %s (chance this week %s: relationship %.2f)",
				x.product(q), percent(t.Compete*x.m.openToCompetitor(x.c)), now.mood.relation))
		case gone && phase == "lose":
			said = append(said, fmt.Sprintf("the need for %s fades (chance this week %s)", x.product(q), percent(t.Fade)))
		}
		if phase == "lose" && was.elsewhere.Has(q) && !now.elsewhere.Has(q) {
			said = append(said, fmt.Sprintf("%s held elsewhere ends there (chance this week %s)", x.product(q), percent(t.Cancel)))
		}
	}
	return said
}

// tellOfGivingUp tells of needs the customer set out to bring without getting to a seller.
func (x *customerTrace) tellOfGivingUp(now *customerCells) (said []string) {
	m, c := x.m, x.c
	if !now.here {
		return nil
	}
	for p := range m.Model.Market.Products {
		q := agents.ProductID(p)
		if !now.need.Has(q) || m.Customers.Pending.Of(c).Has(q) {
			continue
		}
		chance := m.seekChance(c, q)
		if m.stream(draw.Seek).Uniform(draw.Nth(m.person(c), m.key(q), 0)) >= chance {
			continue
		}
		why := "gives up on the way (" + m.Model.Market.Channels[m.Customers.Channel[c]].Name + ") and nobody calls back"
		if _, sold := m.unitFor(c, q); !sold {
			why = "finds that nobody sells it here"
		}
		said = append(said, fmt.Sprintf("sets out to ask for %s, %s (%s)", x.product(q), why, x.seeks(q)))
	}
	return said
}

// seeks tells how likely it was that the need was brought.
func (x *customerTrace) seeks(p agents.ProductID) string {
	return fmt.Sprintf("chance this week %s: trust %.2f, %s the line", percent(x.m.seekChance(x.c, p)),
		x.m.Customers.Trust[x.c], either(x.m.Customers.Aware.Of(x.c).Has(x.m.line(p)), "knows", "does not know"))
}

// comes tells where a new lead came from.
func (x *customerTrace) comes(l *leadCells, was *customerCells) string {
	product, to := x.product(l.p), x.seller(l.seller)
	switch l.source {
	case WalkIn:
		return fmt.Sprintf("brings the need for %s to %s (%s)", product, to, x.seeks(l.p))
	case CalledBack:
		return fmt.Sprintf("sets out to ask for %s, gives up on the way, and is called back by %s %s (%s)", product, to,
			x.when(l.due), x.seeks(l.p))
	case FromContract:
		return fmt.Sprintf("the contract shows the need for %s to %s", product, to)
	case FromEvent:
		return fmt.Sprintf("the firm's own data show the need for %s to %s, to be met %s", product, to, x.when(l.due))
	case Referred:
		return fmt.Sprintf("%s passes the customer on to %s for %s (%s), to be met %s", x.seller(l.finder), to, product,
			either(was.need.Has(l.p), "there is a need", "there is no need"), x.when(l.due))
	}
	return fmt.Sprintf("%s notices the need for %s, to be talked about %s", to, product, x.when(l.due))
}

// pitched tells of an unasked call.
func (x *customerTrace) pitched(l *leadCells, was *customerCells) string {
	answer := "says no"
	if l.stage == Agreed {
		answer = "says yes, to be signed " + x.when(l.due)
	}
	return fmt.Sprintf("%s calls unasked and offers %s; the customer %s (%s)", x.seller(l.seller), x.product(l.p), answer,
		x.weighs(l, was))
}

// ends tells how an open lead ended without a sale.
func (x *customerTrace) ends(phase string, l *leadCells, was *customerCells) string {
	product := x.product(l.p)
	switch {
	case phase == "advise" && x.m.reviewStops(l.seller, l.c, l.p, was.need.Has(l.p)):
		return fmt.Sprintf("no sale of %s: the review before signature stops what is not needed, or the customer says no (%s)",
			product, x.weighs(l, was))
	case phase == "advise":
		return fmt.Sprintf("says no to %s with %s (%s)", product, x.seller(l.seller), x.weighs(l, was))
	case l.flags&Needed != 0 && !was.need.Has(l.p):
		return fmt.Sprintf("the matter of %s is dropped: the need is gone", product)
	case x.m.Week-l.born > int32(x.m.Model.Mind.Trust.Patience):
		return fmt.Sprintf("the matter of %s is lost: nobody took it up for %s", product, weeks(x.m.Week-l.born))
	}
	return fmt.Sprintf("the matter of %s is lost: the seat of the seller is empty", product)
}

// tellOfService tells of requests made, served or given up.
func (x *customerTrace) tellOfService(phase string, was, now *customerCells) (said []string) {
	switch phase {
	case "ask":
		if len(now.requests) > len(was.requests) {
			r := now.requests[len(now.requests)-1]
			u := x.m.Model.Org.ServerOf(x.m.Customers.house(x.c), r.Product)
			waiting := len(x.m.Queues[u].Rows) - x.m.Queues[u].Head
			said = append(said, fmt.Sprintf("asks for service about %s (%.1f times a year; %s at %s)", x.product(r.Product),
				float64(x.m.asks(x.c))*52, plural(waiting, "request waits", "requests wait"), x.m.Model.Org.Units[u].Title))
		}
	case "serve":
		for _, r := range was.requests[:len(was.requests)-len(now.requests)] {
			waited := x.m.Week - int32(r.Week)
			given := float64(waited) >= x.m.Model.Mind.Trust.LongWait && now.mood.relation <= was.mood.relation
			said = append(said, fmt.Sprintf("%s about %s %s", either(given, "gives up asking", "is served"),
				x.product(r.Product), either(waited == 0, "within the week", "after waiting "+weeks(waited))))
		}
	}
	return said
}
