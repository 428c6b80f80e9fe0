package stats

import (
	"fmt"
	"math"
)

// Words for a paired difference.
const (
	More      = "more"
	Less      = "less"
	Unclear   = "no clear difference"
	Unseen    = "no difference seen" // equal in all worlds seen, which other worlds need not be
	Identical = "identical"          // the same histories
)

// MethodConstant is the name of the method for differences that are the same in all worlds, but not 0, as tables print it.
const MethodConstant = "no interval: the same difference in all worlds"

// Difference compares two designs run in the same worlds: other minus base.
type Difference struct {
	Mean, Low, High float64 // 95 % interval of the mean difference
	SE              float64 // standard error of the mean difference
	N               int     // worlds used
	Words           string  // one of the words
	// VRF is how many times the variance of the difference shared luck saves:
	// (var base + var other) / var difference. +Inf when the difference never
	// varies; below 1 when sharing luck did harm; NaN with fewer than two worlds.
	VRF         float64
	Correlation float64 // of the two designs across worlds; NaN when one never varies
	Method      string  // one of the Method names
	Dropped     int     // worlds left out because a value was undefined (NaN)
	Few         bool    // a few worlds decide the interval, which is then too narrow
}

// Chance is the difference of designs that are equal in all worlds seen but lived different histories: there is nothing to
// tell by how far they differ elsewhere.
func (d Difference) Chance() Difference {
	if d.Words == Identical {
		d.Words, d.Low, d.High, d.Method = Unseen, math.Inf(-1), math.Inf(1), MethodUnseen
	}
	return d
}

// Paired compares designs world by world: base[r] and other[r] come from the
// same replication. The interval is Student's t on the differences; when their |skewness| > 1 and n >= 10 it reaches to either
// side as far as the farther of t and bootstrap-t. "more" and "less" mean that
// the interval excludes zero; where most differences are equal and fewer than LeastDiffering are not, the exact sign test
// of those that are not zero must say so too. The same difference in all worlds, but not 0, has no interval. "identical" means that all differences are exactly zero, in at least two
// worlds and with none left out; whether the designs lived the same histories only the caller knows (see Chance). It
// panics on series of different lengths.
func Paired(base, other []float64) Difference { return PairedAt(base, other, Confidence) }

// PairedAt is Paired at another confidence in (0, 1).
func PairedAt(base, other []float64, confidence float64) Difference {
	mustPair(base, other)
	bases, others := shared(base, other)
	gaps := Differences(bases, others)
	m := momentsOf(gaps)
	d := Difference{N: m.n, Mean: m.mean, Dropped: len(base) - m.n, SE: standardErrorOrNaN(m)}
	d.Low, d.High, d.Method = bothWays(gaps, m, confidence)
	d.Few = few(gaps, d.Method)
	d.Words = words(d, m.sd == 0 && m.mean == 0)
	if rare(gaps) && (d.Words == More || d.Words == Less) && signsP(gaps, d.Mean) > 1-confidence {
		d.Words = Unclear
	}
	d.VRF, d.Correlation = sharedLuck(momentsOf(bases), momentsOf(others), m)
	return d
}

// rare says whether most differences are equal and some are not, but fewer than LeastDiffering: then the sign test has to say
// so too, however the interval was found.
func rare(gaps []float64) bool { d := differing(gaps); return 0 < d && d < LeastDiffering }

// bothWays is limits for differences, whose tail may be that of either design: on the short side of the one that was seen the
// bootstrap-t lies nearer to the mean than Student's t, and errs there. The interval reaches as far as the farther of the two.
// Differences that are the same in all worlds, but not 0, have no spread to tell how far they are from it in others.
func bothWays(gaps []float64, m moments, confidence float64) (low, high float64, method string) {
	if m.n >= leastForSD && m.sd == 0 && m.mean != 0 {
		return math.Inf(-1), math.Inf(1), MethodConstant
	}
	low, high, method = limits(gaps, m, confidence)
	if m.n >= leastForSD && m.sd > 0 {
		tLow, tHigh := tLimits(m, confidence)
		low, high = min(low, tLow), max(high, tHigh)
	}
	return low, high, method
}

// shared returns the values of the worlds in which both designs have one.
func shared(base, other []float64) (bases, others []float64) {
	for r := range base {
		if !math.IsNaN(base[r]) && !math.IsNaN(other[r]) {
			bases, others = append(bases, base[r]), append(others, other[r])
		}
	}
	return bases, others
}

func mustPair(base, other []float64) {
	if len(base) != len(other) {
		panic(fmt.Sprintf("paired comparison of %d and %d replications: both designs must run in the same worlds",
			len(base), len(other)))
	}
}

// standardErrorOrNaN is NaN where one value or none gives no spread.
func standardErrorOrNaN(m moments) float64 {
	if m.n < leastForSD {
		return math.NaN()
	}
	return m.standardError()
}

// words is the verdict; equal says that all differences are exactly zero.
func words(d Difference, equal bool) string {
	switch {
	case equal && d.N >= leastForSD && d.Dropped == 0:
		return Identical
	case d.Low > 0:
		return More
	case d.High < 0:
		return Less
	}
	return Unclear
}

// sharedLuck returns the variance reduction factor and the correlation, from
// var(other - base) = var base + var other - 2 cov.
func sharedLuck(base, other, gaps moments) (vrf, correlation float64) {
	if gaps.n < leastForSD {
		return math.NaN(), math.NaN()
	}
	apart := float64(base.sd*base.sd) + float64(other.sd*other.sd)
	together := float64(gaps.sd * gaps.sd)
	correlation = math.NaN()
	if base.sd > 0 && other.sd > 0 {
		correlation = (apart - together) / (2 * base.sd * other.sd)
		correlation = math.Max(-1, math.Min(1, correlation)) // rounding
	}
	if together == 0 {
		return math.Inf(1), correlation
	}
	return apart / together, correlation
}
