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

// Threshold returns the largest lane that is a [Candidate] for bound; 0 where none is, so that lane 0 may pass in vain.
func Threshold(bound float32) uint64 {
	x := bound * (1 << laneBits)
	if !(x > 1) {
		return 0
	}
	if x > 1<<laneBits-1 {
		return 1<<laneBits - 1
	}
	top := uint32(x)
	if float32(top) == x {
		top--
	}
	return uint64(top)
}

// Always is the threshold that every lane passes.
const Always uint64 = 1<<laneBits - 1

// At puts a threshold into its lane of a word of four.
func At(threshold uint64, lane uint) uint64 { return threshold << (laneBits * (lane & 3)) }

// Passing compares the four lanes of a draw with their four thresholds at once: of each lane that is at most its
// threshold the highest bit is set, all other bits are 0.
func Passing(bits, thresholds uint64) uint64 {
	const top = 1<<(laneBits-1) | 1<<(2*laneBits-1) | 1<<(3*laneBits-1) | 1<<(4*laneBits-1)
	difference := (thresholds | top) - (bits &^ top) // per lane, without borrowing from the next
	return (thresholds&^bits | difference&^(thresholds^bits)) & top
}

// Passed reports whether a lane is among those of [Passing].
func Passed(passing uint64, lane uint) bool { return passing>>(laneBits*(lane&3)+laneBits-1)&1 == 1 }
