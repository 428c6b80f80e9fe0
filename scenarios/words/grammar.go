package words

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// grammar is how one word with a unit is written: prefix, number, unit.
type grammar struct {
	meaning Meaning
	prefix  string          // what stands before the number, "" for none
	units   map[string]unit // what may stand behind it; "" means nothing
}

// unit turns a written number into the base unit: number × 10^exp × mul / div.
// The power of ten is applied to the digits, so that "25 %" is exactly 0.25.
type unit struct {
	exp      int
	mul, div float64
}

// number is a decimal with optional thousands commas, at the start of a text.
var number = regexp.MustCompile(`^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`)

// germanThousands is a number such as 1.200, which a German reader takes for
// twelve hundred; with a currency in front it is refused rather than guessed.
var germanThousands = regexp.MustCompile(`^[-+]?[1-9]\d{0,2}\.\d{3}$`)

// read returns the base number of a TOML value, or an error that says what was
// found and what to write.
func (g grammar) read(value any) (float64, error) {
	switch v := value.(type) {
	case string:
		return g.readText(v)
	case int64, float64:
		if !g.meaning.Number {
			return 0, g.noUnit(fmt.Sprint(v), fmt.Sprint(v))
		}
		return plain(value, g.meaning.Want)
	}
	return 0, g.wrong(value)
}

// readText reads the quoted form.
func (g grammar) readText(text string) (float64, error) {
	rest := strings.Join(strings.Fields(strings.ReplaceAll(text, "/", " per ")), " ")
	rest, hasPrefix := strings.CutPrefix(rest, g.prefix)
	rest = strings.TrimSpace(rest)
	digits := number.FindString(rest)
	name := strings.TrimSpace(rest[len(digits):])
	if digits != "" && name == "" && (!hasPrefix || g.units[""].div == 0) {
		return 0, g.noUnit(strconv.Quote(text), digits)
	}
	u, known := g.units[name]
	if digits == "" || !known || !hasPrefix {
		return 0, g.wrong(text)
	}
	if g.prefix != "" && u.exp == 0 && germanThousands.MatchString(digits) {
		whole, decimals, _ := strings.Cut(digits, ".")
		return 0, fmt.Errorf("found %q, which can be read in two ways: write %s,%s for thousands or %s.%s0 for a fraction",
			text, whole, decimals, whole, decimals)
	}
	return g.scale(text, digits, u)
}

// scale turns digits and unit into the base number.
func (g grammar) scale(text, digits string, u unit) (float64, error) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "")+"e"+strconv.Itoa(u.exp), 64)
	base := n * u.mul / u.div
	if err != nil || math.IsInf(base, 0) {
		return 0, fmt.Errorf("found %q, which is too large, want %s", text, g.meaning.Want)
	}
	if g.meaning.Whole && base != math.Trunc(base) {
		return 0, fmt.Errorf("found %q, which is %.2f weeks, want %s", text, base, g.meaning.Want)
	}
	if g.meaning.Whole && math.Abs(base) > maxWhole {
		return 0, fmt.Errorf("found %q, which is too large, want %s", text, g.meaning.Want)
	}
	return base + 0, nil // + 0 turns -0 into 0
}

// maxWhole bounds whole words [base units], far beyond any horizon and far
// inside an int on every machine.
const maxWhole = 1e9

// noUnit is the error for a number that lacks its unit. It proposes the very
// number found, or the word's example where the number cannot be used.
func (g grammar) noUnit(found, digits string) error {
	model := g.meaning.Examples[0]
	proposal := number.ReplaceAllString(strings.TrimPrefix(model, g.prefix+" "), digits)
	if g.prefix != "" {
		proposal = g.prefix + " " + proposal
	}
	if _, err := g.readText(proposal); err != nil || number.FindString(digits) != digits {
		proposal = model
	}
	return fmt.Errorf("found %s without a unit, write %q", found, proposal)
}

// wrong is the error for everything that cannot be read.
func (g grammar) wrong(value any) error {
	return fmt.Errorf("found %s, want %s", Describe(value), g.meaning.Want)
}
