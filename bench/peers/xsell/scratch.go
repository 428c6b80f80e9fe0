package main

// room is how many a list holds, more than twice as many as customers.
const room = 2 * seats

// candidate is a customer whom a chance may concern and, in the lowest byte, the lane that says so.
type candidate uint32

func candidateOf(c, lane uint32) candidate { return candidate(c<<8 | lane) }

func (c candidate) seat() uint32 { return uint32(c) >> 8 % seats }
func (c candidate) lane() uint64 { return uint64(c) % lanes }

// list is candidates. Where luck decides who comes next one writes in any case and moves n on by 0 or 1: no branch to guess.
type list struct {
	who [room]candidate
	n   uint32
}

// all are those on the list.
func (l *list) all() []candidate { return l.who[:l.n] }

// leavers are customers who may leave, each with the uniform that decides, in units of 2^-32.
type leavers struct {
	who, luck [room]uint32
	n         uint32
}

// may lists c.
func (l *leavers) may(c uint32, luck uint64) {
	l.who[l.n%room], l.luck[l.n%room] = c, uint32(luck)
	l.n++
}

// scratch is a worker's room for one week of a market.
type scratch struct {
	shocks  [seats / 2]uint64        // of pairs: the lower 16 bits of both halves for need, the upper for trust
	chances [seats / perDraw]eight   // a lane for each customer
	offers  [sellers * perBook]eight // of each seller
	lists   [kinds][room]candidate   // by what the lane is for
	listed  [kinds]uint32            // how many
	again   list                     // candidates for needs with a lane of the others
	leave   leavers
	meet    list  // who may say yes to an offer
	before  Pairs // trust before the offer
	sold    [sellers]uint64
}

// all are those on the list for a kind.
func (x *scratch) all(kind int) []candidate { return x.lists[kind][:x.listed[kind]] }
