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

// name is somebody who can be called: who, and by which seller of the unit, counted from 1.
type name struct {
	who agents.CustomerID
	by  uint32
}

// shelfOf a score, best first: scores from worst to best are spread over the shelves from 0 to last, those beyond stand on
// the outermost.
func shelfOf(score, last float32) uint16 {
	const worst, best = -4, 6
	return uint16(max(min(int32((best-score)*(last/(best-worst))), int32(last)), 0))
}

// look returns all households that unit u can see and somebody of it looks after, by seat. In the sorter stands a key for
// each: its score in the upper half, so that the key falls as it rises, and its place among them in the lower. They stand
// in scratch.
func (m *Market) look(u agents.UnitID) []name {
	g, names, sketches, sorter := m.gaze(u), m.scratch.Names, m.scratch.Sketches, &m.scratch.Sorter
	book, first := &m.Customers.Book, int(u)*len(m.Customers.Here)
	last, n := float32(int(1)<<shelfBits(len(sketches)/2)-1), 0
	for i := range sketches {
		x := &sketches[i]
		if !g.all && x.own&g.near == 0 && !(g.asks && m.knows(u, x.who)) && !m.seesAcross(x, g) {
			continue
		}
		by := book.at(first + int(x.who))
		if by == 0 || m.brings(x.who)*52 < g.worth || g.spares && m.spared(x.who) || g.houses && m.shut(u, x.who) {
			continue
		}
		score := m.score(x, g)
		sorter.add(descending(score)<<32|uint64(n), shelfOf(score, last))
		names[n] = name{x.who, by}
		n++
	}
	return names[:n]
}

// seesAcross tells what across does of a sketch.
func (m *Market) seesAcross(x *sketch, g *gaze) bool {
	record := g.record
	if m.Customers.Levers != nil {
		record = m.facing(x.who).Org.Record
	}
	return record > 0 && g.seen.Uniform(draw.Pair(x.person, g.key)) < record
}

// fillLists writes the call lists of unit u's sellers from position at on, best first, and returns the end. Equal
// scores keep the order of seats, in which look found them.
func (m *Market) fillLists(u agents.UnitID, names []name, at int32) int32 {
	m.Order.reach(int(at) + len(names))
	mine := m.Sellers.List[m.First[u] : m.First[u]+m.Seats[u]]
	clear(mine)
	for i := range names {
		mine[names[i].by-1].To++
	}
	for i := range mine {
		length := mine[i].To
		mine[i] = List{From: at, To: at}
		at += length
	}
	for _, key := range m.scratch.Sorter.sorted(1 << shelfBits(len(m.scratch.Sketches)/2)) {
		x := names[uint32(key)]
		list := &mine[x.by-1]
		m.Order.set(int(list.To), uint32(x.who))
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
