package stats

import "math"

// Confidence is the share of worlds in which a 95 % interval holds its mean.
const Confidence = 0.95

// moments holds the first three moments of n values. Sums run in the order of
// the values, so a series gives the same bytes each time.
type moments struct {
	n              int
	mean, sd, skew float64
}

// momentsOf returns mean, sample standard deviation and skewness g1 (the third
// central moment over the population deviation cubed). With n = 0 the mean is
// NaN; with n = 1 deviation and skewness are 0; values that are equal but for rounding give exactly the first and 0, 0.
func momentsOf(values []float64) moments {
	if len(values) == 0 {
		return moments{mean: math.NaN()}
	}
	if allEqual(values) {
		return moments{n: len(values), mean: values[0]}
	}
	n := float64(len(values))
	mean := sum(values) / n
	square, cube := 0.0, 0.0
	for _, v := range values {
		d := v - mean
		square += float64(d * d)
		cube += float64(d * d * d)
	}
	return moments{
		n:    len(values),
		mean: mean,
		sd:   math.Sqrt(square / (n - 1)),
		skew: cube / n / (square / n * math.Sqrt(square/n)),
	}
}

// Variance is that of a sample; 0 of one value and of equal ones.
func Variance(values []float64) float64 { sd := momentsOf(values).sd; return sd * sd }

// Skewness is g1: the third central moment over the population deviation cubed; 0 of one value and of equal ones.
func Skewness(values []float64) float64 { return momentsOf(values).skew }

func (m moments) standardError() float64 { return m.sd / math.Sqrt(float64(m.n)) }

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

// allEqual says whether all values are the same but for rounding.
func allEqual(values []float64) bool {
	largest := Largest(values)
	for _, v := range values {
		if !Same(v, values[0], largest) {
			return false
		}
	}
	return true
}

// defined returns the values that are numbers; undefined ones (NaN) are ratios
// whose denominator was zero.
func defined(values []float64) []float64 {
	kept := make([]float64, 0, len(values))
	for _, v := range values {
		if !math.IsNaN(v) {
			kept = append(kept, v)
		}
	}
	return kept
}
