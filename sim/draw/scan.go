package draw

// Stretch is how many seats [Stream.Scan] looks at.
const Stretch = 64

// The constants of [Stream.BitsAt], and the golden ratio by which ids are spread.
const (
	spread     = 0x9e3779b97f4a7c15
	firstMix   = 0xbf58476d1ce4e5b9
	secondMix  = 0x94d049bb133111eb
	spreadSeat = 0x3779b97f4a7c1500 // [Way] from a person to the same generation on the next seat, modulo 2^64
)

// Scan draws for those who sit on so many seats from the first on and compares the eight lanes of each with their thresholds,
// where one of them all lies over those of each. Passing becomes a word for each lane, of which bit i tells whether that of the
// i-th is at most its threshold.
func (s Stream) Scan(first uint32, generations *[Stretch]uint8, thresholds *[Stretch]uint64, all uint64, passing *[8]uint64) {
	scan(s.K0+Way(uint64(Person(first, 0))), s.K1, generations, thresholds, all, passing)
}

// scanPlainly is Scan one seat after the other, of which the first lies at z. Of eight neighbours the bits of a lane come to
// lie side by side.
func scanPlainly(z, k1 uint64, generations *[Stretch]uint8, thresholds *[Stretch]uint64, all uint64, passing *[8]uint64) {
	*passing = [8]uint64{}
	luck := Stream{K1: k1}
	for i := 0; i < Stretch; i += 8 {
		eight := uint64(0)
		for j := range 8 {
			drawn := luck.BitsAt(z + Way(uint64(generations[i+j])))
			eight |= Passing(drawn, thresholds[i+j]|all) >> (laneBits - 1) << j
			z += spreadSeat
		}
		for lane := range passing {
			passing[lane] |= eight >> (laneBits * lane) & (lanes - 1) << i
		}
	}
}
