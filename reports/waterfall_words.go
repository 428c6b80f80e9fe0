package reports

import (
	"fmt"
	"math"
	"strings"
)

// fallNote says what to see in a waterfall.
func (v *whyView) fallNote(m whyMeasure) string {
	var said []string
	if largest := m.shares[0]; largest.verdict != equal && largest.verdict != unclear && largest.verdict != nothere {
		said = append(said, fmt.Sprintf("The longest step is that of %s, %s.", largest.lever.Name,
			byUnit(m.bracketed(largest.shown, largest.Low, largest.High), m.Unit)))
	} else {
		said = append(said, "No step is clear: every interval holds the level at which its bar begins.")
	}
	if up, down := m.ways(); up > 0 && down > 0 && math.Abs(m.gap.Difference) < max(up, down)/2 {
		said = append(said, fmt.Sprintf("Steps in both directions cancel: %s up and %s down leave %s.",
			number(up, m.decimals), number(down, m.decimals), m.signed(m.difference)))
	}
	for _, s := range m.shares {
		if s.turns() {
			said = append(said, fmt.Sprintf("In other company %s works the other way: %s alone, %s on top of all others.",
				s.lever.Name, m.signed(s.Alone), m.signed(s.Last)))
			break // the largest of them will do
		}
	}
	if order := v.orderWords(m); order != "" {
		said = append(said, order)
	}
	return strings.Join(said, " ")
}

// turns says that a lever surely works one way alone and the other on top of all others: the intervals of both keep away
// from 0, on its two sides. Without intervals nothing is sure.
func (s whyShare) turns() bool {
	return s.AloneLow > 0 && s.LastHigh < 0 || s.AloneHigh < 0 && s.LastLow > 0
}

// ways are how far all steps up and all steps down go.
func (m whyMeasure) ways() (up, down float64) {
	for _, s := range m.shares {
		if s.shown > 0 {
			up += s.shown
		} else {
			down -= s.shown
		}
	}
	return up, down
}

// fallAlt tells a waterfall in words.
func (v *whyView) fallAlt(m whyMeasure) string {
	steps := make([]string, len(m.shares))
	for i, s := range m.shares {
		steps[i] = fmt.Sprintf("%s %s (alone %s, last %s)", s.lever.Name, m.bracketed(s.shown, s.Low, s.High), m.signed(s.Alone), m.signed(s.Last))
	}
	return fmt.Sprintf("Waterfall of %s. %s: %s. Then %s. %s: %s.", lower(m.Title), v.from(), withUnit(number(m.base, m.decimals), m.Unit),
		strings.Join(steps, "; "), v.to(), withUnit(number(m.other, m.decimals), m.Unit))
}
