package draw

import "math"

// Cells returns how many of the 2^52 cells of [Stream.Uniform] lie below p: of the numbers it returns those below p are
// the ones whose bits, without the lowest twelve, are less. So whole numbers alone tell who is below a chance.
func Cells(p float64) uint64 {
	cells := float64(p*0x1p52) - 0.5 // exact wherever it is above 0
	if !(cells > 0) {
		return 0
	}
	return uint64(math.Ceil(min(cells, 0x1p52)))
}

// BelowAt is 1 if the uniform of the id that lies so far from 0, see [Stream.BitsAt], is below the chance of these
// [Cells], and 0 if not.
func (s Stream) BelowAt(z, cells uint64) uint64 { return (s.BitsAt(z)>>12 - cells) >> 63 }
