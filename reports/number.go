package reports

import (
	"math"
	"strconv"
	"strings"
)

// minus is the typographic one: as wide as a plus, and never broken off.
const minus = "−"

// unknown stands where there is no number.
const unknown = "–"

// mostDecimals is where small numbers stop: nobody decides on the seventh.
const mostDecimals = 6

// interval formats an estimate with its interval so that the interval shows two
// digits: "12.3 [8.1, 16.5]". Without an interval it is the estimate alone.
func interval(v, low, high float64) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return number(v, digitsOf(v))
	}
	d := digitsFor(v, low, high)
	return number(v, d) + " [" + number(low, d) + ", " + number(high, d) + "]"
}

// change is interval with a sign in front of the estimate.
func change(v, low, high float64) string {
	s := interval(v, low, high)
	if v > 0 {
		return "+" + s
	}
	return s
}

// plusMinus formats an estimate as mean and half the length of its interval.
func plusMinus(v, low, high float64) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return number(v, digitsOf(v))
	}
	d := digitsFor(v, low, high)
	return number(v, d) + " ± " + number((high-low)/2, d)
}

// digitsFor is the number of decimals at which an interval shows two digits.
func digitsFor(v, low, high float64) int {
	half := (high - low) / 2
	if !(half > 0) || math.IsInf(half, 0) {
		return digitsOf(v)
	}
	return decimals(half, 2)
}

// digitsOf is the number of decimals at which a number shows three digits.
func digitsOf(v float64) int { return decimals(v, 3) }

// decimals is how many to print so that v shows the given number of digits, in
// [0, mostDecimals].
func decimals(v float64, digits int) int {
	v = math.Abs(v)
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return min(max(digits-1-int(math.Floor(math.Log10(v))), 0), mostDecimals)
}

// number formats v with a fixed number of decimals and commas between thousands.
func number(v float64, decimals int) string {
	if math.IsNaN(v) {
		return unknown
	}
	if math.IsInf(v, 1) {
		return "∞"
	}
	if math.IsInf(v, -1) {
		return minus + "∞"
	}
	digits := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(digits, ".")
	out := thousands(whole)
	if fraction != "" {
		out += "." + fraction
	}
	if v < 0 && strings.Trim(digits, "0.") != "" {
		return minus + out
	}
	return out
}

// thousands puts a comma before every third digit from the right.
func thousands(whole string) string {
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole
}

// withUnit puts the unit after a number.
func withUnit(s, unit string) string {
	if unit == "" {
		return s
	}
	return s + " " + unit
}

// list joins words as a sentence does: "a, b and c".
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// plural counts things: "1 scenario", "3 scenarios".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return number(float64(n), 0) + " " + thing + "s"
}
