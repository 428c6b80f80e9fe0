package sim

// growth is the part of a table by which it grows: an eighth keeps the room that is never used small.
const growth = 8

// roomFor returns a table with room for n rows more, itself where it has it.
func roomFor[T any](rows []T, n int) []T {
	if len(rows)+n <= cap(rows) {
		return rows
	}
	grown := make([]T, len(rows), len(rows)+n+len(rows)/growth)
	copy(grown, rows)
	return grown
}

// loosenTables makes room at a close in tables that have become tight, so that the weeks until the next seldom have to.
func (m *Market) loosenTables() {
	x := &m.Customers.Holdings
	x.Rows = roomFor(x.Rows, len(x.Rows)/(2*growth))
}
