//go:build !amd64

package main

// Other processors move, list and offer one customer after the other.

func driftAll(need, trust *States, shocks []uint64) { driftPlainly(need, trust, shocks) }

func listAll(lanes []uint64, last uint8, who *[room]uint16) (n int) {
	return listPlainly(lanes, last, who)
}

func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (n int) {
	return offerPlainly(m, before, luck, first, able, who)
}
