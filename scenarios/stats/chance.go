package stats

import "math"

// Names of methods for chances, as tables print them.
const (
	MethodWilson   = "Wilson's score interval"
	MethodNewcombe = "Newcombe's interval for paired shares, from Wilson's"
)

// Chance returns how likely an event is, with Wilson's interval: a value is 0
// where it did not happen and whole (such as 100, for per cent) where it did. The
// interval lies within [0, whole] and does not collapse where the event happened
// in no world or in all. Fewer than two values say nothing, as in Summary.
func Chance(values []float64, whole float64) Interval { return ChanceAt(values, whole, Confidence) }

// ChanceAt is Chance at another confidence in (0, 1).
func ChanceAt(values []float64, whole, confidence float64) Interval {
	chance := Summary(values)
	if chance.N < leastForSD {
		return chance
	}
	share := wilson(defined(values), confidence)
	chance.Low, chance.High, chance.Method = whole*share.Low, whole*share.High, MethodWilson
	chance.Few = false
	return chance
}

// PairedChance is Paired for values as in Chance. The interval combines Wilson's
// of both designs with their correlation over worlds (Newcombe 1998, paired data,
// method 10). It does not collapse where no world shows a difference: what was never
// seen may still happen.
func PairedChance(base, other []float64, whole float64) Difference {
	return PairedChanceAt(base, other, whole, Confidence)
}

// PairedChanceAt is PairedChance at another confidence in (0, 1).
func PairedChanceAt(base, other []float64, whole, confidence float64) Difference {
	d := PairedAt(base, other, confidence)
	if d.N < leastForSD {
		return d
	}
	bases, others := shared(base, other)
	low, high := newcombe(wilson(bases, confidence), wilson(others, confidence), phi(bases, others))
	d.Low, d.High, d.Method, d.Few = whole*low, whole*high, MethodNewcombe, false
	d.Words = words(d, false)
	return d
}

// wilson counts events among defined values.
func wilson(values []float64, confidence float64) Estimate {
	return WilsonAt(events(values), len(values), confidence)
}

func events(values []float64) (n int) {
	for _, v := range values {
		if v > 0 {
			n++
		}
	}
	return n
}

// newcombe returns the limits of other - base, two shares of the same worlds with
// correlation phi: the distances to their own limits, added like standard errors.
func newcombe(base, other Estimate, phi float64) (low, high float64) {
	reach := func(a, b float64) float64 {
		return math.Sqrt(max(0, float64(a*a)-float64(2*phi*a*b)+float64(b*b)))
	}
	mean := other.Value - base.Value
	low = mean - reach(other.Value-other.Low, base.High-base.Value)
	high = mean + reach(other.High-other.Value, base.Value-base.Low)
	return low, high
}

// phi is the correlation of two events over the same worlds, a positive one with
// Newcombe's correction for continuity; 0 where one never varies.
func phi(base, other []float64) float64 {
	n, both := len(base), 0
	for r := range base {
		if base[r] > 0 && other[r] > 0 {
			both++
		}
	}
	b, o := events(base), events(other)
	spread := math.Sqrt(float64(b) * float64(n-b) * float64(o) * float64(n-o))
	if spread == 0 {
		return 0
	}
	together := float64(n*both - b*o) // n times the covariance's count: ad - bc
	if together > 0 {
		together = max(0, together-float64(float64(n)/2))
	}
	return together / spread
}
