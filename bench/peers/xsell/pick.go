package main

// A customer has one lane a week for needs, service and exit. In the first wantLanes of the 256 a need may arise or fade. Of
// the others the first serveLanes are for service, and the next exitLanes for those who leave without. For who is in the first,
// want draws a lane among those others.
const (
	wantLanes  = 16 // at least arise of all lanes
	leftLanes  = lanes - wantLanes
	serveLanes = 10 // at least ask of those that are left
	exitLanes  = 3  // at least (1-ask) exit of those that are left
)

// pick lists whom needs, service and exit may concern.
func pick(m *Market) {
	x, chances := m.scratch, m.chances()
	n := listAll(chances, wantLanes+serveLanes+exitLanes-1, &x.met)
	for n > 0 && int(x.met[n-1]) >= m.Customers {
		n-- // nobody
	}
	var want, serve, exit uint64
	for _, c := range x.met[:n] {
		c := uint64(c) % seats
		lane := laneOf(x.chances[:], c)
		x.want.who[want%room] = candidateOf(c, lane)
		x.serve.who[serve%room] = candidateOf(c, lane-wantLanes)
		x.exit.who[exit%room] = candidateOf(c, lane-wantLanes-serveLanes)
		first, second := below(lane, wantLanes), below(lane, wantLanes+serveLanes)
		want += first
		serve += second - first
		exit += 1 - second
	}
	x.want.n, x.serve.n, x.exit.n = want, serve, exit
}

// listPlainly is listAll one lane after the other.
func listPlainly(lanes []uint64, last uint8, who *[room]uint16) (n int) {
	for i := range uint64(perDraw * len(lanes)) {
		who[n%room] = uint16(i)
		n += int(1 - below(uint64(last), laneOf(lanes, i)))
	}
	return n
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
