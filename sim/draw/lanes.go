package draw

// One 64-bit draw a customer and week is cut into four lanes of 16 bits. A lane
// is the coarse part of a uniform, enough to see that most customers do nothing;
// for the few others Refine adds the fine part from a stream of its own.

const (
	laneBits = 16
	fineBits = 52 - laneBits
)

// Lane returns lane 0, 1, 2 or 3 of a draw, as a number in [0, 65535].
func Lane(bits uint64, lane uint) uint32 {
	return uint32(bits>>(laneBits*(lane&3))) & (1<<laneBits - 1)
}

// Candidate reports whether the full uniform of a lane can be below bound. It
// never misses one that is; it passes at most 2^-16 too many.
func Candidate(lane uint32, bound float32) bool {
	return float32(lane) < bound*(1<<laneBits)
}

// Refine returns the full uniform whose top 16 bits are the lane, strictly
// inside (0, 1) at the resolution of [Stream.Uniform]. The receiver's purpose
// must differ from the one the lane came from.
func (s Stream) Refine(lane uint32, id uint64) float64 {
	cell := uint64(lane)<<fineBits | s.Bits(id)>>(64-fineBits)
	return (float64(cell) + 0.5) * 0x1p-52
}
