package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// calibration of the user's claims, small enough for a test.
const calibration = `title = "churn"
facts = ["mine.toml"]
[search]
seed = 1
worlds = 2
rounds = 1
confirm-seed = 2
[parameter.exit]
set = "market.exit"
low = "0.1 per year"
high = "0.9 per year"
[target.mine-missed]
`

// withCalibration writes claims and a calibration to them into an empty directory.
func withCalibration(t *testing.T) {
	t.Helper()
	withClaims(t)
	require.NoError(t, os.WriteFile("c.toml", []byte(calibration), 0o600))
}

func TestACalibrationLeavesWhatItFound(t *testing.T) {
	withCalibration(t)
	code, out, err := call(t, "calibrate", "c.toml", "--out", "here", "--apply")
	require.Equal(t, Done, code, "a missed target is an answer and not an error: %s", err)
	for _, want := range []string{"churn: ", "market.exit", "mine-missed", "0 of 1 targets are met in fresh luck", "directory: here", "build again"} {
		assert.Contains(t, out, want)
	}
	assert.Contains(t, err, "round 1, slopes: 1 of 1 points")
	for file, header := range map[string]string{
		"parameters.csv": "parameter,kind,what,unit,source,low,high,present,start,chosen,prior_sd,sd,identified\n",
		"jacobian.csv":   "parameter,target,slope,se,sure\n",
		"directions.csv": "direction,identified,parameter,loading\n",
		"trace.csv":      "number,round,stage,objective,kept,exit,mine-missed\n",
		"confirm.csv":    "target,title,unit,weight,aim,tolerance,target_low,",
		"base.toml":      "# The base bank.",
	} {
		text, failure := os.ReadFile(filepath.Join("here", file))
		require.NoError(t, failure)
		assert.True(t, strings.HasPrefix(string(text), header), "%s begins with %.120s", file, text)
	}
	set, failure := results.ReadCalibration("here")
	require.NoError(t, failure)
	assert.Equal(t, calibration, string(set.Manifest.Input), "the file stands in the results as it was")
	assert.Equal(t, []string{"xsell", "calibrate", "c.toml", "--apply"}, set.Manifest.Command)
	require.Len(t, set.Manifest.Assignments, 1)
	assert.Contains(t, set.Manifest.Assignments[0], "market.exit=")
	assert.Greater(t, set.Parameters[0].Chosen, 0.113, "more must leave to come nearer to 99 %")

	code, again, _ := call(t, "calibrate", "c.toml", "--quiet")
	require.Equal(t, Done, code)
	assert.Contains(t, again, "directory: "+filepath.Join("out", "calibrate-c-1"))
	other, failure := results.ReadCalibration(filepath.Join("out", "calibrate-c-1"))
	require.NoError(t, failure)
	assert.Equal(t, set.Parameters, other.Parameters, "the same file gives the same values")
}

func TestSensitivityIsATableOfSlopes(t *testing.T) {
	withCalibration(t)
	code, out, err := call(t, "calibrate", "c.toml", "--sensitivity", "--out", "here", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Empty(t, err)
	assert.Contains(t, out, "exit       0.113  0.1 to 0.9  none", "a terminal shows aligned columns")
	table, failure := os.ReadFile("here/sensitivity.md")
	require.NoError(t, failure)
	assert.Contains(t, string(table), "| `exit` | 0.113 | 0.1 to 0.9 | none |", "the file is Markdown")
	slopes, failure := os.ReadFile("here/sensitivity.csv")
	require.NoError(t, failure)
	assert.Len(t, strings.Split(strings.TrimSpace(string(slopes)), "\n"), 2)
}

func TestACalibrationThatCannotBeMeantIsRefused(t *testing.T) {
	withCalibration(t)
	refused(t, "takes one file", "calibrate")
	refused(t, "no such file", "calibrate", "nothing.toml")
	refused(t, "--workers -1", "calibrate", "c.toml", "--workers", "-1")
	refused(t, "--out is empty", "calibrate", "c.toml", "--out", "")
	refused(t, "use one of them", "calibrate", "c.toml", "--apply", "--sensitivity")
	refused(t, "it is the directory you are in", "calibrate", "c.toml", "--out", ".")
	require.NoError(t, os.WriteFile("bad.toml", []byte(strings.Replace(calibration, "seed", "sede", 1)), 0o600))
	refused(t, `bad.toml:4:1: search.sede: unknown key "sede"; did you mean "seed"?`, "calibrate", "bad.toml")
	all, _, _ := strings.Cut(calibration, "[parameter.exit]")
	require.NoError(t, os.WriteFile("all.toml", []byte("all-constants = true\n"+all+"[target.mine-missed]\n"), 0o600))
	refused(t, "it names no parameter", "calibrate", "all.toml")
}

func TestAStoppedCalibrationSaysWhatItKept(t *testing.T) {
	withCalibration(t)
	ctx, stop := context.WithCancel(t.Context())
	notes := stopAt{stop: stop, at: "slopes: 0"}
	var out bytes.Buffer
	code := Main(ctx, []string{"calibrate", "c.toml", "--out", "here"}, &out, &notes)
	assert.Equal(t, Incomplete, code)
	assert.Contains(t, notes.String(), "interrupted: the points that were judged are kept in here")
	set, err := results.ReadCalibration("here")
	require.NoError(t, err)
	assert.False(t, set.Manifest.Complete)
	assert.Contains(t, out.String(), "was stopped before its end")
}

// stopAt cancels when it is told something.
type stopAt struct {
	bytes.Buffer
	stop context.CancelFunc
	at   string
}

func (s *stopAt) Write(text []byte) (int, error) {
	if strings.Contains(string(text), s.at) {
		s.stop()
	}
	return s.Buffer.Write(text)
}
