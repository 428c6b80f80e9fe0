package reports

import "xsell/scenarios/results"

// wordsOf are the words of a row that a few worlds decide: there they may be less than its interval says. Elsewhere the
// interval says all.
func wordsOf(words, trust string) string {
	if trust == "" {
		return ""
	}
	return words
}

// beside is what a lever brings alone or last.
type beside struct {
	x, low, high float64
	trust        string
}

func (s whyShare) alone() beside { return beside{s.Alone, s.AloneLow, s.AloneHigh, s.AloneTrust} }

func (s whyShare) last() beside { return beside{s.Last, s.LastLow, s.LastHigh, s.LastTrust} }

// besides is it with its interval where there is one, marked where that is not to be trusted, or that none was seen.
func (m whyMeasure) besides(b beside, inert bool) string {
	if b.x == 0 && !(b.high > b.low) && !inert {
		return m.signed(b.x) + " none seen in " + plural(m.gap.Worlds, "world")
	}
	text := m.signed(b.x)
	if b.high > b.low {
		text = m.bracketed(b.x, b.low, b.high)
	}
	return text + doubt(results.Row{Trust: b.trust})
}

// brief is besides without the interval.
func (m whyMeasure) brief(b beside, inert bool) string {
	if b.x == 0 && !(b.high > b.low) && !inert {
		return "none seen"
	}
	return m.signed(b.x) + doubt(results.Row{Trust: b.trust})
}

// fewDecide says whether a few worlds decide any interval that is shown.
func (v *whyView) fewDecide() bool {
	for _, m := range v.measures {
		if m.gap.Trust != "" || m.gap.InteractionTrust != "" {
			return true
		}
		for _, s := range m.shares {
			if s.Trust != "" || s.AloneTrust != "" || s.LastTrust != "" {
				return true
			}
		}
	}
	return false
}
