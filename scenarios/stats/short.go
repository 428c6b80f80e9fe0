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

// Short returns how many worlds the most skewed of the differences asks for whose intervals reach out for one more world; 0
// where none does. With more worlds than that they do so too, less and less.
func (f *Family) Short() (most float64) {
	for _, c := range f.Comparisons {
		if c.Stretched() {
			most = max(most, WorldsForSkew(c.Skew))
		}
	}
	return most
}

// Stretched says whether the interval reaches out for one more world that lies farther out than all.
func (c Comparison) Stretched() bool { return c.unseen != 0 }
