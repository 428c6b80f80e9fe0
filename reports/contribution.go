package reports

import (
	"fmt"
	"strings"
)

const whaleID = "profit_whale"

// contributingIn are the replications whose curve is not zero throughout; a
// recorder writes zeros where the sum is not positive and shares have no meaning.
func contributingIn(bars map[bin]map[int]float64) map[int]bool {
	found := make(map[int]bool)
	for _, values := range bars {
		for r, v := range values {
			if v != 0 {
				found[r] = true
			}
		}
	}
	return found
}

// contributing keeps the bars of those replications.
func contributing(bars map[bin]map[int]float64) map[bin]map[int]float64 {
	kept, keep := make(map[bin]map[int]float64), contributingIn(bars)
	if len(keep) == 0 {
		return kept
	}
	for place, values := range bars {
		kept[place] = make(map[int]float64)
		for r, v := range values {
			if keep[r] {
				kept[place][r] = v
			}
		}
	}
	return kept
}

// leftOut counts the histories without a positive sum: " (3 of jump)", or nothing.
func (v *view) leftOut() string {
	var parts []string
	for _, s := range v.scenarios {
		all := make(map[int]bool)
		bars := v.bars[cell{s.Name, whaleID}]
		for _, values := range bars {
			for r := range values {
				all[r] = true
			}
		}
		if n := len(all) - len(contributingIn(bars)); n > 0 {
			parts = append(parts, fmt.Sprintf("%d of %s", n, s.Name))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
