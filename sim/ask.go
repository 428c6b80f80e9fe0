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
	fine := m.stream(draw.ServiceFine)
	for u := range m.Queues {
		m.Queues[u].Fresh = len(m.Queues[u].Rows)
	}
	for c := range m.due.ask.each {
		used := m.real(c)
		by := m.habit(c, used)
		asks := by.about(used, m.Model.Market.Products)
		if u, chance := float32(fine.Refine(m.lane(c, laneAsk), uint64(m.person(c)))), min(asks, 1); u < chance {
			m.request(c, used, by, float32(u/chance)*asks)
		}
	}
	order := *m.stream(draw.ServeOrder)
	for u := range m.Queues {
		m.rank(&m.Queues[u], order)
	}
}

// request queues one request about a product in use, the one in which luck u falls, from 0 to their summed requests.
func (m *Market) request(c agents.CustomerID, used agents.Products, by habit, u float32) {
	last := agents.ProductID(0)
	for p := range used.All {
		last = p
		if u -= by.requests(m.Model.Market.Products[p].Requests); u < 0 {
			break
		}
	}
	m.spend(c, metric.CostRequests, m.Model.Market.Products[last].Handling)
	m.Books.Add(metric.Requests, 1)
	m.Books.Add(metric.RequestsWaiting, 1)
	q := &m.Queues[m.Model.Org.ServerOf(m.Customers.house(c), last)]
	q.Rows = append(roomFor(q.Rows, 1), Request{Customer: c, Product: last, Week: int16(m.Week), Gen: m.Customers.Gen[c]})
}

// rank orders this week's requests by keyed priority, ties by row.
func (m *Market) rank(q *Queue, order draw.Stream) {
	fresh, sorter, copied := q.Rows[q.Fresh:], &m.scratch.Sorter, m.scratch.Requests[:0]
	shelf := shelfBits(len(fresh))
	for i := range fresh {
		key := order.Bits(uint64(m.person(fresh[i].Customer)))
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
