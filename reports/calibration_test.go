package reports

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// fitted is a calibration of two parameters, one of which the target knows.
func fitted() *results.Calibration {
	nan := math.NaN()
	return &results.Calibration{
		Manifest: results.CalibrationManifest{Title: "leaving", Points: 9, Rounds: 1, ObjectiveStart: 4, ObjectiveChosen: 0.25, Complete: true},
		Parameters: []results.Calibrated{
			{Parameter: "trust", What: "stay.trust", Unit: "log hazard", Source: "assumed", High: 4, Start: 0.8, Chosen: 0.8, Identified: 0.2},
			{Parameter: "exit", What: "market.exit", Unit: "per year", Low: 0.05, High: 0.4, Start: 0.135, Chosen: 0.2, Identified: 0.93},
		},
		Targets: []results.Confirmed{{Target: "R6", TargetLow: 2, TargetHigh: nan, Start: 1.5, Chosen: 2.1, FreshStart: 1.6, Confirmed: 2.05,
			ConfirmedLow: 2, ConfirmedHigh: 2.1, FreshVerdict: "met"}},
		Slopes: []results.Slope{
			{Parameter: "exit", Target: "R6", Slope: -1.25, SE: 0.1, Sure: true}, {Parameter: "exit", Target: "R7-two", Slope: 2, SE: 0.2, Sure: true},
			{Parameter: "trust", Target: "R6", Slope: 0.9, SE: 0.5}, {Parameter: "trust", Target: "R7", Slope: 0.05, SE: 0.001, Sure: true},
		},
	}
}

func TestTheTableOfACalibrationSaysWhatIsMetAndWhatIsKnown(t *testing.T) {
	var out strings.Builder
	require.NoError(t, CalibrationTable(&out, fitted()))
	for _, want := range []string{
		"leaving: 9 points tried, 1 rounds found a better one; objective 4 at the start, 0.25 at the chosen point.",
		"exit       market.exit  per year    0.05 to 0.4  0.135  0.2     93 %",
		"R6      at least 2  1.5    2.1     1.6                2.05 [2, 2.1]              met",
		"1 of 1 targets are met in fresh luck. 1 of 2 parameters are identified", "assumed: trust.",
	} {
		assert.Contains(t, out.String(), want)
	}
	cut := fitted()
	cut.Manifest.Complete = false
	assert.Contains(t, strings.ReplaceAll(CalibrationWords(cut), "\n", " "), "nothing here is confirmed")
}

func TestTheTableOfSlopesNamesWhatAnswersBeyondDoubt(t *testing.T) {
	lines := strings.Split(SensitivityTable(fitted()), "\n")
	assert.Equal(t, "| `exit` | 0.2 | 0.05 to 0.4 | R7-two +2.0 ± 0.4, R6 −1.2 ± 0.2 | 93 % | `market.exit` |", lines[2], "the best known first, the largest slope first")
	assert.Equal(t, "| `stay.trust` | 0.8 | 0 to 4 | none | 20 % | assumed |", lines[3], "neither what luck could give nor what is too small is named")
	var out strings.Builder
	require.NoError(t, Sensitivities(&out, fitted()))
	assert.Contains(t, out.String(), "exit        0.2    0.05 to 0.4  R7-two +2.0 ± 0.4, R6 −1.2 ± 0.2    93 %        market.exit\n", "a terminal shows aligned columns")
	assert.Contains(t, FittedTable(fitted()), "| exit | `market.exit` | 0.135 | 0.2 | per year | 93 % |")
}
