package stats

// LeastDiffering is how many worlds must differ from what most of them are before an interval of a mean is as sure as it
// says. Of a rare amount fewer than so many show too little of how often and how large it is.
const LeastDiffering = 25

// FewDecide is why an interval is not to be trusted, as tables print it.
const FewDecide = "a few worlds decide it"

// MostEqual is how many values are equal to one another, at most. Undefined values must have been left out.
func MostEqual(values []float64) (most int) {
	count := make(map[float64]int, len(values))
	for _, v := range values {
		count[v]++
		most = max(most, count[v])
	}
	return most
}

// few says whether a few values decide the interval of their mean: it was found so, or most are equal to one another and
// fewer than LeastDiffering are not. Of values that are all equal none decides.
func few(values []float64, method string) bool {
	most := MostEqual(values)
	return method == MethodSkewedT || 2*most > len(values) && most < len(values) && len(values)-most < LeastDiffering
}

// onOneSide says whether the exact sign test of the values that are not 0 finds more of them on one side than luck would
// have it, with a probability of error of 1 - confidence for both sides together: +1 or -1, or 0 where it does not.
func onOneSide(values []float64, confidence float64) int {
	up, down := 0, 0
	for _, v := range values {
		if v > 0 {
			up++
		} else if v < 0 {
			down++
		}
	}
	n, k := up+down, max(up, down)
	if 2*k == n || 2*coinTail(k, n) > 1-confidence {
		return 0
	}
	if up > down {
		return 1
	}
	return -1
}

// coinTail is the probability of k heads or more of n, for k > n/2.
func coinTail(k, n int) float64 {
	return binomialTail(k, n, 0.5, logWays(k, n))
}
