package document

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNumbersKeepEveryDigitAndTheUndefinedIsNull(t *testing.T) {
	for x, want := range map[float64]string{0.1: "0.1", 1.0 / 3: "0.3333333333333333", -2: "-2", 1e300: "1e+300", math.Inf(1): "null",
		math.Inf(-1): "null"} {
		text, err := json.Marshal(Number(x))
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
		if want == "null" {
			continue
		}
		var back Number
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, Number(x), back, "a number must read back to the last bit")
	}
	text, err := json.Marshal(Number(math.NaN()))
	require.NoError(t, err)
	assert.Equal(t, "null", string(text))
	var back Number
	require.NoError(t, json.Unmarshal(text, &back))
	assert.True(t, math.IsNaN(float64(back)))
}

func TestListsWithoutAnEntryAreListsAndNotNull(t *testing.T) {
	text, err := JSON(Comparison{Measures: []Measure{{}}})
	require.NoError(t, err)
	assert.NotRegexp(t, `"(words|scenarios|measures|effects|notes|command|values)": null`, string(text))
	assert.Contains(t, string(text), `"decision": null`, "what there is one of at most may be missing")
	assert.Contains(t, string(text), `"values": []`)
}

func TestTextsStandAsTheyAre(t *testing.T) {
	text, err := JSON(Text{TOML: "a < b & c → 50 %"})
	require.NoError(t, err)
	assert.Contains(t, string(text), "a < b & c → 50 %")
}

func TestEveryKindHasAVersionAFileAndASchemaOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds {
		assert.Regexp(t, regexp.MustCompile(`^xsell-[a-z]+/[1-9]$`), k.Version())
		assert.False(t, seen[k.File()], k.File())
		seen[k.File()] = true
		text, err := k.Schema()
		require.NoError(t, err)
		again, err := k.Schema()
		require.NoError(t, err)
		assert.Equal(t, string(text), string(again), "equal types give equal bytes")
		kept, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", k.File()))
		require.NoError(t, err, "make docs writes it")
		assert.Equal(t, string(kept), string(text), "%s is not up to date; if a field changed its meaning or went, raise the version", k.File())
	}
}
