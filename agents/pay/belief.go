package pay

// Future is a seller's belief about what a tally will still gain until its window ends:
// max(0, N(Mean, SD²)), in the tally's units. SD 0 (up to 1e-9) means certain; a negative Mean is allowed
// and makes any gain unlikely.
type Future struct{ Mean, SD float64 }

// belief is a tally now together with its future, ready for many questions.
type belief struct {
	at    float64 // tally so far; includes the future if that is certain
	mean  float64 // of the normal before it is cut at zero
	sd    float64 // 0: nothing uncertain is left
	perSD float64 // 1/sd, 0 if sd is 0
	own   Future  // as it was believed
	scale float64 // of the units, 1 for the tally's own
}

func believe(tally float64, f Future) belief {
	if f.SD <= slack { // also keeps 1/SD finite
		return belief{at: tally + max(0, f.Mean)}
	}
	return belief{tally, f.Mean, f.SD, 1 / f.SD, f, 1}
}

// times expresses the belief in another unit, of which scale > 0 make one old unit.
func (b *belief) times(scale float64) belief {
	return belief{float64(b.at * scale), float64(b.mean * scale), float64(b.sd * scale), b.perSD / scale, b.own, scale}
}

// gain is what the tally is expected to gain still: the mean of the normal cut at zero.
func (b *belief) gain() float64 {
	if b.sd == 0 {
		return 0
	}
	_, excess := above(float64(b.own.Mean * (1 / b.own.SD)))
	return float64(float64(b.own.SD*excess) * b.scale)
}

// final tells how the tally is expected to end if extra units were posted now: the chance that
// it reaches the line from, in [0, 1], and by how much it exceeds the line on average, counting
// nothing when it falls short [units].
func (b *belief) final(from, extra float64) (chance, beyond float64) {
	at := b.at + extra
	if reached(at, from) {
		return 1, at - from + b.gain()
	}
	if b.sd == 0 {
		return 0, 0
	}
	chance, excess := above(float64((at + b.mean - from) * b.perSD))
	return chance, float64(b.sd * excess)
}

// reaches returns the chance that the final tally reaches the line from, in [0, 1].
func (b *belief) reaches(from, extra float64) float64 {
	at := b.at + extra
	switch {
	case reached(at, from):
		return 1
	case b.sd == 0:
		return 0
	}
	return chanceAbove(float64((at + b.mean - from) * b.perSD))
}
