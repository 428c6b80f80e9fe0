package draw

import (
	"math"
	"math/bits"
)

// One 64-bit draw a customer and week is cut into eight lanes of 8 bits. A lane is the coarse part of a uniform, enough
// to see that most customers do nothing; for the few others Refine adds the fine part from a stream of its own.

const (
	laneBits = 8
	lanes    = 1 << laneBits
	fineBits = 52 - laneBits
	low      = math.MaxUint64 / (lanes - 1) // the lowest bit of each lane
	top      = low << (laneBits - 1)        // the highest bit of each lane
)

// Lane returns one of the lanes 0 to 7 of a draw, as a number in [0, 255].
func Lane(bits uint64, lane uint) uint32 { return uint32(bits>>(laneBits*(lane&7))) & (lanes - 1) }

// Candidate reports whether the full uniform of a lane can be below bound. It
// never misses one that is; it passes at most 1/256 too many.
func Candidate(lane uint32, bound float32) bool {
	return float32(lane) < bound*lanes
}

// Refine returns the full uniform whose top 8 bits are the lane, strictly
// inside (0, 1) at the resolution of [Stream.Uniform]. The receiver's purpose
// must differ from the one the lane came from.
func (s Stream) Refine(lane uint32, id uint64) float64 {
	cell := uint64(lane)<<fineBits | s.Bits(id)>>(64-fineBits)
	return (float64(cell) + 0.5) * 0x1p-52
}

// Threshold returns the largest lane that is a [Candidate] for bound; 0 where none is, so that lane 0 may pass in vain.
func Threshold(bound float32) uint64 {
	x := bound * lanes
	if !(x > 1) {
		return 0
	}
	if x > lanes-1 {
		return lanes - 1
	}
	last := uint32(x)
	if float32(last) == x {
		last--
	}
	return uint64(last)
}

// Bound returns the largest bound with this threshold; there is none for the last one.
func Bound(threshold uint32) float32 {
	if threshold >= lanes-1 {
		return float32(math.Inf(1))
	}
	return float32(threshold+1) / lanes
}

// Whole is the whole of a lane in a word of eight.
func Whole(lane uint) uint64 { return At(lanes-1, lane) }

// At puts a threshold into its lane of a word of eight.
func At(threshold uint64, lane uint) uint64 { return threshold << (laneBits * (lane & 7)) }

// Passing compares the eight lanes of a draw with their thresholds at once: of each lane that is at most its threshold the
// highest bit is set; all other bits are 0. The lower seven bits of the threshold with 128, less those of the lane, never borrow,
// and come to 128 or more where those of the lane are at most the threshold's; they decide where the highest bits are the same.
func Passing(bits, thresholds uint64) uint64 {
	return (((thresholds|top)-bits&^top)&^(thresholds^bits) | thresholds&^bits) & top
}

// First is the lowest lane among those of [Passing], of which there must be one; x & (x - 1) is the others.
func First(passing uint64) uint { return uint(bits.TrailingZeros64(passing)/laneBits) & 7 }

// Passed is 1 if a lane is among those of [Passing] and 0 if not.
func Passed(passing uint64, lane uint) uint64 {
	return passing >> (laneBits*(lane&7) + laneBits - 1) & 1
}
