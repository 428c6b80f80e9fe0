package main

import "xsell/sim/draw"

// A customer has one lane a week for needs, service and exit. In the first wantLanes of the 256 a need may arise or fade. Of
// the others the first serveLanes are for service, and the next exitLanes for those who leave without. For who is in the first,
// want draws a lane among those others.
const (
	wantLanes  = 16 // at least arise of all lanes
	leftLanes  = lanes - wantLanes
	serveLanes = 10        // at least ask of those that are left
	exitLanes  = 3         // at least (1-ask) exit of those that are left
	forNobody  = lanes - 1 // never one of these
)

// What a lane may be for.
const (
	forWant = iota
	forServe
	forExit
	kinds

	met = wantLanes + serveLanes + exitLanes // lanes that are for something
)

// kindOf says what a lane is for that is for something.
func kindOf(lane uint64) uint64 {
	return 2 - below(lane, wantLanes) - below(lane, wantLanes+serveLanes)
}

// endAt says where in lists.ends stands the end of the list for a lane.
var endAt = func() (x [lanes]uint8) {
	for lane := range x {
		x[lane] = uint8(endBits * kindOf(uint64(lane)))
	}
	return x
}()

// pick lists whom needs, service and exit may concern.
func pick(m *Market) {
	x := m.scratch
	n := listAll(m.chances(), met-1, &x.met)
	x.lists.clear()
	sortAll(x.met[:n], m, &x.chances, x.fine, &x.lists)
}

// listPlainly lists the places of the lanes that are at most the last one, and returns how many they are.
func listPlainly(chances []uint64, last uint8, who *[room]uint16) (n int) {
	for c := range uint64(perDraw * len(chances)) {
		who[n%room] = uint16(c)
		n += int(below(chances[c/perDraw]>>(c%perDraw*8)%lanes, uint64(last)+1))
	}
	return n
}

// sortPlainly draws for everybody in who and lists them by what their lanes are for.
func sortPlainly(who []uint16, m *Market, chances *[seats / perDraw]uint64, luck draw.Stream, x *lists) {
	for _, seat := range who {
		c := uint64(seat) % seats
		lane := chances[c/perDraw] >> (c % perDraw * 8) % lanes
		x.add(kindOf(lane), candidate{who: c<<8 | lane, luck: luck.Bits(m.person(c))})
	}
}

// bitsOf are the places of the bits of a byte, a byte each, and countOf says how many there are.
var bitsOf, countOf = func() (which [256]uint64, many [256]uint8) {
	for mask := range which {
		for bit := range uint64(8) {
			if mask>>bit&1 == 1 {
				which[mask] |= bit << (8 * many[mask])
				many[mask]++
			}
		}
	}
	return which, many
}()
