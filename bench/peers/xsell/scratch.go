package main

// room is how many a list holds, at most two for each customer of a market.
const room = 2 * seats

// candidate is a customer whom a chance may concern and, in the lowest byte, the lane that says so.
type candidate uint32

func candidateAt(c uint32, lane uint8) candidate { return candidate(c<<8 | uint32(lane)) }

func (c candidate) seat() uint32 { return uint32(c) >> 8 % seats }
func (c candidate) lane() uint64 { return uint64(c) % lanes }

// scratch is a worker's room for one week of a market.
type scratch struct {
	shocks  [seats / 2]uint64
	chances [seats / perDraw]eight
	offers  [sellers * perBook]eight
	lists   [kinds][room]candidate
	size    [kinds]uint32 // of the lists
	again   [room]candidate

	leave struct { // who may leave, each with the uniform that decides, in units of 2^-32
		who, luck [room]uint32
		n         uint32
	}

	meet   [room]candidate // who may say yes
	met    uint32          // how many
	before Pairs           // trust before the meeting
	sold   [sellers]int32
}

// all are those on the list of a kind.
func (x *scratch) all(kind int) []candidate { return x.lists[kind][:x.size[kind]] }
