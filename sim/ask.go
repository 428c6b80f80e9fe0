package sim

import (
	"math"

	"xsell/sim/draw"
	"xsell/sim/metric"
)

// ask lets customers bring service requests for products they use. Reads luck; writes the queues of the
// units that serve. Requests of one week queue by keyed priority.
func ask(m *Market) {
	cs, usual, fine, asked := &m.Customers, m.usualRequests(), *m.stream(draw.ServiceFine), m.scratch.Requests[:0]
	for c := range m.due.ask.each {
		used, demander, id := cs.real(c), m.demander(c), uint64(m.person(c))
		asks, lane := usual.about(used, demander), draw.Lane(m.due.luck.Bits(id), laneAsk)
		if u, chance := float32(fine.Refine(lane, id)), min(asks, 1); u < chance {
			p := usual.which(used, demander, float32(u/chance)*asks)
			m.spend(c, metric.CostRequests, m.Model.Market.Products[p].Handling)
			asked = append(asked, Request{Customer: c, Product: p, Week: int16(m.Week), Gen: cs.Gen[c]})
		}
	}
	m.Books.Add(metric.Requests, int64(len(asked)))
	m.Books.Add(metric.RequestsWaiting, int64(len(asked)))
	m.queue(asked)
}

// queue lets this week's requests queue where they are served, by keyed priority; ties go to the lower seat.
func (m *Market) queue(asked []Request) {
	order, sorter, shelf := *m.stream(draw.ServeOrder), &m.scratch.Sorter, shelfBits(len(asked))
	for i := range asked {
		key := order.Bits(uint64(draw.Person(uint32(asked[i].Customer), asked[i].Gen)))
		sorter.add(key&^math.MaxUint32|uint64(i), uint16(key>>(64-shelf)))
	}
	for _, key := range sorter.sorted(1 << shelf) {
		x := &asked[uint32(key)]
		q := &m.Queues[m.Model.Org.ServerOf(m.Customers.house(x.Customer), x.Product)]
		n := len(q.Rows)
		q.Rows = roomFor(q.Rows, 1)[:n+1]
		q.Rows[n] = *x
	}
}

// compact drops the served rows at the head.
func (q *Queue) compact() {
	n := copy(q.Rows, q.Rows[q.Head:])
	q.Rows, q.Head = q.Rows[:n], 0
}
