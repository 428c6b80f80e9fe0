package stats

// LeastDiffering is how many worlds must differ from what most of them are before an interval of a mean is as sure as it
// says. Of a rare amount fewer than so many show too little of how often and how large it is.
const LeastDiffering = 25

// FewDecide is why an interval is not to be trusted, as tables print it.
const FewDecide = "a few worlds decide it"

// MostEqual is how many values are equal to one another but for rounding, at most. Undefined values must have been left out.
func MostEqual(values []float64) int {
	_, most := usual(values)
	return most
}

// usual is the value that is there most often, the first of several, and how often.
func usual(values []float64) (value float64, most int) {
	count := make(map[float64]int, len(values))
	for _, v := range Settled(values, Largest(values)) {
		if count[v]++; count[v] > most {
			value, most = v, count[v]
		}
	}
	return value, most
}

// few says whether a few values decide the interval of their mean: it was found so, or most are equal to one another and
// fewer than LeastDiffering are not. Of values that are all equal none decides.
func few(values []float64, method string) bool {
	most := MostEqual(values)
	return method == MethodSkewedT || 2*most > len(values) && most < len(values) && len(values)-most < LeastDiffering
}

// differing is how many values differ from what most of them are; 0 where no more than half are equal, or all.
func differing(values []float64) int {
	if most := MostEqual(values); 2*most > len(values) {
		return len(values) - most
	}
	return 0
}

// signsP is the p-value of the exact sign test of the values that are not 0, for both sides together, if more of them lie on
// the side of their mean; else 1. Where most values are equal, but not 0, and others lie beyond 0 from it, signs say nothing of the
// mean: a small loss in most worlds and a large gain in few may come to nothing.
func signsP(values []float64, mean float64) float64 {
	with, against := 0, 0
	for _, v := range values {
		switch {
		case v == 0:
		case v > 0 == (mean > 0):
			with++
		default:
			against++
		}
	}
	most, times := usual(values)
	if with <= against || 2*times > len(values) && most != 0 && against > 0 {
		return 1
	}
	return 2 * coinTail(with, with+against)
}

// Few says whether most worlds are equal in a difference and fewer than LeastDiffering are not: few worlds show neither how
// often nor how large a rare amount is.
func (c Comparison) Few() bool { return c.Differing > 0 && c.Differing < LeastDiffering }

// Doubtful says of a difference that a few worlds decide whether "more" or "less" may not be said all the same: it takes the
// exact sign test of the worlds that are not 0, at alpha divided by the size of the family (Bonferroni). Where most worlds
// differ by the same amount nothing may be said.
func (c Comparison) Doubtful(alpha float64, family int) bool {
	return c.Few() && c.signs > alpha/float64(max(1, family))
}

// Told is what the interval of a number of a family says.
func (c Comparison) Told(alpha float64, family int) string {
	switch {
	case c.Doubtful(alpha, family):
		return Unclear
	case c.Low > 0:
		return More
	case c.High < 0:
		return Less
	}
	return Unclear
}

// coinTail is the probability of k heads or more of n, for k > n/2.
func coinTail(k, n int) float64 {
	return binomialTail(k, n, 0.5, logWays(k, n))
}
