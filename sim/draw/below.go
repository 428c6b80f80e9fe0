package draw

import "math"

// A uniform that is only compared with a chance known before need not become a floating-point number, nor a branch that
// luck decides: Cells turns the chance into a whole number once, Below compares with it.

// uniformBits are the bits of a draw that make a [Stream.Uniform].
const uniformBits = 52

// Cells is how many of the 2^52 values of a [Stream.Uniform] are below a chance: none at 0 and for NaN, all from 1 on.
func Cells(chance float64) uint64 {
	if !(chance > 0) {
		return 0
	}
	return uint64(math.Ceil(max(float64(min(chance, 1)*(1<<uniformBits))-0.5, 0))) // exact: cell k lies at k + 1/2
}

// Below is 1 where the uniform of these bits is below a chance of so many cells, and 0 where it is not.
func Below(bits, cells uint64) uint64 { return (bits>>(64-uniformBits) - cells) >> 63 }

// BelowAt is that of the id which lies so far from 0, see [Stream.BitsAt].
func (s Stream) BelowAt(z, cells uint64) uint64 { return Below(s.BitsAt(z), cells) }
