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

// number formats v with a fixed number of decimals and commas between thousands.
// Negative decimals round before the point: -3 to thousands.
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
	if decimals < 0 {
		unit := math.Pow(10, float64(-decimals))
		v, decimals = math.Round(v/unit)*unit, 0
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

// withUnit puts the unit after a number. A unit that starts with a digit, such as
// "0 to 1", is a scale.
func withUnit(s, unit string) string {
	switch {
	case unit == "":
		return s
	case unit[0] >= '0' && unit[0] <= '9':
		return s + " on a scale of " + unit
	}
	return s + " " + unit
}

// ofDifference is the unit of a difference of two numbers in a unit: a difference of percentages is in percentage points.
func ofDifference(unit string) string {
	if rest, percentage := strings.CutPrefix(unit, "%"); percentage {
		return "percentage points" + rest
	}
	return unit
}

// byUnit puts the unit after a difference.
func byUnit(s, unit string) string { return withUnit(s, ofDifference(unit)) }

// fromUnit marks the number from which a difference starts, where it would be taken for something else.
func fromUnit(s, unit string) string {
	if strings.HasPrefix(unit, "%") {
		return s + " %"
	}
	return s
}

// list joins words as a sentence does: "a, b and c"; with semicolons where a part
// has a comma of its own.
func list(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	comma := ", "
	if strings.Contains(strings.Join(words, ""), ",") {
		comma = "; "
	}
	return strings.Join(words[:n-1], comma) + " and " + words[n-1]
}

// plural counts things: "1 scenario", "3 scenarios".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return number(float64(n), 0) + " " + thing + "s"
}

// inWords writes a small number of things as a word: "four".
func inWords(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < 0 || n >= len(words) {
		return number(float64(n), 0)
	}
	return words[n]
}
