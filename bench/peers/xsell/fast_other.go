//go:build !amd64

package main

import "xsell/sim/draw"

// Other processors move, list and offer one customer after the other.

func driftAll(need, trust *States, fours int, luck draw.Stream) {
	driftPlainly(need, trust, fours, luck)
}

func listAll(lanes []uint64, x *lists) { listPlainly(lanes, x) }

func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (sold, open int) {
	return offerPlainly(m, before, luck, first, able, who)
}
