package draw

// Fill draws for so many ids in a row: into[i] becomes the bits of first+i.
func (s Stream) Fill(into []uint64, first uint64) {
	z := s.K0 + Way(first)
	done := fillFours(into, z, s.K1)
	for i := done; i < len(into); i++ {
		into[i] = s.BitsAt(z + Way(uint64(i)))
	}
}
