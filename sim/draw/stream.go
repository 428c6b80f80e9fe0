package draw

// Stream is the luck for one purpose, market and week: 128 secret bits under
// which every id has its own draw. Two draws with the same stream and id are
// the same draw, so one decision needs one id. Take streams from
// [World.Stream] only: its cipher keeps their keys unrelated, while hand-made
// keys that differ in one bit give related draws.
type Stream struct{ K0, K1 uint64 }

// Bits returns the 64 bits of an id. Different ids never share their bits: the
// function permutes the 64-bit numbers. It is the SplitMix64 finaliser with a
// second key inside; with K1 = 0 it is SplitMix64 itself (Steele, Lea and Flood
// 2014).
func (s Stream) Bits(id uint64) uint64 { return s.BitsAt(s.K0 + Way(id)) }

// Way is how far ids lie from one another where [Stream.BitsAt] looks: that of a sum is the sum of theirs.
func Way(id uint64) uint64 { return id * spread }

// BitsAt is Bits of the id that lies K0 and its [Way] from 0. Who goes through many ids in steps adds the way of a step
// each time.
func (s Stream) BitsAt(z uint64) uint64 {
	if Counting {
		count()
	}
	z = (z ^ z>>30) * firstMix
	z ^= s.K1
	z = (z ^ z>>27) * secondMix
	return z ^ z>>31
}

// Uniform returns a number strictly inside (0, 1): the middle of one of 2^52
// equal cells, so that both it and 1 minus it are exact. (53 bits plus a half
// do not fit a float64 and would round up to 1.)
func (s Stream) Uniform(id uint64) float64 { return s.UniformAt(s.K0 + Way(id)) }

// UniformAt is Uniform of the id that lies so far from 0, see [Stream.BitsAt].
func (s Stream) UniformAt(z uint64) float64 {
	return float64((float64(s.BitsAt(z)>>12) + 0.5) * 0x1p-52)
}

// Uniform32 returns a multiple of 2^-24 strictly inside (0, 1); the cell at 0
// returns 2^-25. It is below p with probability p for every p on that grid.
func (s Stream) Uniform32(id uint64) float32 {
	if k := s.Bits(id) >> 40; k != 0 {
		return float32(k) * 0x1p-24
	}
	return 0x1p-25
}
