package stats

import "math"

// Jackknifed is a value computed from all worlds together, such as a ratio of sums, with the standard error that
// leaving out one world after the other gives it (the delete-one jackknife: Efron and Tibshirani 1993, chapter 11). A
// world is the unit that is left out, because only worlds are independent.
//
// The standard error is right in the limit of many worlds for smooth functions of sums: ratios, products, logarithms. It
// is not for quantiles, and too wide or too narrow where a largest or smallest of several values changes its place from
// sample to sample. The value itself is not corrected for bias, which for a ratio falls as one over the worlds.
type Jackknifed struct {
	Value float64 // of all worlds; NaN where it is not defined
	SE    float64 // standard error; NaN where the value or one without a world is not defined, or with fewer than two worlds
	N     int     // worlds
}

// Jackknife takes the value of all worlds and those without the first, the second and so on. Undefined values are NaN;
// infinite ones count as undefined.
func Jackknife(all float64, without []float64) Jackknifed {
	j := Jackknifed{Value: all, SE: math.NaN(), N: len(without)}
	if math.IsInf(all, 0) {
		j.Value = math.NaN()
	}
	if len(without) < leastForSD || math.IsNaN(j.Value) {
		return j
	}
	n := float64(len(without))
	mean, square := sum(without)/n, 0.0
	for _, v := range without {
		square += float64((v - mean) * (v - mean))
	}
	if j.SE = math.Sqrt((n - 1) / n * square); math.IsInf(j.SE, 0) {
		j.SE = math.NaN()
	}
	return j
}

// Known says whether the value has a standard error.
func (j Jackknifed) Known() bool { return !math.IsNaN(j.SE) }

// Limits are the ends of the interval that holds what the value estimates with this confidence in (0, 1): the value
// give or take its standard error times Student's quantile with one degree of freedom less than worlds. NaN where there
// is no standard error.
func (j Jackknifed) Limits(confidence float64) (low, high float64) {
	return j.Above((1 - confidence) / 2), j.Below((1 - confidence) / 2)
}

// Above is the one-sided lower limit: what is estimated lies above it but for this chance in (0, 0.5).
func (j Jackknifed) Above(chance float64) float64 { return j.Value - j.reach(chance) }

// Below is the one-sided upper limit: what is estimated lies below it but for this chance in (0, 0.5).
func (j Jackknifed) Below(chance float64) float64 { return j.Value + j.reach(chance) }

func (j Jackknifed) reach(chance float64) float64 {
	if !j.Known() || j.SE == 0 {
		return j.SE
	}
	return float64(tQuantile(1-chance, j.N-1) * j.SE)
}
