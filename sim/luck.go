package sim

import (
	"xsell/agents"
	"xsell/sim/draw"
)

// person is the id of the household now on seat c.
func (m *Market) person(c agents.CustomerID) uint32 {
	return draw.Person(uint32(c), m.Customers.Gen[c])
}

// staff is the id of the seller now on seat s.
func (m *Market) staff(s agents.SellerID) uint32 {
	return draw.Person(m.Sellers.Key[s], m.Sellers.Gen[s])
}

// key of product p for luck.
func (m *Market) key(p agents.ProductID) uint32 { return m.Model.Market.Products[p].Key }

// stream is this market's luck for a purpose this week. A week's streams are made once, when first asked for.
func (m *Market) stream(p draw.Purpose) *draw.Stream {
	if x := &m.streams[p]; x.week == m.Week {
		return &x.Stream
	}
	return m.makeStream(p)
}

func (m *Market) makeStream(p draw.Purpose) *draw.Stream {
	m.streams[p] = weekly{m.World.Stream(p, m.Index, m.Week), m.Week}
	return &m.streams[p].Stream
}

// birth is this market's luck for traits, the same whenever somebody is born.
func (m *Market) birth(p draw.Purpose) *draw.Stream { return &m.births[p] }

// makeLuck makes the streams of births and of who looks after whom, and forgets those of any week.
func (m *Market) makeLuck() {
	m.assigns = make([]draw.Stream, len(m.start.Org.Units))
	for u := range m.assigns {
		m.assigns[u] = m.World.Stream(draw.Assign, m.Index, int32(m.start.Org.Units[u].Key))
	}
	for p := range m.births {
		m.births[p] = m.World.Stream(draw.Purpose(p), m.Index, birthWeek)
		m.streams[p].week = Never
	}
}

// weekly is a stream kept for its week.
type weekly struct {
	draw.Stream
	week int32
}
