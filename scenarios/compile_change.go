package scenarios

import (
	"slices"
	"strings"

	"xsell/agents"
	"xsell/sim"
)

// change compiles what a change is beside its levers: when, for whom, and what else it does.
func (c *compiler) change(name string) sim.Change {
	t, path := c.spec.Timeline[name], []string{"timeline", name}
	row := sim.Change{Name: name, Key: agents.Keys([]string{name}, 24)[0], Week: int32(t.Week), Until: int32(t.Until),
		Markets: 1, Give: -1, Share: float64(t.Share), Move: float64(t.Move), Plant: t.Plant,
		Disclose: t.Disclose, Shock: float64(t.Reputation)}
	c.date(&t, path)
	if t.When != "" {
		row.When = c.condition(t.When, under(path, "when"))
	}
	c.crowd(&row, &t, path)
	c.idle(path)
	row.Retain, row.Vests = euro(t.Retention), int(t.Vests)
	switch {
	case t.Retention > 0 && t.Vests == 0:
		c.problem(under(path, "vests"), "missing; say how many weeks a seller must stay for the retention money")
	case t.Give != "" && !slices.Contains(c.tree.Keys(path...), "share"):
		c.problem(under(path, "share"), "missing; say which share of the customers without %q is given it", t.Give)
	case t.Give == "" && t.Share != 0:
		c.problem(under(path, "give"), "missing; say which product is given to the share of customers")
	case t.Give != "":
		row.Give = index(c.products, t.Give)
	}
	return row
}

// date checks the dates of a change.
func (c *compiler) date(t *Change, path []string) {
	if t.When == "" && !slices.Contains(c.tree.Keys(path...), "at") {
		c.problem(under(path, "at"), "missing; it must be set: weeks after the end of the warm-up")
	}
	if t.Until == 0 {
		return
	}
	if len(c.tree.Keys(under(path, "set")...)) == 0 {
		c.problem(under(path, "until"), "takes levers back, but the change sets none")
	}
	if slices.Contains(c.tree.Keys(under(path, "set", "organisation")...), "merged") {
		c.problem(under(path, "until"), "takes levers back, but houses that have merged stay one firm")
	}
	if t.Until <= t.Week {
		c.problem(under(path, "until"), "found %v, must be later than at, %v", t.Until, t.Week)
	}
}

// crowd compiles for whom a change is: a share of markets, of sellers or of customers, else for all.
func (c *compiler) crowd(row *sim.Change, t *Change, path []string) {
	var said []string
	for _, x := range [...]struct {
		key   string
		of    sim.Crowd
		share float64
	}{{"markets", sim.AmongMarkets, float64(t.Markets)}, {"sellers", sim.AmongSellers, float64(t.Sellers)},
		{"customers", sim.AmongCustomers, float64(t.Customers)}} {
		if !slices.Contains(c.tree.Keys(path...), x.key) {
			continue
		}
		said = append(said, x.key)
		c.someOf(under(path, x.key), x.of, x.share)
		row.Of, row.Part = x.of, x.share
		if x.of == sim.AmongMarkets {
			row.Markets = x.share
		}
	}
	if len(said) > 1 {
		c.problem(under(path, said[1]), "%s is set too; a change is for a share of one of them, or for all", said[0])
	}
	c.others(row, t, path)
}

// someOf checks that a share leaves somebody treated and, unless it is all markets, somebody to compare with.
func (c *compiler) someOf(path []string, of sim.Crowd, share float64) {
	switch {
	case share <= 0:
		c.problem(path, "found 0 %%, which is a change for nobody; take the change away, or give a share of %s", of)
	case share >= 1 && of != sim.AmongMarkets:
		c.problem(path, "found 100 %%, which leaves no others to compare with; leave the key out for a change for all")
	}
}

// deeds are the keys by which a change does something.
var deeds = []string{"set", "move", "plant", "give", "disclose", "reputation-shock", "retention"}

// idle notes a change that does nothing. A value of nothing is no mistake: so a file takes back what its base does.
func (c *compiler) idle(path []string) {
	keys := c.tree.Keys(path...)
	if !slices.ContainsFunc(deeds, func(key string) bool { return slices.Contains(keys, key) }) {
		c.problem(path, "changes nothing; give it one of %s", strings.Join(deeds, ", "))
	}
}

// others checks that what a change does beside its levers can be for whom it is.
func (c *compiler) others(row *sim.Change, t *Change, path []string) {
	if t.Move > 0 && (row.Of != sim.AmongMarkets || row.Markets < 1) {
		c.problem(under(path, "move"), "sellers change places between markets, so it cannot be for a share of %s", row.Of)
	}
	if row.Of == sim.AmongMarkets {
		return
	}
	if len(c.tree.Keys(under(path, "set")...)) == 0 {
		c.problem(under(path, row.Of.String()), "is for levers only, and the change sets none")
	}
	for _, key := range [...]string{"give", "plant", "retention", "disclose", "reputation-shock"} {
		if slices.Contains(c.tree.Keys(path...), key) {
			c.problem(under(path, key), "cannot be for a share of %s; put it into a change of its own", row.Of)
		}
	}
}

// ofOne are the levers that can differ between the sellers of one market, and between its customers: tables and keys.
var ofOne = map[sim.Crowd][]string{
	sim.AmongSellers: {"pay", "targets", "controls", "organisation.training", "organisation.coordination"},
	sim.AmongCustomers: {"organisation.campaign", "organisation.shared-record", "organisation.clear-territories",
		"organisation.bundle-discount", "organisation.nurture", "organisation.filter", "organisation.event-leads", "organisation.event-precision", "market.joining",
		"market.competitor", "market.fading", "market.cancelling-elsewhere", "market.exit"},
}

// maySingleOut checks that what a change for single sellers or customers sets can differ between them.
func (c *compiler) maySingleOut(set []string, of sim.Crowd) bool {
	if of == sim.AmongMarkets {
		return true
	}
	before := len(c.problems)
	for _, key := range c.leaves(set) {
		name := strings.Join(key, ".")
		can := slices.ContainsFunc(ofOne[of], func(x string) bool { return name == x || strings.HasPrefix(name, x+".") })
		if !can {
			c.problem(under(set, key...), "%s cannot differ between %s of one market; use markets = ..., or set only %s",
				name, of, strings.Join(ofOne[of], ", "))
		}
	}
	return len(c.problems) == before
}

// leaves lists the keys of all values below a path.
func (c *compiler) leaves(path []string) (all [][]string) {
	for _, key := range c.tree.Keys(path...) {
		below := c.leaves(under(path, key))
		if len(below) == 0 {
			all = append(all, []string{key})
		}
		for _, rest := range below {
			all = append(all, under([]string{key}, rest...))
		}
	}
	return all
}
