package reports

import "math"

// interval formats an estimate with its interval, to as many digits as half the
// interval has meaning: "12.3 [8.1, 16.5]". Without an interval it is the
// estimate alone. From a million on it counts in millions: "12.3 [8.1, 16.5] M".
func interval(v, low, high float64) string {
	e := scaled(v, low, high)
	if !e.known() {
		return number(e.v, e.decimals) + e.suffix
	}
	d := signed(e.decimals, e.low, e.high)
	return number(e.v, d) + " [" + number(e.low, d) + ", " + number(e.high, d) + "]" + e.suffix
}

// estimate formats the estimate alone, to as many digits as its interval allows.
func estimate(v, low, high float64) string {
	e := scaled(v, low, high)
	return number(e.v, e.decimals) + e.suffix
}

// change is interval with a sign in front of the estimate.
func change(v, low, high float64) string {
	s := interval(v, low, high)
	if v > 0 {
		return "+" + s
	}
	return s
}

// lopsided is how far an interval's sides may differ, as a share of its length,
// before "±" would misstate it.
const lopsided = 0.05

// plusMinus formats an estimate as mean and half the length of its interval, or
// with both ends where they are not equally far away.
func plusMinus(v, low, high float64) string {
	e := scaled(v, low, high)
	if !e.known() {
		return number(e.v, e.decimals) + e.suffix
	}
	if math.Abs(e.high+e.low-2*e.v) > lopsided*(e.high-e.low) {
		return interval(v, low, high)
	}
	return number(e.v, e.decimals) + " ± " + number((e.high-e.low)/2, e.decimals) + e.suffix
}

// estimated is an estimate with its interval, counted in units or in millions.
type estimated struct {
	v, low, high float64
	decimals     int
	suffix       string
}

// million is where numbers are counted in millions.
const million = 1e6

func scaled(v, low, high float64) estimated {
	e := estimated{v: v, low: low, high: high}
	if math.Abs(v) >= million && !math.IsInf(v, 0) {
		e = estimated{v: v / million, low: low / million, high: high / million, suffix: " M"}
	}
	e.decimals = digitsFor(e.v, e.low, e.high)
	return e
}

// known says whether there is an interval.
func (e estimated) known() bool { return !math.IsNaN(e.low) && !math.IsNaN(e.high) }

// mostDecimals is where small numbers stop: nobody decides on the seventh.
const mostDecimals = 6

// signed adds decimals until an end of an interval that is not zero does not look
// like zero: whether an interval touches zero is what it is read for.
func signed(d int, ends ...float64) int {
	const most = 2 // decimals to add; closer to zero than that is close enough
	for added := 0; added < most; added++ {
		for _, end := range ends {
			if end != 0 && !math.IsInf(end, 0) && math.Abs(end)*math.Pow(10, float64(d)) < 0.5 {
				d++
				break
			}
		}
	}
	return min(d, mostDecimals)
}

// smallLead is the leading digit below which half an interval keeps two digits:
// rounding 1.4 to 1 would lose too much, rounding 8.4 to 8 does not.
const smallLead = 5

// noLength is how short an interval is, as a share of the estimate, that comes of rounding alone.
const noLength = 1e-12

// digitsFor is the number of decimals at which half an interval shows one digit,
// or two when the first of them is small.
func digitsFor(v, low, high float64) int {
	half := (high - low) / 2
	if !(half > noLength*math.Abs(v)) || math.IsInf(half, 0) {
		return digitsOf(v)
	}
	if half/math.Pow(10, math.Floor(math.Log10(half))) < smallLead {
		return decimals(half, 2)
	}
	return decimals(half, 1)
}

// digitsOf is the number of decimals at which a number shows three digits.
// Whole numbers are kept whole.
func digitsOf(v float64) int { return max(0, decimals(v, 3)) }

// decimals is how many to print so that v shows the given number of digits, at
// most mostDecimals. Negative ones round to tens, hundreds and so on.
func decimals(v float64, digits int) int {
	v = math.Abs(v)
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return min(digits-1-int(math.Floor(math.Log10(v))), mostDecimals)
}
