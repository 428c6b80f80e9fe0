package twins

import (
	"math"

	"xsell/scenarios/stats"
)

// MethodCounted names the interval of shares: few persons in few worlds may be counted alike in most of them, so that the
// spread between worlds looks small by chance.
const MethodCounted = "the wider of t over worlds and Wilson's on the pooled count with a design effect"

// ends is a mean with an interval whose ends are undefined, and not infinite, where worlds say nothing about others: one
// world does not, nor do worlds that all say the same. Only where nothing can differ is 0 in all worlds 0 for sure.
func ends(values []float64, nothing bool) stats.Interval {
	x := stats.Summary(values)
	none := math.IsInf(x.Low, 0) || math.IsInf(x.High, 0) || math.IsNaN(x.Mean)
	if none || x.SD == 0 && !(nothing && x.Mean == 0) {
		x.Low, x.High = math.NaN(), math.NaN()
	}
	return x
}

// counted is how many of how many persons were counted in each world.
type counted struct {
	hits, persons []float64
}

func (c *counted) add(hits, persons int) {
	c.hits, c.persons = append(c.hits, float64(hits)), append(c.persons, float64(persons))
}

// share is the mean over worlds, with the wider of two intervals: that of a mean over worlds, and Wilson's on the pooled
// count, whose persons count for as many fewer as they are alike within their world (design effect of Kish 1965).
func (c *counted) share(nothing bool) stats.Interval {
	x := ends(c.shares(), nothing)
	if math.IsNaN(x.Low) || x.SD == 0 {
		return x
	}
	low, high := c.wilson()
	x.Low, x.High, x.Method = max(0, min(x.Low, low)), min(1, max(x.High, high)), MethodCounted
	return x
}

// limits are those of share, and Wilson's alone where worlds all say the same.
func (c *counted) limits() (low, high float64) {
	if x := c.share(false); !math.IsNaN(x.Low) {
		return x.Low, x.High
	}
	return c.wilson()
}

func (c *counted) shares() []float64 {
	shares := make([]float64, len(c.hits))
	for r := range shares {
		shares[r] = c.hits[r] / c.persons[r]
	}
	return shares
}

// pooled is the share of all persons of all worlds, and for how many independent persons they count.
func (c *counted) pooled() (share, persons float64) {
	hits := 0.0
	for r := range c.hits {
		hits, persons = hits+c.hits[r], persons+c.persons[r]
	}
	share = hits / persons
	worlds, between := float64(len(c.hits)), 0.0
	for r := range c.hits {
		apart := c.hits[r] - float64(share*c.persons[r])
		between += float64(apart * apart)
	}
	between *= worlds / (worlds - 1) // of the pooled count
	if alone := float64(persons*share) * (1 - share); between > alone {
		persons /= between / alone
	}
	return share, persons
}

// wilson is Wilson's 95 % interval of the pooled share.
func (c *counted) wilson() (low, high float64) {
	share, persons := c.pooled()
	const z = 1.959963984540054
	n := persons + float64(z*z)
	middle := (float64(share*persons) + float64(z*z/2)) / n
	half := z * math.Sqrt(float64(float64(share*(1-share))*persons)+float64(z*z/4)) / n
	return middle - half, middle + half
}

// less is the interval of one share less another of the same persons, nobody in both: the wider of t over worlds and
// the distances to either share's limits, added like standard errors with their correlation (MOVER, Zou and Donner 2008).
func (c *counted) less(other *counted, nothing bool) stats.Interval {
	net := make([]float64, len(c.hits))
	for r := range net {
		net[r] = (c.hits[r] - other.hits[r]) / c.persons[r]
	}
	x := ends(net, nothing)
	if math.IsNaN(x.Low) || x.SD == 0 {
		return x
	}
	b, w := stats.Summary(c.shares()).Mean, stats.Summary(other.shares()).Mean
	bLow, bHigh := c.limits()
	wLow, wHigh := other.limits()
	phi := -1.0
	if odds := float64((1 - b) * (1 - w)); odds > 0 {
		phi = -min(1, math.Sqrt(float64(b*w)/odds))
	}
	low := b - w - reach(b-bLow, wHigh-w, phi)
	high := b - w + reach(bHigh-b, w-wLow, phi)
	x.Low, x.High, x.Method = max(-1, min(x.Low, low)), min(1, max(x.High, high)), MethodCounted
	return x
}

func reach(a, b, phi float64) float64 {
	return math.Sqrt(max(0, float64(a*a)-float64(2*phi*float64(a*b))+float64(b*b)))
}
