package reports

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// selectedSet is a selection of silo; interlock was dropped nearer to it than matters.
func selectedSet() *results.Set {
	set := synthetic(usual)
	set.Manifest.Selection = &results.Selection{Measure: "profit_per_customer", Better: results.More, Delta: 5, Confidence: 0.95, Settled: true, Selected: "silo", Worlds: 90, Shared: 30}
	c := func(name, fate, by string, behind float64) results.Contestant {
		return results.Contestant{Scenario: name, Measure: "profit_per_customer", Fate: fate, By: by, Worlds: 30, Behind: behind, Margin: 0.5, Mean: 130 - behind}
	}
	set.Contestants = []results.Contestant{c("silo", results.Selected, "", math.NaN()), c("interlock", results.DroppedOut, "silo", 0.9), c("group-retail", results.DroppedOut, "silo", 20)}
	return set
}

func TestASelectionNamesThoseThatWereAsGoodAsTheBest(t *testing.T) {
	set := selectedSet()
	assert.Equal(t, "silo is selected in profit per customer (more is better); interlock was within 5 EUR a year of it.", Answer(set))
	set.Contestants[2].By, set.Contestants[2].Behind = "interlock", 1
	assert.Equal(t, "silo is selected in profit per customer (more is better); interlock was within 5 EUR a year of it; group-retail was within 5 EUR a year of interlock.", Answer(set))
	set.Contestants[1].Behind, set.Contestants[2].Behind = 5, 9
	assert.Equal(t, "silo is selected in profit per customer (more is better).", Answer(set))
	assert.Contains(t, shortOf(t, set, Terminal{Width: 120}), "worlds  mean, EUR a year", "a mean without its unit is no number")
	page, err := os.ReadFile(filepath.Join(rendered(t, set, "selected"), "report.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), `Mean <span class="unit">EUR a year</span>`)
}
