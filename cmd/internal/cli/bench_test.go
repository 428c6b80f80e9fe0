package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// short makes a bench small enough for a test.
func short(words ...string) []string {
	return append([]string{"bench", "--scenario", "silo", "--customers", "500", "--weeks", "13", "--repeat", "1", "--set", "run.warm-up=13 weeks"}, words...)
}

func TestABenchPrintsFiguresAndKeepsThemInADirectory(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, short("--out", "speed")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "silo: 500 customers")
	assert.NotContains(t, out, "start of the program", "a test is not the program")
	assert.FileExists(t, "speed/phases.png")
	kept, failure := results.ReadBench("speed")
	require.NoError(t, failure)
	assert.Equal(t, Version, kept.Tool)
	refused(t, "it is not empty", "bench", "--out", "speed")
	refused(t, "--digest is for something else", "bench", "--sizes", "100", "--scenario", "silo", "--digest")
	refused(t, "--sizes 0: a size is a number of customers", "bench", "--sizes", "0", "--scenario", "silo")
	refused(t, "name it, as in --scenario national-bank", "bench", "--sizes", "100", "--scenario", "silo,interlock")
	refused(t, "0 repetitions", short("--repeat", "0")...)
	refused(t, "silow", short("--scenario", "silow")...)
}

func TestSizesWithoutAScenarioAreOfSilo(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, "bench", "--sizes", "200,400", "--weeks", "13", "--repeat", "1", "--set", "run.warm-up=13 weeks", "--json")
	require.Equal(t, Done, code, "nobody named two scenarios: %s", err)
	var b results.Bench
	require.NoError(t, json.Unmarshal([]byte(out), &b))
	require.Len(t, b.Sizes, 2)
	assert.Equal(t, "silo", b.Sizes[0].Name)
}

func TestABenchAsJSONIsOfItsSchema(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, short("--json")...)
	require.Equal(t, Done, code, err)
	var b results.Bench
	require.NoError(t, json.Unmarshal([]byte(out), &b))
	assert.Equal(t, results.BenchSchema, b.Schema)
	assert.Positive(t, b.Scenarios[0].Cost)
}

func TestARecordHoldsOrFails(t *testing.T) {
	elsewhere(t)
	code, _, err := call(t, short("--record", "ratio.toml")...)
	require.Equal(t, Done, code, err)
	code, out, err := call(t, "bench", "--against", "ratio.toml", "--margin", "1000")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "silo: a customer-week costs ")
	require.NoError(t, os.WriteFile("cheap.toml", []byte("schema = \""+results.BenchSchema+"\"\ncustomers = 500\nweeks = 13\nrepetitions = 1\n[ratios]\nsilo = 0.001\n"), 0o644))
	code, out, err = call(t, "bench", "--against", "cheap.toml", "--tries", "2")
	assert.Equal(t, Broken, code, "what has become dearer fails")
	assert.Contains(t, out, "(measurement 2)", "but not before it was measured again")
	assert.Contains(t, err, "% more than the 0.0 on record; 30 % are allowed")
	require.NoError(t, os.WriteFile("old.toml", []byte("schema = \"other\"\n"), 0o644))
	refused(t, "write it anew with xsell bench --record old.toml", "bench", "--against", "old.toml")
}

func TestAnInterruptedBenchSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, err bytes.Buffer
	for _, words := range [][]string{short(), {"bench", "--digest"}} {
		assert.Equal(t, Incomplete, Main(ctx, words, &out, &err), "%v: %s", words, err.String())
	}
	assert.Empty(t, out.String())
}

func TestOnlyTheProgramItselfIsStartedAgain(t *testing.T) {
	assert.Nil(t, startOf(nil, false))
	assert.Nil(t, startOf(&debug.BuildInfo{Path: "xsell/cmd/internal/docs"}, true))
	assert.NotNil(t, startOf(&debug.BuildInfo{Path: program}, true))
	assert.Nil(t, startOf(debug.ReadBuildInfo()), "a test that started itself would never end")
}
