package results

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// sample is a small set with every awkward value the tables must carry.
func sample() *Set {
	return &Set{
		Manifest: Manifest{
			Tool: "1.0", Scheme: 1, Command: []string{"xsell", "compare", "my plan.toml"},
			Seed: math.MaxUint64, Asked: 2, Finished: 2, Weeks: 26, WarmUp: 52, Close: 13,
			Scenarios: []Scenario{{
				Name: "silo", Title: "Silos", Source: "built-in", Sets: []string{"pay.fee=\"EUR 20\""},
				TOML: "[pay]\nfee = \"EUR 20\"\n", Assumptions: []string{"fee: assumed"},
			}},
		},
		Dictionary:             []Measure{{"churn", "Churn", "% a year", "ratio", Less, "Customers", "Leavers, \"net\" of\nreturns"}},
		Frames:                 []Frame{{"silo", 0, 12, "churn", 0.1}, {"silo", 1, 25, "churn", math.NaN()}},
		Outcomes:               []Outcome{{"silo", 0, "churn", 1.0 / 3}, {"silo", 1, "churn", -1e-300}},
		Summary:                []Row{{"silo", "churn", "% a year", 1, 2, 3, math.NaN(), math.NaN(), math.NaN(), "base", "t interval", ""}},
		Luck:                   []Luck{{"interlock", "churn", 0.5, math.Inf(1)}},
		Histograms:             []Histogram{{"silo", 0, "attainment", 0, 0.1, 7}},
		DistributionDictionary: []Distribution{{"attainment", "Attainment", "target reached", "share", "sellers", "…"}},
		Books:                  []Book{{"silo", 0, 12, "joined", 3}, {"silo", 0, 12, "profit", math.MinInt64}},
		BooksDictionary:        []Item{{"joined", "customers", false, "Customers who joined"}, {"profit", "EUR/1000", true, "Profit, \"net\""}},
	}
}

func written(t *testing.T, set *Set) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "deep", "out")
	require.NoError(t, Write(dir, set))
	return dir
}

func TestWhatIsWrittenReadsBackExactly(t *testing.T) {
	set := sample()
	back, err := Read(written(t, set))
	require.NoError(t, err)
	assert.True(t, math.IsNaN(back.Frames[1].Value), "an undefined value must come back undefined")
	// NaN differs from itself: compare the rest.
	back.Frames[1].Value, set.Frames[1].Value = 0, 0
	back.Summary, set.Summary = nil, nil
	assert.Equal(t, set, back)
}

func TestEveryNumberReadsBackToTheLastBit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64().Draw(t, "v")
		back, err := parseNumber(formatNumber(v))
		if err != nil || math.Float64bits(back) != math.Float64bits(v) && !math.IsNaN(v) {
			t.Fatalf("%v was written as %q and read as %v (%v)", v, formatNumber(v), back, err)
		}
	})
}

func TestAnyScenarioTextSurvivesTheManifest(t *testing.T) {
	for _, text := range []string{"", "a = 1\n", "a = '''x'''\n", "ends with '", "tab\tCR\r\nbell\a", "√ € \u2028"} {
		set := sample()
		set.Manifest.Scenarios[0].TOML = text
		back, err := Read(written(t, set))
		require.NoError(t, err, "%q", text)
		assert.Equal(t, text, back.Manifest.Scenarios[0].TOML)
	}
}

func TestScenarioStandsInTheManifestAsInItsOwnFile(t *testing.T) {
	manifest, err := os.ReadFile(filepath.Join(written(t, sample()), "manifest.toml"))
	require.NoError(t, err)
	assert.Contains(t, string(manifest), "toml = '''\n[pay]\nfee = \"EUR 20\"\n'''")
}

func TestSameSetGivesTheSameBytes(t *testing.T) {
	one, two := written(t, sample()), written(t, sample())
	entries, err := os.ReadDir(one)
	require.NoError(t, err)
	assert.Len(t, entries, 11, "one manifest and ten tables")
	for _, entry := range entries {
		a, errA := os.ReadFile(filepath.Join(one, entry.Name()))
		b, errB := os.ReadFile(filepath.Join(two, entry.Name()))
		require.NoError(t, errA)
		require.NoError(t, errB)
		assert.Equal(t, a, b, "%s differs between two writes of the same set", entry.Name())
	}
}

func TestHashIsThatOfTheTablesAlone(t *testing.T) {
	set, other := sample(), sample()
	other.Manifest.Command = []string{"another"}
	assert.Equal(t, set.Hash(), other.Hash(), "the manifest must not change the hash")
	other.Outcomes[0].Value = math.Nextafter(other.Outcomes[0].Value, 1)
	assert.NotEqual(t, set.Hash(), other.Hash(), "the last bit of one number must change the hash")
}

func TestChangedTableIsNoticed(t *testing.T) {
	dir := written(t, sample())
	path := filepath.Join(dir, "outcomes.csv")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(data), "0.33", "0.34", 1)), 0o644))
	_, err = Read(dir)
	assert.ErrorContains(t, err, "a file was changed after the run")
}

func TestDamagedFilesAreNamedWithTheirPlace(t *testing.T) {
	cases := []struct{ file, text, want string }{
		{"outcomes.csv", "scenario,replication,measure,value\nsilo,0,churn,much\n", `line 2: value: "much" is not a number`},
		{"outcomes.csv", "a,b\n", `the first line is "a,b", expected "scenario,replication,measure,value"`},
		{"luck.csv", "", "not written by this version"},
		{"manifest.toml", "seed = \"-1\"", "not a whole number"},
		{"manifest.toml", "sed = \"1\"", `unknown key "sed"`},
		{"manifest.toml", "seed = ", "manifest.toml"},
	}
	for _, c := range cases {
		dir := written(t, sample())
		require.NoError(t, os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o644))
		_, err := Read(dir)
		assert.ErrorContains(t, err, c.want)
		assert.ErrorContains(t, err, c.file)
	}
}

func TestMissingTableIsNamed(t *testing.T) {
	dir := written(t, sample())
	require.NoError(t, os.Remove(filepath.Join(dir, "luck.csv")))
	_, err := Read(dir)
	assert.ErrorContains(t, err, "luck.csv: no such file")
	_, err = Read(t.TempDir())
	assert.ErrorContains(t, err, "is not a results directory")
}
