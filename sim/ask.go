package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// ask lets customers bring service requests for products they use. Reads luck; writes the queues of the
// units that serve. Requests of one week queue by keyed priority, never by row.
func ask(m *Market) {
	for u := range m.Queues {
		m.Queues[u].Fresh = len(m.Queues[u].Rows)
	}
	cs, usual, fine, asked := &m.Customers, m.usualRequests(), *m.stream(draw.ServiceFine), int64(0)
	for c := range m.due.ask.each {
		used, id := cs.real(c), uint64(m.person(c))
		demander := m.demander(c)
		asks := usual.about(used, demander)
		lane := draw.Lane(m.due.luck.Bits(id), laneAsk)
		if u, chance := float32(fine.Refine(lane, id)), min(asks, 1); u < chance {
			m.request(c, usual.which(used, demander, float32(u/chance)*asks))
			asked++
		}
	}
	m.Books.Add(metric.Requests, asked)
	m.Books.Add(metric.RequestsWaiting, asked)
	order := *m.stream(draw.ServeOrder)
	for u := range m.Queues {
		m.rank(&m.Queues[u], order)
	}
}

// request queues one request about a product in use.
func (m *Market) request(c agents.CustomerID, p agents.ProductID) {
	m.spend(c, metric.CostRequests, m.Model.Market.Products[p].Handling)
	q := &m.Queues[m.Model.Org.ServerOf(m.Customers.house(c), p)]
	n := len(q.Rows)
	q.Rows = roomFor(q.Rows, 1)[:n+1]
	q.Rows[n] = Request{Customer: c, Product: p, Week: int16(m.Week), Gen: m.Customers.Gen[c]}
}

// rank orders this week's requests by keyed priority, ties by row.
func (m *Market) rank(q *Queue, order draw.Stream) {
	fresh, sorter, copied := q.Rows[q.Fresh:], &m.scratch.Sorter, m.scratch.Requests[:0]
	shelf := shelfBits(len(fresh))
	for i := range fresh {
		key := order.Bits(uint64(draw.Person(uint32(fresh[i].Customer), fresh[i].Gen)))
		sorter.add(key&^math.MaxUint32|uint64(i), uint16(key>>(64-shelf)))
	}
	copied = append(copied, fresh...)
	for i, key := range sorter.sorted(1 << shelf) {
		fresh[i] = copied[uint32(key)]
	}
	m.scratch.Requests = copied[:0]
}

// compact drops the served rows at the head.
func (q *Queue) compact() {
	n := copy(q.Rows, q.Rows[q.Head:])
	q.Rows, q.Head = q.Rows[:n], 0
}
