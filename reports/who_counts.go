package reports

import (
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// oneHappening is the least of outcomes of which any one counts, which nobody needs to be told.
const oneHappening = 0.5

// countsFrom says from which difference on an outcome counts, nothing where any whole one does.
func countsFrom(o results.TwinOutcome) string {
	if o.Least == oneHappening || o.Least == 0 {
		return ""
	}
	amount := number(o.Least, ownDigits(o.Least))
	switch {
	case o.Unit == "EUR":
		return "EUR\u00a0" + amount
	case strings.HasPrefix(o.Unit, "0 to"):
		return amount
	case o.Least == 1:
		return amount + "\u00a0" + strings.TrimSuffix(o.Unit, "s")
	}
	return amount + "\u00a0" + o.Unit
}

// ownDigits is how many decimals write a number as it is, four at most.
func ownDigits(x float64) int {
	for digits, scale := 0, 1.0; digits < 4; digits, scale = digits+1, 10*scale {
		if math.Abs(x*scale-math.Round(x*scale)) < 1e-9*scale {
			return digits
		}
	}
	return 4
}

// personal are the outcomes of a crowd that matter to the person and do not count from one happening on, with where they count.
func (v *whoView) personal(crowd string) (parts []string) {
	for _, o := range v.set.Outcomes {
		if from := countsFrom(o); o.Crowd == crowd && o.Person != results.Neither && from != "" {
			parts = append(parts, fmt.Sprintf("%s counts from %s on", lower(o.Title), from))
		}
	}
	return parts
}

// countsWords name the smallest differences that count.
func (v *whoView) countsWords() string {
	var parts []string
	for _, o := range v.set.Outcomes {
		if from := countsFrom(o); from != "" {
			parts = append(parts, fmt.Sprintf("%s of %s from %s on", lower(o.Title), o.Crowd, from))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "What counts as better or worse: " + strings.Join(parts, "; ") + "; all else from one on."
}
