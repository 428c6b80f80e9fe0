package stats

import (
	"math"
	"sort"
)

// WorldsFor returns about how many worlds make the interval, which is of n, reach no further than want on average of its two
// sides. Its standard errors fall as 1/√n, and the part that reaches out for a long tail faster: with farthest world and
// skewness as seen, what it adds to the mean and to the spread falls as 1/n, and from 25 g1² worlds on as 1/n². +Inf where nobody
// knows.
func (c Comparison) WorldsFor(n int, want float64) float64 {
	half := float64((c.High - c.Low) / 2)
	switch {
	case math.IsNaN(half) || math.IsInf(half, 0) || !(want > 0):
		return math.Inf(1)
	case !c.Stretched() || half <= want:
		return WorldsFor(n, half, want)
	}
	most := WorldsFor(n, half, want)
	if most > farthestLook {
		return most
	}
	return float64(n + 1 + sort.Search(int(most)-n-1, func(more int) bool { return c.halfOf(n, n+1+more) <= want }))
}

// farthestLook is how many worlds are looked for one by one; beyond it nobody asks.
const farthestLook = 1 << 40

// halfOf is half of the interval over other worlds than the n it is of.
func (c Comparison) halfOf(n, worlds int) float64 {
	se := c.SE * math.Sqrt(float64(n)/float64(worlds))
	d := Comparison{SE: se, unseen: math.Abs(c.unseen) * fade(c.Skew, float64(worlds)) / fade(c.Skew, float64(n))}
	return (d.upper(c.critical, worlds) - d.lower(c.critical, worlds)) / 2
}
