package results

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestACalibrationIsReadAsItWasWritten(t *testing.T) {
	c := &Calibration{
		Parameters: []Calibrated{{Parameter: "exit", Kind: "set", What: "market.exit", Unit: "per year", Low: 0.1, High: 0.4, Start: 0.135, Chosen: 0.2}},
		Targets:    []Confirmed{{Target: "R6", Weight: 1, TargetLow: math.Inf(-1), Chosen: 2.2, FreshVerdict: "met"}},
		Slopes:     []Slope{{"exit", "R6", -0.5, 0.01, true}},
		Directions: []Direction{{1, 0.9, "exit", 1}},
		Trace:      []Trial{{1, 0, "start", 3, true, []float64{0.135}, []float64{1.9}}, {2, 1, "steps", 2, false, []float64{0.2}, []float64{math.NaN()}}},
		Texts:      map[string]string{"psychology.toml": "# none\n"},
	}
	c.Manifest = CalibrationManifest{Kind: Search, Constants: map[string]float64{"stay.trust": 0.7}, Assignments: []string{`market.exit="0.2 per year"`}}
	c.Manifest.SetInput("title = 'it''s'\n# quotes ''' of all kinds \"\"\"\n")
	dir := filepath.Join(t.TempDir(), "out")
	require.NoError(t, WriteCalibration(dir, c))
	read, err := ReadCalibration(dir)
	require.NoError(t, err)
	assert.Equal(t, c.Manifest, read.Manifest)
	assert.Equal(t, c.Parameters, read.Parameters)
	assert.Equal(t, c.Targets, read.Targets)
	assert.Equal(t, c.Slopes, read.Slopes)
	trace, err := os.ReadFile(filepath.Join(dir, "trace.csv"))
	require.NoError(t, err)
	assert.Equal(t, "number,round,stage,objective,kept,exit,R6\n1,0,start,3,true,0.135,1.9\n2,1,steps,2,false,0.2,\n", string(trace))
	text, err := os.ReadFile(filepath.Join(dir, "psychology.toml"))
	require.NoError(t, err)
	assert.Equal(t, "# none\n", string(text))
	require.Error(t, WriteCalibration(dir, c), "results are never overwritten")
	_, err = ReadCalibration(t.TempDir())
	require.ErrorContains(t, err, "holds no calibration")
}
