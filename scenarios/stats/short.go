package stats

import "math"

// cochran is the factor of Cochran's rule (1977): a mean of n values with skewness g1 is about normal from n = 25 g1^2 on.
const cochran = 25

// WorldsForSkew returns how many worlds a mean of values with this skewness asks for by Cochran's rule; 0 where |g1| is at
// most 1 and any number will do.
func WorldsForSkew(skew float64) float64 {
	if !(math.Abs(skew) > skewLimit) {
		return 0
	}
	return math.Ceil(cochran * float64(skew*skew))
}

// Short returns how many worlds the most skewed of the differences asks for, where there are fewer; else 0. Intervals then
// hold less often than they say.
func (f *Family) Short() float64 {
	most := 0.0
	for _, c := range f.Comparisons {
		most = max(most, WorldsForSkew(c.Skew))
	}
	if float64(f.N) >= most {
		return 0
	}
	return most
}
