package main

// A customer has one lane a week for needs, service and exit. In the first wantLanes of the 256 a need may arise or fade. Of
// the others the first serveLanes are for service, and the next exitLanes for those who leave without. For who is in the first,
// want draws a lane among those others.
const (
	wantLanes  = 16 // at least arise of all lanes
	leftLanes  = lanes - wantLanes
	serveLanes = 10 // at least ask of those that are left
	exitLanes  = 3  // at least (1-ask) exit of those that are left
	forNobody  = lanes - 1
)

// pick lists whom needs, service and exit may concern.
func pick(m *Market) { listAll(m.chances(), &m.scratch.met) }

// listPlainly makes the lists one lane after the other.
func listPlainly(chances []uint64, x *lists) {
	x.wants, x.serves, x.exits = 0, 0, 0
	for c := range uint64(perDraw * len(chances)) {
		lane := chances[c/perDraw] >> (c % perDraw * 8) % lanes
		x.want[x.wants%room] = uint16(c)
		x.wants += below(lane, wantLanes)
		x.mayServe(c, lane)
	}
}

// mayServe lists c for service or for exit, if the lane is one for that.
func (x *lists) mayServe(c, lane uint64) {
	x.serve[x.serves%room], x.exit[x.exits%room] = uint16(c), uint16(c)
	x.serves += below(lane, wantLanes+serveLanes) - below(lane, wantLanes)
	x.exits += below(lane, wantLanes+serveLanes+exitLanes) - below(lane, wantLanes+serveLanes)
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
