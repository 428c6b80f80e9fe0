package draw

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Any keys, seats up to the last, all generations, thresholds of all heights, those of nobody and those of everybody among
// them: what the processor scans two seats at a time is to the last bit what it is one by one.
func TestAScanIsThatOfEverySeatByItself(t *testing.T) {
	luck := rand.New(rand.NewPCG(11, 1))
	for range 3000 {
		s, first := Stream{luck.Uint64(), luck.Uint64()}, uint32(luck.IntN(1<<24-Stretch+1))
		var generations [Stretch]uint8
		var thresholds [Stretch]uint64
		for i := range generations {
			generations[i] = uint8(luck.IntN(256) >> luck.IntN(9))
			for lane := range uint(8) {
				height := []uint64{0, 255, 127, 128, uint64(luck.IntN(256))}[luck.IntN(5)]
				if luck.IntN(3) == 0 { // just met, or just missed
					height = (uint64(Lane(s.Bits(uint64(Person(first+uint32(i), generations[i]))), lane)) + uint64(luck.IntN(3)) - 1) & 255
				}
				thresholds[i] |= At(height, lane)
			}
		}
		all := At(uint64(luck.IntN(3)), 4) | luck.Uint64()&luck.Uint64()&luck.Uint64()&-uint64(luck.IntN(2))
		var passing, plainly [8]uint64
		s.Scan(first, &generations, &thresholds, all, &passing)
		scanPlainly(s.K0+Way(uint64(Person(first, 0))), s.K1, &generations, &thresholds, all, &plainly)
		require.Equal(t, plainly, passing, "stream %x from seat %d on", s, first)
		for i := range generations {
			drawn := s.Bits(uint64(Person(first+uint32(i), generations[i])))
			for lane := range uint(8) {
				want := Lane(drawn, lane) <= Lane(thresholds[i]|all, lane)
				require.Equal(t, want, passing[lane]>>i&1 == 1, "lane %d of seat %d, generation %d", lane, first+uint32(i), generations[i])
			}
		}
	}
}

var sinkPassing [8]uint64

func BenchmarkScan(b *testing.B) {
	b.ReportAllocs()
	var generations [Stretch]uint8
	var thresholds [Stretch]uint64
	for first := uint32(0); b.Loop(); first += Stretch {
		home.Scan(first&(1<<20-1), &generations, &thresholds, 1, &sinkPassing)
	}
}
