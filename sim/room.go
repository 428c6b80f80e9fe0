package sim

import "slices"

// borrow lends the market a worker's scratch, with room for its households and sellers.
func (m *Market) borrow(room *scratch) {
	m.scratch, m.due = room, &room.Due
	households, sellers, products := len(m.Customers.Here), len(m.Sellers.Unit), m.Model.Products()
	room.Due.fit(households)
	room.Births.tabulate(m.Model)
	m.payAttention()
	room.Needy.of, room.Needy.marks = nil, fit(room.Needy.marks, (households+63)/64)
	room.Lines = fit(room.Lines, sellers)
	for s := range room.Lines {
		room.Lines[s] = slices.Grow(room.Lines[s][:0], 256)
	}
	room.Sales.fit(sellers, products)
	room.Appeal, room.Weight, room.Waiting = fit(room.Appeal, products), fit(room.Weight, products), fit(room.Waiting, len(m.Queues))
	room.Rank, room.Requests = fit(room.Rank, households), fit(room.Requests, households)
	room.Sketches = fit(room.Sketches, households)
	room.Seen = fit(room.Seen, households+1) // one is written in vain behind those who are seen
	room.Scores = fit(room.Scores, households)
	room.Sorter.fit(households)
}

// cut makes columns of so many rows out of one piece of memory, which wastes less than a piece for each.
func cut[T any](n int, columns ...*[]T) {
	all := make([]T, n*len(columns))
	for i, column := range columns {
		*column = all[i*n : (i+1)*n : (i+1)*n]
	}
}

// fit returns at least n rows, those there are where they suffice; what stands in them means nothing.
func fit[T any](rows []T, n int) []T { return append(rows, make([]T, max(n-len(rows), 0))...) }

// growth is the part of a table by which it grows: a sixteenth keeps the room that is never used small.
const growth = 16

// roomFor returns a table with room for n rows more, itself where it has it.
func roomFor[T any](rows []T, n int) []T {
	if len(rows)+n <= cap(rows) {
		return rows
	}
	grown := make([]T, len(rows), len(rows)+n+len(rows)/growth)
	copy(grown, rows)
	return grown
}

// spare is how many rows more a table of so many should have room for at a close, so that the weeks until the next seldom
// have to make it.
func spare(rows int) int { return rows/(2*growth) + 32 }

// airTables makes room at a close in tables that have become tight.
func (m *Market) airTables() {
	x, l := &m.Customers.Holdings, &m.Leads
	x.Rows = roomFor(x.Rows, spare(len(x.Rows)))
	for u := range m.Queues {
		m.Queues[u].Rows = roomFor(m.Queues[u].Rows, spare(len(m.Queues[u].Rows)))
	}
	more := spare(len(l.Customer))
	l.Customer, l.Product, l.Seller, l.Finder = roomFor(l.Customer, more), roomFor(l.Product, more), roomFor(l.Seller, more), roomFor(l.Finder, more)
	l.Handoff, l.Source, l.Stage, l.Flags = roomFor(l.Handoff, more), roomFor(l.Source, more), roomFor(l.Stage, more), roomFor(l.Flags, more)
	l.Born, l.Due = roomFor(l.Born, more), roomFor(l.Due, more)
}
