package results

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestABenchIsReadAsItWasWritten(t *testing.T) {
	b := &Bench{Schema: BenchSchema, Tool: "test", Clock: "cpu", Repetitions: 3, Scenarios: []BenchScenario{{Name: "silo", Cost: 12.5,
		Parts: []BenchPart{{Name: "luck", Cost: 1.5, Share: 0.1, Ratio: 0.7}}}}}
	dir := filepath.Join(t.TempDir(), "speed")
	require.NoError(t, WriteBench(dir, b, map[string][]byte{"phases.svg": []byte("<svg/>")}))
	read, err := ReadBench(dir)
	require.NoError(t, err)
	assert.Equal(t, b, read)
	assert.FileExists(t, filepath.Join(dir, "phases.svg"))
	assert.ErrorContains(t, WriteBench(dir, b, nil), "not empty", "figures are never overwritten")
	_, err = ReadBench(t.TempDir())
	assert.ErrorContains(t, err, "holds no figures of speed")
	require.NoError(t, os.WriteFile(filepath.Join(dir, benchFile), []byte(`{"schema": "xsell-bench/0"}`), 0o644))
	_, err = ReadBench(dir)
	assert.ErrorContains(t, err, "schema xsell-bench/0, not "+BenchSchema)
}
