package stats

import "math"

// Names of methods, as tables print them.
const (
	MethodNone      = "no interval: fewer than two values"
	MethodEqual     = "all values equal"
	MethodUnseen    = "no interval: all differences seen are zero"
	MethodT         = "t interval"
	MethodBootstrap = "bootstrap-t, 1,999 resamples"
	MethodSkewedT   = "t interval, a few extreme values decide: read with care"
)

// Skewed distributions break the t interval: from this |skewness| on the
// bootstrap-t replaces it, where there are enough values to resample.
const (
	skewLimit   = 1
	leastToSkew = 10
	leastForSD  = 2

	// Where one or two worlds differ from all others, most resamples lose their spread and the bootstrap-t runs away,
	// beyond anything the measure can be. Past so many times the t interval's width the t interval is the better answer;
	// neither holds its coverage there, and the method's name says so.
	widest = 3
)

// Interval is a 95 % interval of the mean over worlds.
type Interval struct {
	Mean, Low, High float64
	SD              float64 // between replications, 0 for fewer than two
	N               int     // replications used
	Skew            float64 // g1
	Method          string  // one of the Method names
	Dropped         int     // replications left out because the value was undefined (NaN)
	Few             bool    // a few worlds decide the interval, which is then too narrow
}

// Summary returns the mean of the values and its 95 % interval: Student's t, or
// bootstrap-t when |skewness| > 1 and n >= 10. One value or none says nothing
// about others: the interval is then from -Inf to +Inf, with a mean of NaN for
// none. Equal values (at least two) give an interval of width zero.
func Summary(values []float64) Interval { return SummaryAt(values, Confidence) }

// SummaryAt is Summary at another confidence in (0, 1).
func SummaryAt(values []float64, confidence float64) Interval {
	kept := defined(values)
	m := momentsOf(kept)
	low, high, method := limits(kept, m, confidence)
	return Interval{
		Mean: m.mean, Low: low, High: high, SD: m.sd, N: m.n, Skew: m.skew,
		Method: method, Dropped: len(values) - len(kept), Few: few(kept, method),
	}
}

// limits returns the interval of the mean and how it was found.
func limits(values []float64, m moments, confidence float64) (low, high float64, method string) {
	switch {
	case m.n < leastForSD:
		return math.Inf(-1), math.Inf(1), MethodNone
	case m.sd == 0:
		return m.mean, m.mean, MethodEqual
	case math.Abs(m.skew) <= skewLimit || m.n < leastToSkew:
		low, high = tLimits(m, confidence)
		return low, high, MethodT
	}
	tLow, tHigh := tLimits(m, confidence)
	if low, high, ok := bootstrapT(values, m, confidence); ok && high-low <= widest*(tHigh-tLow) {
		return low, high, counted(MethodBootstrap, enough((1-confidence)/2))
	}
	return tLow, tHigh, MethodSkewedT
}

// tLimits is mean ± t s/√n with n-1 degrees of freedom.
func tLimits(m moments, confidence float64) (low, high float64) {
	half := float64(tQuantile((1+confidence)/2, m.n-1) * m.standardError())
	return m.mean - half, m.mean + half
}
