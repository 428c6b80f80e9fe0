package draw

// Ids name who draws, never where somebody stands in a list. Each packing below
// is free of collisions as long as its parts stay inside the stated widths;
// higher bits are dropped. Do not mix two packings in one stream.

// Person returns the id of a customer or a seller inside a market: a seat (24
// bits, 16.7 million) and the generation of its occupant (8 bits, the 256th
// newcomer gets the id of the first again).
func Person(seat uint32, generation uint8) uint32 { return seat<<8 | uint32(generation) }

// Pair returns the id of a draw that a makes about b (32 bits each).
func Pair(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// Unordered returns the id of a draw that a and b share: the same both ways.
func Unordered(a, b uint32) uint64 { return Pair(min(a, b), max(a, b)) }

// Nth returns the id of the k-th draw (8 bits) that an agent (32 bits) makes
// about another thing (24 bits: a seat, a product, a unit) for one purpose in
// one week.
func Nth(agent, other uint32, k uint8) uint64 {
	return uint64(agent)<<32 | uint64(other<<8) | uint64(k)
}
