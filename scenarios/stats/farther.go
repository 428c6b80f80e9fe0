package stats

import "math"

// Worlds that have not shown the tail of a skewed difference cannot say how long it is: their mean lies too near to them, and
// their spread is too small, both at once. So an interval has to hold too if one more world came and lay farther out than all.

// farther is how many times as far from the mean as the farthest world the one that was not seen is taken to lie, at most.
const farther = 2

// unseen is how far from the mean of n worlds with skewness g1 one more of them is taken to lie, on the side of the long
// tail: farther times as far as the farthest on that side, and from 25 g1^2 worlds on (Cochran's rule) in proportion less.
// 0 where |g1| is at most 1, as it always is of three.
func unseen(gaps []float64, skew float64) float64 {
	n := float64(len(gaps))
	if !(math.Abs(skew) > skewLimit) {
		return 0
	}
	most := 0.0
	for _, gap := range gaps {
		if skew > 0 {
			most = max(most, gap)
		} else {
			most = min(most, gap)
		}
	}
	return float64(farther*most) * fade(skew, n)
}

// fade is how much of that distance is left with so many worlds.
func fade(skew, worlds float64) float64 { return min(1, cochran*float64(skew*skew)/worlds) }

// withUnseen returns mean and standard error of n worlds and one more so far from their mean.
func withUnseen(mean, se float64, n int, away float64) (float64, float64) {
	count := float64(n)
	squares := float64(float64(se*se)*count*(count-1)) + float64(float64(away*away)*count/(count+1))
	return mean + away/(count+1), math.Sqrt(squares / count / (count + 1))
}

// upper is the upper limit of the difference, so many standard errors from its mean.
func (c *Comparison) upper(critical float64, n int) float64 {
	limit := c.Mean + half(critical, c.SE)
	if c.unseen > 0 {
		mean, se := withUnseen(c.Mean, c.SE, n, c.unseen)
		limit = max(limit, mean+half(critical, se))
	}
	return limit
}

// lower is the lower limit.
func (c *Comparison) lower(critical float64, n int) float64 {
	limit := c.Mean - half(critical, c.SE)
	if c.unseen < 0 {
		mean, se := withUnseen(c.Mean, c.SE, n, c.unseen)
		limit = min(limit, mean-half(critical, se))
	}
	return limit
}
