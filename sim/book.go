package sim

import (
	"slices"

	"xsell/agents"
	"xsell/sim/draw"
)

// assign gives every household a seller in every unit: by rendezvous, so that one seat more moves only its own
// customers. In teams the unit's seat follows from the team, so that one of each unit share the same customers.
func (m *Market) assign() {
	m.First, m.Seats = m.unitSeats()
	if m.Teams = 0; m.Model.Org.Teams {
		m.Teams = slices.Max(m.Seats)
	}
	m.Customers.Book = column(len(m.Customers.Here)*len(m.Seats), uint32(slices.Max(m.Seats)))
	for u, seats := range m.Seats {
		if seats == 0 {
			continue // nobody looks after anybody
		}
		luck, row := *m.assigning(u), u*len(m.Customers.Here)
		for c := range m.Customers.Here {
			m.Customers.Book.set(row+c, uint32(1+m.place(seats, agents.CustomerID(c), luck)))
		}
	}
}

// assigning is the luck by which unit u looks after households, the same all the time.
func (m *Market) assigning(u int) *draw.Stream {
	if m.Teams > 0 {
		return m.birth(draw.TeamAssign)
	}
	return &m.assigns[u]
}

// assigned is the seller of unit u who looks after household c.
func (m *Market) assigned(u int, c agents.CustomerID, luck *draw.Stream) agents.SellerID {
	if m.Seats[u] == 0 {
		return agents.Nobody
	}
	return agents.SellerID(m.First[u] + m.place(m.Seats[u], c, *luck))
}

// place is which of so many seats of a unit looks after household c: that of its team, or of the unit's own choice.
func (m *Market) place(seats int, c agents.CustomerID, luck draw.Stream) int {
	if m.Teams > 0 {
		return luck.Seat(uint32(c), m.Teams) % seats
	}
	return luck.Seat(uint32(c), seats)
}

// unitSeats returns the first seat of each unit and how many it has.
func (m *Market) unitSeats() (first, seats []int) {
	first, seats = make([]int, len(m.Model.Org.Units)), make([]int, len(m.Model.Org.Units))
	for s := len(m.Sellers.Unit) - 1; s >= 0; s-- {
		u := m.Sellers.Unit[s]
		first[u] = s
		seats[u]++
	}
	return first, seats
}

// book is the seller of unit u who looks after c, or Nobody.
func (m *Market) book(u agents.UnitID, c agents.CustomerID) agents.SellerID {
	place := m.Customers.Book.at(int(u)*len(m.Customers.Here) + int(c))
	if place == 0 {
		return agents.Nobody
	}
	return agents.SellerID(m.First[u] + int(place) - 1)
}

// enterBook puts c into the book of seller s of unit u, or of Nobody.
func (m *Market) enterBook(u int, c agents.CustomerID, s agents.SellerID) {
	place := uint32(0)
	if s != agents.Nobody {
		place = uint32(int(s) - m.First[u] + 1)
	}
	m.Customers.Book.set(u*len(m.Customers.Here)+int(c), place)
}
