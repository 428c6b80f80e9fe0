package reports

import "xsell/scenarios/stats"

// wordsOf are the words of a row that a few worlds decide: there they may be less than its interval says. Elsewhere the
// interval says all.
func wordsOf(words, trust string) string {
	if trust == "" {
		return ""
	}
	return words
}

// besides is what a lever brings alone or last, with its interval where there is one.
func (m whyMeasure) besides(x, low, high float64) string {
	if !(high > low) {
		return m.signed(x)
	}
	return m.bracketed(x, low, high)
}

// fewDecide says whether a few worlds decide any interval that is shown.
func (v *whyView) fewDecide() bool {
	for _, m := range v.measures {
		if m.gap.Trust == stats.FewDecide {
			return true
		}
		for _, s := range m.shares {
			if s.Trust != "" {
				return true
			}
		}
	}
	return false
}
