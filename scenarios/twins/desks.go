package twins

import (
	"xsell/agents"
	"xsell/sim"
)

// desks pairs the seats of sellers of one market: those of units of one name, by their number in the unit.
type desks struct {
	pair  [2]*sim.Market
	seats [][2]agents.SellerID // that are there under both designs
	joint []bool               // by place in seats
	at    map[desk]split
}

// desk is a seller: seat under the first design, and generation.
type desk struct {
	seat agents.SellerID
	gen  uint8
}

// place names a seat of a seller in every design.
type place struct {
	unit    string
	ordinal int
}

func placeOf(m *sim.Market, s agents.SellerID) place {
	return place{m.Model.Org.Units[m.Sellers.Unit[s]].Name, m.Ordinal(s)}
}

func newDesks(pair [2]*sim.Market) *desks {
	d := &desks{pair: pair, at: map[desk]split{}}
	there := map[place]agents.SellerID{}
	for s := range pair[1].Sellers.Unit {
		there[placeOf(pair[1], agents.SellerID(s))] = agents.SellerID(s)
	}
	for s := range pair[0].Sellers.Unit {
		if t, both := there[placeOf(pair[0], agents.SellerID(s))]; both {
			d.seats = append(d.seats, [2]agents.SellerID{agents.SellerID(s), t})
			d.joint = append(d.joint, true)
		}
	}
	return d
}

// sellerChecks by the name of the step after which they are made.
var sellerChecks = map[string][]struct {
	kind   Kind
	differ func(a, b *sim.Market, s, t agents.SellerID) bool
}{
	"plan":   {{hours, func(a, b *sim.Market, s, t agents.SellerID) bool { return a.Sellers.Hours[s] != b.Sellers.Hours[t] }}},
	"serve":  {{passedOn, referrals}},
	"advise": {{passedOn, referrals}},
	"sign": {{sold, func(a, b *sim.Market, s, t agents.SellerID) bool {
		return a.Sellers.Deeds[s].Sold != b.Sellers.Deeds[t].Sold
	}}},
	"tempt": {{silently, func(a, b *sim.Market, s, t agents.SellerID) bool {
		return a.Sellers.Deeds[s].Silent != b.Sellers.Deeds[t].Silent
	}}},
	"slip":  {{paid, variablePay}},
	"close": {{paid, variablePay}},
}

func referrals(a, b *sim.Market, s, t agents.SellerID) bool {
	return a.Sellers.Deeds[s].Referred != b.Sellers.Deeds[t].Referred
}

func variablePay(a, b *sim.Market, s, t agents.SellerID) bool {
	return a.Sellers.Deeds[s].Pay != b.Sellers.Deeds[t].Pay
}

// compare looks for sellers whose histories part in this step.
func (d *desks) compare(at sim.Step, week int32) {
	a, b := d.pair[0], d.pair[1]
	list := sellerChecks[at.Name()]
	for i, pair := range d.seats {
		s, t := pair[0], pair[1]
		gone, other := a.Sellers.Gen[s] != b.Sellers.Gen[t], a.Sellers.Seated[s] != b.Sellers.Seated[t]
		switch {
		case d.joint[i] && (gone || other):
			d.part(i, min(a.Sellers.Gen[s], b.Sellers.Gen[t]), week, seatChanged)
		case !d.joint[i] && !gone && a.Sellers.Seated[s] && b.Sellers.Seated[t]:
			if _, known := d.at[desk{s, a.Sellers.Gen[s]}]; !known { // hired after different people
				d.rejoin(i, s, week)
			}
		}
		for _, x := range list {
			if d.joint[i] && x.differ(a, b, s, t) {
				d.part(i, a.Sellers.Gen[s], week, x.kind)
			}
		}
	}
}

// rejoin lets the next sellers on a seat begin together where they came in the same week.
func (d *desks) rejoin(i int, s agents.SellerID, week int32) {
	a, b := d.pair[0], d.pair[1]
	if a.Sellers.Joined[s] == b.Sellers.Joined[d.seats[i][1]] {
		d.joint[i] = true
		return
	}
	d.part(i, a.Sellers.Gen[s], week, seatChanged)
}

func (d *desks) part(i int, gen uint8, week int32, kind Kind) {
	d.joint[i] = false
	if who := (desk{d.seats[i][0], gen}); !d.known(who) {
		d.at[who] = split{week, kind, both}
	}
}

func (d *desks) known(who desk) bool {
	_, known := d.at[who]
	return known
}
