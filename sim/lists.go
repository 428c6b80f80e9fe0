package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/metric"
)

// refreshLists makes every seller's call list anew at a close: the customers of the own book whom the unit can see, by
// a score that knows readiness to buy as well as its quality says. Ties go to the lower seat. From now on pitches are counted
// anew.
func (m *Market) refreshLists() {
	clear(m.Customers.Contacts)
	m.airTables()
	m.sketch()
	m.weighLeanings()
	at := int32(0)
	for u := range m.Model.Org.Units {
		if m.Seats[u] > 0 {
			at = m.fillLists(agents.UnitID(u), m.look(agents.UnitID(u)), at)
		}
	}
}

// look has the sorter rank all households that unit u can see and somebody of it looks after, seller by seller, and
// returns how many shelves each seller's stand on. A key has the score in its upper half, so that it falls as that rises,
// and in the lower the seat, and whether there is a need for what is sold.
func (m *Market) look(u agents.UnitID) (shelves int) {
	g := m.gaze(u)
	seen, sketches, sorter := m.inSight(u, g), m.scratch.Sketches, &m.scratch.Sorter
	if g.spares || g.houses {
		seen = m.approachable(u, seen)
	}
	scores := m.scores(seen, g)
	shelves = shelvesFor(len(seen), m.Seats[u])
	over, keys, near, n := spreadOver(shelves), sorter.keys, sorter.near, 0
	book, first, may := &m.Customers.Book, int(u)*len(m.Customers.Here), g.may
	for i, score := range scores {
		x := &sketches[seen[i]]
		if by := int(book.at(first + int(x.who))); by > 0 {
			keys[n] = descending(score)<<32 | uint64(x.who)<<1 | bit(x.need&may != 0)
			near[n] = uint16((by-1)*shelves + over.shelf(score))
			n++
		}
	}
	sorter.n = n
	return shelves
}

// approachable are those who are seen whom the filter does not spare, and with whom unit u has to do.
func (m *Market) approachable(u agents.UnitID, seen []int32) []int32 {
	left := seen[:0]
	for _, x := range seen {
		if c := m.scratch.Sketches[x].who; !m.spared(c) && !m.shut(u, c) {
			left = append(left, x)
		}
	}
	return left
}

// spread deals scores out over the shelves of one seller, best first: those from worst to best evenly, those beyond stand
// on the outermost.
type spread struct {
	each float32 // shelves to a score
	last int32
}

// spreadOver so many shelves. Scores have a mean near 0 and a standard deviation near 1.
func spreadOver(shelves int) spread {
	return spread{float32(shelves-1) / (bestScore - worstScore), int32(shelves - 1)}
}

const worstScore, bestScore = -3, 3.5

// shelf of a score.
func (x spread) shelf(score float32) int {
	return int(max(min(int32((bestScore-score)*x.each), x.last), 0))
}

// shelvesFor each of so many sellers who share so many names: about one name stands on each where they are most.
func shelvesFor(names, sellers int) int {
	return max(min(2*names/sellers, most/sellers), 1)
}

// inSight are the sketches of households that unit u can see and who bring enough, by their place. It knows its own
// customers, those under its contract, and of others those whom the shared record shows. Who is seen hangs on luck, so that
// nothing here branches by it.
func (m *Market) inSight(u agents.UnitID, g *gaze) []int32 {
	sketches, seen, n, covers := m.scratch.Sketches, m.scratch.Seen, 0, 1+uint16(u)
	near, luck, at, least, all := m.near(u), g.seen, g.seen.K0+g.way, g.least, g.all
	for i := range sketches {
		x := &sketches[i]
		seen[n] = int32(i)
		knows := luck.BelowAt(at+x.way, x.record|all) | bit(x.own&near[x.house] != 0) | bit(x.covered == covers)
		n += int(knows & bit(x.brings >= least))
	}
	return seen[:n]
}

// fillLists writes the call lists of unit u's sellers from position at on, best first, and returns the end. Each
// seller's names stand on so many shelves.
func (m *Market) fillLists(u agents.UnitID, shelves int, at int32) int32 {
	mine, sorter := m.Sellers.List[m.First[u]:m.First[u]+m.Seats[u]], &m.scratch.Sorter
	m.Order.reach(int(at) + sorter.n)
	sorter.shelve(shelves * len(mine))
	for i := range mine {
		names := sorter.ranked(i*shelves, shelves)
		mine[i] = List{From: at, To: at + int32(len(names))}
		for j, key := range names {
			m.Order.set(int(at)+j, uint32(key)>>1)
		}
		m.countList(names)
		at = mine[i].To
	}
	return at
}

// listed is who stands in a row of the call lists.
func (m *Market) listed(row int32) agents.CustomerID { return agents.CustomerID(m.Order.at(int(row))) }

// countList counts the names of a list and those who need one of the products, by their place on it.
func (m *Market) countList(names []uint64) {
	if !m.measuring {
		return
	}
	const places = 20
	listed, needing := m.Hists.Bins(metric.ListedByPlace), m.Hists.Bins(metric.NeedsByPlace)
	for i := 0; i < len(names); {
		place := places * i / len(names)
		end := ((place+1)*len(names) + places - 1) / places
		needs := uint64(0)
		for _, key := range names[i:end] {
			needs += key & 1
		}
		needing[place] += int64(needs)
		listed[place] += int64(end - i)
		i = end
	}
}

// descending maps a number to bits that fall as it rises: those of one above 0 are turned around, but for the sign.
func descending(x float32) uint64 {
	bits := math.Float32bits(x)
	return uint64(bits ^ ^uint32(int32(bits)>>31)>>1)
}
