package seller

// Experience is what a seller has seen become of the leads passed on.
type Experience struct {
	Chance        float64 // believed share of own leads that sign, in [0, 1]
	Ended, Signed int32   // own leads heard of this week: all, and those signed
}

// Learn moves the belief by what was heard this week, each lead with the given weight in [0, 1], and starts a new week. The
// leads of a week count alike in whatever order they ended; weight 0 leaves the belief as it is.
func (x *Experience) Learn(weight float64) {
	if x.Ended > 0 {
		keep := 1.0
		for range x.Ended {
			keep = float64(keep * (1 - weight))
		}
		x.Chance += float64((1 - keep) * (float64(x.Signed)/float64(x.Ended) - x.Chance))
	}
	x.Ended, x.Signed = 0, 0
}
