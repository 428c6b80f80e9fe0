package reports

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// golden compares words with testdata/name, or writes that file with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "%s has changed; if that is meant, run the tests with -update", path)
}

func TestWordsOfTheAnswer(t *testing.T) {
	for _, name := range []string{"usual", "alone", "same", "once"} {
		golden(t, "words-"+name+".txt", Words(synthetic(corners[name]))+"\n")
	}
}

func TestNothingRunIsSaid(t *testing.T) {
	assert.Equal(t, "No scenario was run.", Words(&results.Set{}))
	var out strings.Builder
	require.NoError(t, Short(&out, &results.Set{}, Terminal{}))
	assert.Equal(t, "No scenario was run.\n", out.String())
}

func TestMissingReplicationsAreSaid(t *testing.T) {
	set := synthetic(corners["two"])
	set.Manifest.Asked = 40
	assert.Contains(t, Words(set), "12 replications of 117 weeks (40 were asked for)")
}

func TestVerdictFollowsTheIntervalAndTheDictionary(t *testing.T) {
	nan := math.NaN()
	cases := []struct {
		difference, low, high float64
		good                  string
		want                  verdict
	}{
		{2, 1, 3, results.More, better},
		{2, 1, 3, results.Less, worse},
		{-2, -3, -1, results.Less, better},
		{-2, -3, -1, results.Neither, differs},
		{2, -1, 5, results.More, unclear},
		{2, 0, 5, results.More, unclear}, // an interval that touches zero claims nothing
		{0, 0, 0, results.More, equal},
		{2, nan, nan, results.More, unclear}, // one replication
		{nan, nan, nan, results.More, nothere},
	}
	for _, c := range cases {
		row := results.Row{Difference: c.difference, DifferenceLow: c.low, DifferenceHigh: c.high}
		assert.Equal(t, c.want, judge(row, c.good), "%v", c)
	}
}

func TestNumbersShowWhatTheirIntervalCanBear(t *testing.T) {
	nan := math.NaN()
	cases := []struct {
		v, low, high float64
		want         string
	}{
		{12.3456, 8.1, 16.5, "12.3 [8.1, 16.5]"},
		{12.3456, 4.1, 20.5, "12 [4, 20]"},
		{1234567, 1200000, 1270000, "1.235 [1.200, 1.270] M"},
		{48213.4, 47911, 48512, "48,210 [47,910, 48,510]"},
		{0.148, 0.002, 0.294, "0.148 [0.002, 0.294]"}, // 0.15 [0.00, 0.29] would look as if it touched zero
		{-0.5, -0.9, -0.1, "−0.50 [−0.90, −0.10]"},
		{0, 0, 0, "0 [0, 0]"},
		{7, nan, nan, "7.00"},
		{nan, nan, nan, "–"},
	}
	for _, c := range cases {
		assert.Equal(t, c.want, interval(c.v, c.low, c.high))
	}
	assert.Equal(t, "+2.0 [1.0, 3.0]", change(2, 1, 3))
	assert.Equal(t, "31.7 ± 0.9 M", plusMinus(31.7e6, 30.8e6, 32.6e6))
	assert.Equal(t, "0.58 [0.57, 0.81]", plusMinus(0.58, 0.57, 0.81), "a skewed interval has no single half")
	assert.Equal(t, "1,234,567", number(1234567, 0))
	assert.Equal(t, "0.0", number(-0.01, 1), "a rounded zero has no sign")
}

func TestDifferencesOfPercentagesAreInPoints(t *testing.T) {
	assert.Equal(t, "0.162 percentage points a year", byUnit("0.162", "% a year"))
	assert.Equal(t, "2 percentage points", byUnit("2", "%"))
	assert.Equal(t, "5 EUR", byUnit("5", "EUR"))
	assert.Equal(t, "9.813 %", fromUnit("9.813", "% a year"))
	assert.Contains(t, Words(synthetic(usual)), "percentage points a year from 7.82 %")
	assert.Contains(t, differences(newView(synthetic(usual))).note, "% of silo's value", "per cent of a base are no points")
}
