package stats

import "math"

// A difference of which a few worlds decide has resamples without any of them, next to no spread there and a t beyond all
// bounds. In the largest of all t it would widen every other interval too, so it is kept apart: the error is shared out over
// the differences (Bonferroni), those kept apart have their own shares of it, and the others theirs together.

// steps returns for each of several t statistics, given in resamples, how far out their limits lie so that all hold at once
// with probability 1 - alpha. sides is 2 where ts are of either sign, else 1; n is the number of worlds.
func steps(ts [][]float64, alpha float64, sides float64, n int) []float64 {
	all, apart, m := make([]float64, len(ts)), 0, float64(len(ts))
	if len(ts) == 0 {
		return nil
	}
	far := widest * tQuantile(1-alpha/(sides*m), n-1)
	largest, own := make([]float64, len(ts[0])), make([]float64, len(ts[0]))
	for b := range largest {
		largest[b] = math.Inf(-1)
	}
	for p := range ts {
		copy(own, ts[p])
		if step := critical(own, alpha/m); len(ts) > 1 && step > far {
			all[p] = step
			apart++
			continue
		}
		for b, t := range ts[p] {
			largest[b] = max(largest[b], t)
		}
	}
	if apart == len(ts) {
		return all
	}
	common := critical(largest, alpha*(m-float64(apart))/m)
	for p := range all {
		if all[p] == 0 {
			all[p] = common
		}
	}
	return all
}

// sizes are |t|, resample by resample.
func sizes(ts [][]float64) [][]float64 {
	all := make([][]float64, len(ts))
	for p, own := range ts {
		all[p] = make([]float64, len(own))
		for b, t := range own {
			all[p][b] = math.Abs(t)
		}
	}
	return all
}
