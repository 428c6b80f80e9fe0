package reports

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/results"
)

// Where more than nine in ten are in the gap a histogram shows nothing: the quantiles are said instead.
func TestASpreadOfNearlyNothingIsSaidAndNotDrawn(t *testing.T) {
	set := twinSet()
	for part, value := range map[float64]float64{0.01: -90000, 0.05: -3, 0.25: 0, 0.75: 0, 0.95: 4, 0.99: 30} {
		set.Quantiles = append(set.Quantiles, results.TwinQuantile{Crowd: "sellers", Outcome: "pay", Part: part, Value: value})
	}
	set.Bars = append(set.Bars, results.TwinBar{Crowd: "sellers", Outcome: "pay", Low: -15, High: -5, Pairs: 1}, results.TwinBar{Crowd: "sellers", Outcome: "pay", Low: -5, High: 5, Pairs: 99})
	f := newWhoView(set).spreadFigure(pictureWidth)
	note := strings.ReplaceAll(f.note, "\u00a0", " ")
	assert.Contains(t, note, "Pay is not drawn, as 99 % of sellers differ by next to nothing: the middle half by 0 to 0 EUR, nine in ten by −3.00 to 4.00 EUR, all but one in fifty by −90,000 to 30.0 EUR.")
	assert.NotContains(t, f.alt, "Pay of sellers")
	assert.Contains(t, f.alt, "Needs met here of customers")
	set.Bars = set.Bars[3:]
	assert.Contains(t, newWhoView(set).spreadFigure(pictureWidth).missing, "Pay is not drawn")
}
