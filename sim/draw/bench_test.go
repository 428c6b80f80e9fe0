package draw

import "testing"

var (
	sinkBits    uint64
	sinkFloat   float64
	sinkFloat32 float32
	sinkInt     int
	sinkStream  Stream
)

func TestDrawingAllocatesNothing(t *testing.T) {
	w := World{Seed: 1}
	weights := []float64{1, 2, 3}
	allocated := testing.AllocsPerRun(100, func() {
		s := w.Stream(Seek, 1, 2)
		sinkFloat = s.Uniform(3) + s.Refine(4, 5) + Normal(s.Uniform(6)) + LogNormal(0, 1, 0.3)
		sinkInt = s.Seat(7, 8) + s.SeatWeighted(9, weights) + Categorical(weights, 0.4) + Poisson(3, 0.6)
	})
	if allocated != 0 {
		t.Fatalf("drawing allocates %v times; loops over customers cannot afford it", allocated)
	}
}

func BenchmarkStream(b *testing.B) {
	b.ReportAllocs()
	w := World{Seed: 1}
	for i := int32(0); b.Loop(); i++ {
		sinkStream = w.Stream(Seek, 1, i)
	}
}

func BenchmarkBits(b *testing.B) {
	b.ReportAllocs()
	sum := uint64(0)
	for i := uint64(0); b.Loop(); i++ {
		sum ^= home.Bits(i)
	}
	sinkBits = sum
}

func BenchmarkUniform(b *testing.B) {
	b.ReportAllocs()
	for i := uint64(0); b.Loop(); i++ {
		sinkFloat = home.Uniform(i)
	}
}

func BenchmarkUniform32(b *testing.B) {
	b.ReportAllocs()
	for i := uint64(0); b.Loop(); i++ {
		sinkFloat32 = home.Uniform32(i)
	}
}

func BenchmarkEightLanes(b *testing.B) {
	b.ReportAllocs()
	passed := 0
	for i := uint64(0); b.Loop(); i++ {
		bits := home.Bits(i)
		for lane := range uint(8) {
			if Candidate(Lane(bits, lane), 0.01) {
				passed++
			}
		}
	}
	sinkInt = passed
}

func BenchmarkNormal(b *testing.B) {
	b.ReportAllocs()
	for i := uint64(0); b.Loop(); i++ {
		sinkFloat = Normal(home.Uniform(i))
	}
}

func BenchmarkSeatOfTwenty(b *testing.B) {
	b.ReportAllocs()
	for i := uint32(0); b.Loop(); i++ {
		sinkInt = home.Seat(i, 20)
	}
}
