package bench

import (
	"math/bits"
	"time"

	"xsell/sim/draw"
)

const (
	drawsTimed  = 8_000_000
	bufferWords = 1 << 24 // 128 MiB, more than the caches of usual machines
	lineWords   = 8       // of a cache line of 64 bytes
)

// yardstick is the machine's own pace in one repetition [ns].
type yardstick struct{ integer, memory float64 }

// paces measures both, by the processor time they take. The buffer is the caller's, so that it is not part of the time.
func paces(buffer []uint64) (y yardstick) {
	begun := now()
	buffer[0] = chained(drawsTimed) // kept, so that no compiler can leave the work out
	y.integer = each(now()-begun, drawsTimed)
	begun = now()
	turn(buffer)
	y.memory = each(now()-begun, len(buffer)/lineWords)
	return y
}

// chained draws n times, each draw by the bits of the one before, so that they cannot overlap: four dependent steps of
// multiplication, shift and exclusive or, as for a household's week.
func chained(n int) (id uint64) {
	s := draw.World{}.Stream(draw.CustomerLuck, draw.Firm, 0)
	for range n {
		id = s.Bits(id)
	}
	return id
}

// turn reads and writes a buffer from end to end.
func turn(buffer []uint64) {
	for i := range buffer {
		buffer[i] = bits.RotateLeft64(buffer[i], 1) + 1
	}
}

// each is nanoseconds per operation.
func each(spent time.Duration, n int) float64 {
	return float64(spent.Nanoseconds()) / float64(max(n, 1))
}
