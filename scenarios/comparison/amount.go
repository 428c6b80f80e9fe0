package comparison

import (
	"fmt"
	"regexp"
	"strings"

	"xsell/scenarios/decide"
	"xsell/scenarios/words"
	"xsell/sim/metric"
)

// amount reads a number in the unit of a measure: a plain number, text with the unit or what one would say for it, such as
// "EUR 5", "EUR 5 a year", "EUR 5 per customer" or "0.5 points"; or a share of the base, "2 % of the base".
func amount(value any, m *metric.Measure) (decide.Margin, error) {
	text, isText := value.(string)
	if !isText {
		var number words.Factor
		if err := number.UnmarshalTOML(value); err != nil {
			return decide.Margin{}, wanted(value, m)
		}
		return decide.Margin{Value: float64(number)}, nil
	}
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "/", " per ")), " ")
	share, ofBase := cutBase(text)
	if ofBase || strings.HasSuffix(text, "%") && !isPercent(m) {
		var s words.Share
		if err := s.UnmarshalTOML(share); err != nil {
			return decide.Margin{}, wanted(value, m)
		}
		return decide.Margin{Value: float64(s), OfBase: true}, nil
	}
	if number, bare := strings.CutSuffix(text, "%"); bare {
		number = strings.TrimSpace(number)
		return decide.Margin{}, fmt.Errorf("found %q, which can be read in two ways, as %s is in %s: write %s for so many points, or \"%s %% of the base\"",
			value, m.ID, m.Unit, number, number)
	}
	return inUnit(text, m, value)
}

// cutBase takes "of the base" off a text.
func cutBase(text string) (share string, cut bool) {
	for _, end := range []string{" of the base", " of base"} {
		if share, cut = strings.CutSuffix(text, end); cut {
			return share, true
		}
	}
	return text, false
}

func isPercent(m *metric.Measure) bool { return strings.HasPrefix(m.Unit, "%") }

// written is a number between a currency and what it is of.
var written = regexp.MustCompile(`^(EUR )?([-+]?[0-9][0-9.,]*)( million| billion)?(?: (.+))?$`)

// inUnit reads text with the unit of the measure.
func inUnit(text string, m *metric.Measure, value any) (decide.Margin, error) {
	parts := written.FindStringSubmatch(strings.Replace(text, "EUR", "EUR ", 1))
	if parts == nil {
		parts = written.FindStringSubmatch(text)
	}
	if parts == nil || parts[1] != "" && !inEuros(m) || !fits(parts[4], m) {
		return decide.Margin{}, wanted(value, m)
	}
	var money words.Money // which knows thousands and millions
	if err := money.UnmarshalTOML("EUR " + parts[2] + parts[3]); err != nil {
		return decide.Margin{}, err
	}
	return decide.Margin{Value: float64(money)}, nil
}

func inEuros(m *metric.Measure) bool { return strings.HasPrefix(m.Unit, "EUR") }

// fits says whether words behind a number say no more than the measure's unit does.
func fits(words string, m *metric.Measure) bool {
	if words == "" {
		return true
	}
	unit := strings.TrimSpace(strings.TrimPrefix(m.Unit, "EUR"))
	said := []string{unit, strings.Replace(unit, "a year", "per year", 1)}
	if isPercent(m) {
		said = append(said, "points", "percentage points")
	}
	if _, of, per := strings.Cut(m.ID, "_per_"); per {
		said = append(said, "per "+of)
		if m.PerYear {
			said = append(said, "per "+of+" and year", "per "+of+" a year", "per "+of+" per year")
		}
	}
	for _, s := range said {
		if s != "" && strings.EqualFold(words, s) {
			return true
		}
	}
	return false
}

// wanted is the error for what is no amount of a measure.
func wanted(value any, m *metric.Measure) error {
	example := "0.5"
	if inEuros(m) {
		example = strings.TrimSpace(`"EUR 5 ` + strings.TrimSpace(strings.TrimPrefix(m.Unit, "EUR")))
		example += `" or 5`
	}
	return fmt.Errorf("found %s, want an amount of %s in %s such as %s, or a share such as \"2 %% of the base\"",
		words.Describe(value), m.ID, unitOf(m), example)
}

func unitOf(m *metric.Measure) string {
	if m.Unit == "" {
		return "its unit"
	}
	return m.Unit
}
