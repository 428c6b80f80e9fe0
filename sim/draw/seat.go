package draw

import "xsell/agents/num"

// Seat returns which of n seats a person belongs to, in [0, n), or -1 if there
// is none. Each seat bids for the person and the highest bid wins, so adding a
// seat moves people only to the new one, about 1 in n+1, and removing the last
// moves only its own (rendezvous hashing, Thaler and Ravishankar 1998).
func (s Stream) Seat(person uint32, n int) int {
	if n <= 0 {
		return -1
	}
	next := s.K0 + Way(Pair(person, 0))
	best, highest := 0, s.BitsAt(next)
	for j := 1; j < n; j++ {
		next += nextBid
		bid := s.BitsAt(next)
		if bid > highest {
			best = j
		}
		highest = max(highest, bid)
	}
	return best
}

// nextBid is the way from a seat's bid for a person to the next seat's.
var nextBid = Way(Pair(0, 1))

// SeatWeighted is Seat where seat j wins with probability proportional to
// weights[j]. Seats with a weight of 0 or less never win; if none is left it
// returns -1. Raising one weight moves people only to that seat.
func (s Stream) SeatWeighted(person uint32, weights []float64) int {
	best, earliest := -1, 0.0
	for j, weight := range weights {
		if weight <= 0 {
			continue
		}
		arrival := -num.Log(s.Uniform(Pair(person, uint32(j)))) / weight
		if best < 0 || arrival < earliest {
			best, earliest = j, arrival
		}
	}
	return best
}
