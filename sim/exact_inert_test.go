package sim

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/market"
	"xsell/agents/org"
	"xsell/sim/draw"
)

// alone is smallModel without what ties everybody to everybody: the share of honest colleagues counts all who sit in the
// market, disclosure all customers and sellers of the firm. Sellers come and go, so that colleagues stand in.
func alone() *Model {
	model := smallModel()
	model.Size.Sellers, model.Around.Quits = 12, 20*model.Around.Quits
	model.Mind.Conduct.Peers, model.Controls.Whistle, model.Around.Regulator = 0, 0, 0
	return model
}

// withProduct is the model with a product at row at that nobody needs, holds, sells or starts with.
func withProduct(model *Model, at int, name string) *Model {
	t, o := model.Market, model.Org
	useless := market.Product{Name: name, Title: name, Margin: 1, Meeting: 1, RequestTime: 1, WealthPower: 1, CoolingOff: 2}
	t.Products = slices.Insert(t.Products, at, useless)
	for p := range t.Follows {
		t.Follows[p] = slices.Insert(t.Follows[p], at, 1)
	}
	t.Follows = slices.Insert(t.Follows, at, slices.Repeat([]float32{1}, len(t.Products)))
	for s := range t.Segments {
		t.Segments[s].Need = slices.Insert(t.Segments[s].Need, at, 1)
	}
	for u := range o.Units {
		o.Units[u].May = insertBit(o.Units[u].May, at)
		o.Units[u].Skill = slices.Insert(o.Units[u].Skill, at, 0)
	}
	for h := range o.Handoffs {
		o.Handoffs[h].Products = insertBit(o.Handoffs[h].Products, at)
	}
	o.Server, o.Sellers = slices.Insert(o.Server, at, smallBank), slices.Insert(o.Sellers, at, nil)
	for u := range model.Plans {
		for k := range model.Plans[u].Tallies {
			model.Plans[u].Tallies[k].Weight = slices.Insert(model.Plans[u].Tallies[k].Weight, at, 0)
		}
	}
	t.Seal()
	return model
}

// withUnit is the model with a unit at row at that may do nothing, with the given share of the seats.
func withUnit(model *Model, at int, name string, seats float64) *Model {
	o := model.Org
	moved := func(u agents.UnitID) agents.UnitID {
		if int(u) >= at {
			return u + 1
		}
		return u
	}
	for h := range o.Handoffs {
		o.Handoffs[h].From, o.Handoffs[h].To = moved(o.Handoffs[h].From), moved(o.Handoffs[h].To)
	}
	for p := range o.Server {
		o.Server[p] = moved(o.Server[p])
		for i := range o.Sellers[p] {
			o.Sellers[p][i] = moved(o.Sellers[p][i])
		}
	}
	for u := range o.Units {
		o.Units[u].Seats *= 1 - seats
	}
	idle := org.Unit{Name: name, Title: name, Seats: seats, Hours: 1, Start: 1, Skill: make([]float32, model.Products())}
	o.Units = slices.Insert(o.Units, at, idle)
	o.From = slices.Insert(o.From, at, nil)
	model.Plans = slices.Insert(model.Plans, at, Plan{})
	o.Seal()
	return model
}

func TestAProductNobodyNeedsMovesNobody(t *testing.T) {
	for at, name := range []string{"aaa", "bbb", "mmm", "zzz"} {
		t.Run(name, func(t *testing.T) { sameLives(t, smallModel(), withProduct(smallModel(), at, name), 2) })
		require.Equal(t, rowless(t, smallModel()), rowless(t, withProduct(smallModel(), at, name)), "books with product %s", name)
	}
}

func TestAnEmptyUnitMovesNobody(t *testing.T) {
	for at, name := range []string{"aaa", "inn", "zzz"} {
		t.Run(name, func(t *testing.T) { sameLives(t, smallModel(), withUnit(smallModel(), at, name, 0), 2) })
		require.Equal(t, rowless(t, smallModel()), rowless(t, withUnit(smallModel(), at, name, 0)), "books with unit %s", name)
	}
}

func TestASellerWithNothingToDoMovesNobody(t *testing.T) {
	for at, name := range []string{"aaa", "inn", "zzz"} {
		model := withUnit(alone(), at, name, 0.25)
		model.Size.Sellers = 16 // 8 a market: 4 + 2 + the two idle ones
		t.Run(name, func(t *testing.T) { sameLives(t, alone(), model, 2) })
	}
}

func TestOneMoreVacantHouseholdMovesNobody(t *testing.T) {
	base, more := alone(), alone()
	base.Market.Joining, more.Market.Joining = 0, 0
	more.Market.Vacant += 2.0 / 30
	require.Len(t, Build(more, smallWorld, 0).Customers.Here, len(Build(base, smallWorld, 0).Customers.Here)+2)
	sameLives(t, base, more, 2)
}

func TestOneMoreMarketMovesNobody(t *testing.T) {
	more := alone()
	more.Size = Size{Markets: 3, Customers: 90, Sellers: 18, Weeks: 104, WarmUp: 13, Close: 13}
	sameLives(t, alone(), more, 2)
}

func TestAPurposeNobodyUsesMovesNobody(t *testing.T) {
	// The last purpose of the table decides nothing in a run. Drawing from it before every week must not be felt.
	a, b, drawn := newStepper(smallModel()), newStepper(smallModel()), 0.0
	for !a.over() {
		for _, m := range b.Markets {
			drawn += m.stream(draw.TracerReserved).Uniform(1) + m.birth(draw.TracerReserved).Uniform(1)
		}
		a.week(nothing)
		b.week(nothing)
	}
	require.Equal(t, a.record, b.record)
	require.Positive(t, drawn)
}

