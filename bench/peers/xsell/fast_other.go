//go:build !amd64

package main

import "xsell/sim/draw"

// Other processors draw for one id and move, list and offer one customer after the other.

func fillFours([]uint64, uint64, uint64) (done int) { return 0 }

func driftAll(need, trust *States, fours int, luck draw.Stream) {
	driftPlainly(need, trust, fours, luck)
}

func listAll(lanes []uint64, last uint8, who *[room]uint16) (n int) {
	return listPlainly(lanes, last, who)
}

func sortAll(who []uint16, m *Market, lanes *[seats / perDraw]uint64, luck draw.Stream, x *lists) {
	sortPlainly(who, m, lanes, luck, x)
}

func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (sold, open int) {
	return offerPlainly(m, before, luck, first, able, who)
}
