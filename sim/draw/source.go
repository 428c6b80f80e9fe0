package draw

// Source reads a stream as a sequence: ids 0, 1, 2 and so on. It serves library
// code that wants a generator (math/rand/v2, gonum, golang.org/x/exp/rand) and
// is not for agents, whose draws must not depend on how many came before.
type Source struct {
	stream Stream
	next   uint64
}

// NewSource returns a source at the first draw of a stream.
func NewSource(s Stream) *Source { return &Source{stream: s} }

// Uint64 returns the next 64 bits.
func (s *Source) Uint64() uint64 {
	bits := s.stream.Bits(s.next)
	s.next++
	return bits
}

// Seed moves to the draw with the given number, so Seed(0) starts again. The
// stream itself never changes.
func (s *Source) Seed(draw uint64) { s.next = draw }