// TestTheLuckOfASellerIsNotThatOfTheRow adds a seat to the first unit: those of the second unit stay who they are.
func TestTheLuckOfASellerIsNotThatOfTheRow(t *testing.T) {
	more := smallModel()
	more.Size.Sellers, more.Org.Units[0].Seats, more.Org.Units[1].Seats = 8, 0.75, 0.25 // 3 + 1 a market
	a, b := Build(smallModel(), smallWorld, 0), Build(more, smallWorld, 0)
	require.Equal(t, smallInsurer, a.Sellers.Unit[2])
	require.Equal(t, smallInsurer, b.Sellers.Unit[3])
	for _, s := range []struct{ was, is int }{{0, 0}, {1, 1}, {2, 3}} {
		require.Equal(t, a.staff(agents.SellerID(s.was)), b.staff(agents.SellerID(s.is)), "id of seat %d", s.was)
		require.Equal(t, a.Sellers.Integrity[s.was], b.Sellers.Integrity[s.is], "integrity of seat %d", s.was)
		require.Equal(t, a.Sellers.Speed[s.was], b.Sellers.Speed[s.is], "speed of seat %d", s.was)
	}
}

func TestOneMoreSeatTakesCustomersOnlyForItself(t *testing.T) {
	const households = 4000
	books := func(sellers int, bank float64, teams bool) *Market {
		model := smallModel()
		model.Size = Size{Markets: 1, Customers: households, Sellers: sellers, Weeks: 1, Close: 1}
		model.Org.Units[0].Seats, model.Org.Units[1].Seats, model.Org.Teams = bank, 1-bank, teams
		return Build(model, smallWorld, 0)
	}
	for _, teams := range []bool{false, true} {
		few, more := books(12, 8.0/12, teams), books(13, 9.0/13, teams) // 8 and 9 bankers, 4 insurers
		first, seats := more.unitSeats()
		require.Equal(t, []int{9, 4}, seats)
		moved := 0
		for c := range agents.CustomerID(households) {
			was, is := few.book(smallBank, c), more.book(smallBank, c)
			if is != was {
				moved++
				require.Equal(t, agents.SellerID(8), is, "household %d leaves its seller only for the new one", c)
			}
			if !teams || is == was { // who goes to another team goes to the insurer of that team
				require.Equal(t, int(few.book(smallInsurer, c))-8, int(more.book(smallInsurer, c))-first[1], "the other unit keeps its customers")
			}
		}
		// Binomial(4000, 1/9): mean 444, sd 19.9; 4.9 sd are 98.
		require.InDelta(t, households/9.0, float64(moved), 98, "one in nine moves")
	}
}

func TestUnitsShareOutTheirCustomersIndependently(t *testing.T) {
	const n = 100_000
	for name, teams := range map[string]bool{"units": false, "teams": true} {
		model := smallModel()
		model.Size = Size{Markets: 1, Customers: n, Sellers: 4, Weeks: 1, Close: 1}
		model.Org.Units[0].Seats, model.Org.Units[1].Seats, model.Org.Teams = 0.5, 0.5, teams
		model.Market.Vacant = 0
		m, same := Build(model, smallWorld, 0), 0
		for c := range agents.CustomerID(n) {
			same += int(flag(m.book(0, c) == m.book(1, c)-2))
		}
		if teams {
			require.Equal(t, n, same, "in a team the same customers have the seats of one number")
			continue
		}
		// Binomial(100 000, 1/2): sd 158; 4.9 sd are 775. The seats of two units have nothing to do with one another.
		require.InDelta(t, n/2, same, 775, name)
	}
}

// withContracts is the model with contracts of these names, each for so many of the employers.
func withContracts(model *Model, employers float64, names ...string) *Model {
	for _, name := range names {
		model.Org.Contracts = append(model.Org.Contracts, org.Contract{Name: name, Unit: smallBank, Employers: employers, Joining: 2,
			Data: 0.3, Awareness: 0.5, Exclusive: 0.5, Lost: 0.002})
	}
	model.Org.Seal()
	return model
}

func TestAContractNobodySignsMovesNobody(t *testing.T) {
	for _, name := range []string{"aaa", "zzz"} {
		base, more := withContracts(smallModel(), 0.5, "mmm"), smallModel()
		if name == "aaa" {
			more = withContracts(withContracts(more, 0, name), 0.5, "mmm")
		} else {
			more = withContracts(withContracts(more, 0.5, "mmm"), 0, name)
		}
		base.Market.Employers, more.Market.Employers = 20, 20
		t.Run(name, func(t *testing.T) { sameLives(t, base, more, 2) })
	}
}

func TestAThreatWithoutTeethMovesNobody(t *testing.T) {
	base, more := smallModel(), smallModel()
	more.Plans[0].Threats = append([]Threat{{}}, more.Plans[0].Threats...)
	more.Plans[0].Threats[0].Window = 4
	base.Strides.Threats, more.Strides.Threats = 2, 2
	sameLives(t, base, more, 2)
}

// rowless is a record without the tables that have a row for every unit or product.
func rowless(t *testing.T, model *Model) *Record {
	r := lived(t, model)
	r.Sold, r.Ways, r.Silent = nil, Ways{}, nil
	return r
}
