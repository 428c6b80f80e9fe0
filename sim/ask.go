package sim

import (
	"math"
	"slices"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// ask lets customers bring service requests for products they use. Reads Asks and luck; writes the queues of the
// units that serve. Requests of one week queue by keyed priority, never by row.
func ask(m *Market) {
	cs := &m.Customers
	fine := m.stream(draw.ServiceFine)
	for u := range m.Queues {
		m.Queues[u].Fresh = len(m.Queues[u].Rows)
	}
	for c := range cs.Here {
		lane := draw.Lane(m.scratch.Luck[0][c], laneAsk)
		if !draw.Candidate(lane, cs.Asks[c]) {
			continue
		}
		who := agents.CustomerID(c)
		if u := float32(fine.Refine(lane, uint64(m.person(who)))); u < cs.Asks[c] {
			m.request(who, u/cs.Asks[c])
		}
	}
	order := m.stream(draw.ServeOrder)
	for u := range m.Queues {
		m.rank(&m.Queues[u], order)
	}
}

// request queues one request about a product in use, picked by luck u in (0, 1) in proportion to its requests.
func (m *Market) request(c agents.CustomerID, u float32) {
	used, total := m.real(c), float32(0)
	for p := agents.ProductID(0); used>>p != 0; p++ {
		if used.Has(p) {
			total += m.requests(c, p)
		}
	}
	u *= total
	last := agents.ProductID(0)
	for p := agents.ProductID(0); used>>p != 0; p++ {
		if used.Has(p) {
			last = p
			if u -= m.requests(c, p); u < 0 {
				break
			}
		}
	}
	m.spend(c, metric.CostRequests, m.Model.Market.Products[last].Handling)
	m.Books.Add(metric.Requests, 1)
	m.Books.Add(metric.RequestsWaiting, 1)
	q := &m.Queues[m.Model.Org.ServerOf(m.Customers.house(c), last)]
	q.Rows = append(q.Rows, Request{Customer: c, Product: last, Week: int16(m.Week), Gen: m.Customers.Gen[c]})
}

// rank orders this week's requests by keyed priority, ties by row.
func (m *Market) rank(q *Queue, order draw.Stream) {
	fresh, keys, copied := q.Rows[q.Fresh:], m.scratch.Keys[:0], m.scratch.Requests[:0]
	for i := range fresh {
		keys = append(keys, order.Bits(uint64(m.person(fresh[i].Customer)))&^math.MaxUint32|uint64(i))
	}
	slices.Sort(keys)
	copied = append(copied, fresh...)
	for i, key := range keys {
		fresh[i] = copied[uint32(key)]
	}
	m.scratch.Keys, m.scratch.Requests = keys[:0], copied[:0]
}

// compact drops the served rows at the head.
func (q *Queue) compact() {
	n := copy(q.Rows, q.Rows[q.Head:])
	q.Rows, q.Head = q.Rows[:n], 0
}
