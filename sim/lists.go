package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// refreshLists makes every seller's call list anew at a close: the customers of the own book whom the unit can see, by
// a score that knows readiness to buy as well as its quality says. Ties go to the lower seat.
func (m *Market) refreshLists() {
	clear(m.Customers.Contacts)
	m.airTables()
	m.weighLeanings()
	at := int32(0)
	for u := range m.Model.Org.Units {
		if m.Seats[u] > 0 {
			at = m.fillLists(agents.UnitID(u), m.look(agents.UnitID(u)), at)
		}
	}
}

// look returns a key for every household that unit u can see and somebody of it looks after: its score in the upper
// half, so that the key falls as it rises, and its seat in the lower. The keys stand in scratch.
func (m *Market) look(u agents.UnitID) []uint64 {
	g, keys, sketches := m.gaze(u), m.scratch.Keys[:0], m.scratch.Sketches
	for i := range sketches {
		x := &sketches[i]
		known := g.all || x.own&g.near != 0 || g.asks && m.knows(u, x.who)
		if !known && g.seen.Uniform(draw.Pair(m.person(x.who), g.key)) >= m.facing(x.who).Org.Record { // see across
			continue
		}
		if m.brings(x.who)*52 < g.worth || m.spared(x.who) || m.shut(u, x.who) || m.book(u, x.who) == agents.Nobody {
			continue
		}
		keys = append(keys, descending(m.score(x, g))<<32|uint64(x.who))
	}
	m.scratch.Keys = keys[:0]
	return keys
}

// fillLists writes the call lists of unit u's sellers from position at on, best first, and returns the end. Equal
// scores keep the order of seats, in which look found them.
func (m *Market) fillLists(u agents.UnitID, keys []uint64, at int32) int32 {
	m.Order.reach(int(at) + len(keys))
	order, lists := &m.Order, m.Sellers.List
	mine := lists[m.First[u] : m.First[u]+m.Seats[u]]
	clear(mine)
	for _, key := range keys {
		lists[m.book(u, agents.CustomerID(key))].To++
	}
	for i := range mine {
		length := mine[i].To
		mine[i] = List{From: at, To: at}
		at += length
	}
	for _, key := range sortUpper(keys, m.scratch.Sorted[:len(keys)]) {
		list := &lists[m.book(u, agents.CustomerID(key))]
		order.set(int(list.To), uint32(key))
		list.To++
	}
	for i := range mine {
		m.countList(mine[i], m.Model.Org.Units[u].May)
	}
	return at
}

// listed is who stands in a row of the call lists.
func (m *Market) listed(row int32) agents.CustomerID { return agents.CustomerID(m.Order.at(int(row))) }

// countList counts the names of a list and those who need one of the products, by their place on it.
func (m *Market) countList(list List, products agents.Products) {
	if !m.measuring {
		return
	}
	const places = 20
	listed, needing := m.Hists.Bins(metric.ListedByPlace), m.Hists.Bins(metric.NeedsByPlace)
	names := int(list.To - list.From)
	for i := 0; i < names; {
		place := places * i / names
		end := ((place+1)*names + places - 1) / places
		for at := list.From + int32(i); at < list.From+int32(end); at++ {
			needing[place] += flag(m.Customers.Need.Of(m.listed(at))&products != 0)
		}
		listed[place] += int64(end - i)
		i = end
	}
}

// descending maps a number to bits that fall as it rises.
func descending(x float32) uint64 {
	bits := math.Float32bits(x)
	if bits>>31 == 1 {
		return uint64(bits)
	}
	return uint64(^bits &^ (1 << 31))
}

// knows tells whether unit u has to do with c: its own customers and those under its contract.
func (m *Market) knows(u agents.UnitID, c agents.CustomerID) bool {
	cs, o := &m.Customers, m.Model.Org
	if !cs.Here[c] {
		return false
	}
	if !o.Units[u].Owns || cs.held(c)&o.Deals(u, cs.house(c)) != 0 {
		return true
	}
	k := m.contract(c)
	return k >= 0 && o.Contracts[k].Unit == u
}
