package pay

// Future is a seller's belief about what a tally will still gain until its window ends:
// max(0, N(Mean, SD²)), in the tally's units. SD 0 means certain; a negative Mean is allowed
// and makes any gain unlikely.
type Future struct{ Mean, SD float64 }

// belief is a tally now together with its future, ready for many questions.
type belief struct {
	at   float64 // tally so far; includes the future if that is certain
	mean float64 // of the normal before it is cut at zero
	sd   float64 // 0: nothing uncertain is left
	gain float64 // expected gain, mean of the normal cut at zero
}

func believe(tally float64, f Future) belief {
	if f.SD <= 0 {
		return belief{at: tally + max(0, f.Mean)}
	}
	return belief{tally, f.Mean, f.SD, float64(f.SD * excess(f.Mean/f.SD))}
}

// times expresses the belief in another unit, scale > 0 of which make one old unit.
func (b *belief) times(scale float64) belief {
	return belief{float64(b.at * scale), float64(b.mean * scale), float64(b.sd * scale), float64(b.gain * scale)}
}

// reaches returns the chance that the final tally reaches the line from, in [0, 1],
// if extra units were posted now.
func (b *belief) reaches(from, extra float64) float64 {
	at := b.at + extra
	if reached(at, from) {
		return 1
	}
	if b.sd == 0 {
		return 0
	}
	return above((at + b.mean - from) / b.sd)
}

// beyond returns by how much the final tally is expected to exceed the line from, counting
// nothing when it falls short, if extra units were posted now [units].
func (b *belief) beyond(from, extra float64) float64 {
	at := b.at + extra
	if at >= from {
		return at - from + b.gain
	}
	if b.sd == 0 {
		return 0
	}
	return float64(b.sd * excess((at+b.mean-from)/b.sd))
}

// stretches returns by how much extra units raise beyond(from): all of extra where the line
// is already crossed.
func (b *belief) stretches(from, extra float64) float64 {
	if b.at >= from && b.at+extra >= from {
		return extra
	}
	return b.beyond(from, extra) - b.beyond(from, 0)
}
