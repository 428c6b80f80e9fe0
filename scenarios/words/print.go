package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Describe names a TOML value in an error message: text in quotes, numbers as
// written in TOML, containers by their kind.
func Describe(value any) string {
	switch v := value.(type) {
	case string:
		return strconv.Quote(shorten(v))
	case float64:
		return describeFloat(v)
	case time.Time:
		return "a date or time"
	case map[string]any:
		return "a table"
	case []any, []map[string]any:
		return "a list"
	}
	return fmt.Sprint(value)
}

// maxShown is how many letters of a text an error message repeats.
const maxShown = 60

// shorten cuts a text to what an error message can carry.
func shorten(text string) string {
	letters := []rune(text)
	if len(letters) <= maxShown {
		return text
	}
	return string(letters[:maxShown]) + "..."
}

// describeFloat prints a number so that it cannot be mistaken for a whole one.
func describeFloat(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return strings.ToLower(strings.TrimPrefix(fmt.Sprint(x), "+"))
	}
	text := strconv.FormatFloat(x, 'g', -1, 64)
	if strings.ContainsAny(text, ".e") {
		return text
	}
	return text + ".0"
}

// decimal prints x × 10^shift without an exponent and without rounding: the
// shift moves the point in the digits.
func decimal(x float64, shift int) string {
	if x == 0 {
		return "0"
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	e, err := strconv.Atoi(exponent)
	if err != nil { // NaN and infinities, which no reader lets in
		return fmt.Sprint(x)
	}
	sign, digits := "", strings.Replace(mantissa, ".", "", 1)
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	return sign + placePoint(digits, e+shift+1)
}

// placePoint writes digits with the decimal point behind the given number of
// them, which may be negative or beyond the end.
func placePoint(digits string, point int) string {
	if point <= 0 {
		digits = strings.Repeat("0", 1-point) + digits
		point = 1
	}
	if point > len(digits) {
		digits += strings.Repeat("0", point-len(digits))
	}
	whole, rest := digits[:point], strings.TrimRight(digits[point:], "0")
	if rest == "" {
		return whole
	}
	return whole + "." + rest
}

// euros prints an amount with thousands commas. Three decimals get a fourth, so
// that the text cannot be mistaken for thousands.
func euros(x float64) string {
	whole, rest, _ := strings.Cut(decimal(math.Abs(x), 0), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if len(rest) == 3 {
		rest += "0"
	}
	if rest != "" {
		whole += "." + rest
	}
	if x < 0 {
		whole = "-" + whole
	}
	return "EUR " + whole
}

// plural prints a number with its unit: "1 week", "2 weeks".
func plural(x float64, unit string) string {
	if x == 1 {
		return "1 " + unit
	}
	return decimal(x, 0) + " " + unit + "s"
}
