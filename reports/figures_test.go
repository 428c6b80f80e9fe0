package reports

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

func TestTicksAreRoundAndCoverTheData(t *testing.T) {
	a := niceAxis(extent{0.3, 9.2}, 5, "")
	assert.Equal(t, []string{"0", "2", "4", "6", "8", "10"}, a.labels)
	assert.Equal(t, []string{"0", "1 M", "2 M", "3 M"}, niceAxis(extent{0, 2.6e6}, 4, "").labels)
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-1e9, 1e9).Draw(t, "low")
		e := extent{low, low + rapid.Float64Range(0, 1e9).Draw(t, "length")}
		a := niceAxis(e, 5, "")
		slack := 1e-6 * (math.Abs(e.low) + e.high - e.low + 1)
		if len(a.ticks) < 2 || len(a.ticks) > 9 || a.low > e.low+slack || a.high < e.high-slack {
			t.Fatalf("axis %v to %v with %d ticks does not suit data from %v to %v", a.low, a.high, len(a.ticks), e.low, e.high)
		}
	})
}

func TestNoDataStillGivesAnAxis(t *testing.T) {
	assert.Equal(t, extent{0, 1}, niceAxis(nothing(), 4, "").extent)
}

func TestLabelsDoNotOverlapWhereThereIsRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "labels")
		heights := make([]vg.Length, n)
		at := 0.0
		for i := range heights {
			at += rapid.Float64Range(0, 30).Draw(t, "step")
			heights[i] = vg.Length(min(at, 100))
		}
		out := spreadOut(heights, 10, 0, 100)
		for i := 1; i < n; i++ {
			if out[i]-out[i-1] < 10-1e-9 {
				t.Fatalf("labels at %v and %v overlap", out[i-1], out[i])
			}
		}
		if out[0] < -1e-9 || out[n-1] > 100+1e-9 {
			t.Fatalf("labels run from %v to %v, outside of 0 to 100", out[0], out[n-1])
		}
	})
}

func TestEveryColourOfWordsCanBeReadOnWhite(t *testing.T) {
	for n := range palette {
		contrast := 1.05 / (luminance(inkOf(n)) + 0.05)
		assert.GreaterOrEqual(t, contrast, 4.5, "the words of scenario %d are too pale", n)
	}
}

func TestBaseNearZeroIsNotDividedBy(t *testing.T) {
	set := synthetic(corners["two"])
	for i, r := range set.Summary {
		if r.Measure == "unauthorised_per_1000_openings" && r.Scenario == "silo" {
			set.Summary[i].Mean, set.Summary[i].Low, set.Summary[i].High = 0.1, -0.1, 0.3
		}
	}
	_, own := inPercent(newView(set).effects(compared))
	require.Len(t, own, 1)
	assert.Equal(t, "unauthorised_per_1000_openings", own[0].measure.ID)
	assert.Contains(t, own[0].label(own[0].changes[0], "silo"), "per 1,000 openings")
	assert.Contains(t, differences(newView(set)).reading, "a percentage of nothing has no meaning")
	rendered(t, set, "zero")
}

func TestFewFarEffectsDoNotSquashTheRest(t *testing.T) {
	at := func(reach float64) effect { return effect{changes: []difference{{1, reach, reach, reach}}} }
	assert.Equal(t, 12.0, reachOf([]effect{at(3), at(5), at(8), at(12), at(900)}))
	assert.Equal(t, 20.0, reachOf([]effect{at(3), at(5), at(8), at(12), at(20)}), "twice as far is still shown")
	assert.Equal(t, 0.0, reachOf(nil))
}

// Five numbers 1 to 5 have mean 3 and standard deviation sqrt(2.5); Student's t
// with 4 degrees of freedom is 2.776, so half the interval is 2.776*sqrt(2.5/5).
func TestIntervalOfTheMeanIsStudents(t *testing.T) {
	s := spreadOf([]float64{5, 3, 1, math.NaN(), 2, 4})
	assert.Equal(t, 5, s.n)
	assert.InDelta(t, 3, s.mean, 1e-12)
	assert.InDelta(t, 2.7764451*math.Sqrt(0.5), s.high-s.mean, 1e-6)
	assert.True(t, math.IsNaN(spreadOf([]float64{7}).low), "one number has no interval")
	assert.True(t, math.IsNaN(spreadOf(nil).mean))
}

func TestReplicationWithoutABarCountsAsZero(t *testing.T) {
	v := newView(synthetic(shape{scenarios: []string{"silo"}, replications: 2, frames: 1}))
	place := bin{0, 1}
	v.bars[cell{"silo", "sparse"}] = map[bin]map[int]float64{place: {0: 4}, {1, 2}: {1: 2}}
	moments := v.histogram("silo", "sparse")
	require.Len(t, moments, 2)
	assert.Equal(t, 2.0, moments[0].spread.mean, "4 in one of two replications is 2 on average")
}

func TestOnlyKeysThatDifferAreListed(t *testing.T) {
	diffs, err := newView(synthetic(corners["two"])).diffs()
	require.NoError(t, err)
	require.Len(t, diffs, 1)
	var keys []string
	for _, g := range diffs[0].Groups {
		for _, e := range g.Edits {
			keys = append(keys, g.Title+": "+e.Key)
		}
	}
	assert.Equal(t, []string{"Organisation: handoff.leads-to-life.delay", "Organisation: handoff.leads-to-life.finder",
		"Organisation: shared_file", "Pay: rule[1].rate"}, keys)
	first := diffs[0].Groups[0].Edits[0]
	assert.Equal(t, []string{"4 weeks", "3 weeks", "changed", "±"}, []string{first.From, first.To, first.Kind, first.Sign})
	assert.Equal(t, "4 keys changed. The same edit in several places is one line.", diffs[0].Sum)
}

func TestBrokenScenarioInTheManifestIsNamed(t *testing.T) {
	set := synthetic(corners["two"])
	set.Manifest.Scenarios[1].TOML = "a = "
	_, err := newView(set).diffs()
	assert.ErrorContains(t, err, `the scenario "interlock" in the manifest`)
}

func TestCommandIsQuotedForTheShell(t *testing.T) {
	assert.Equal(t, `xsell run 'my plan.toml' --set 'pay.fee="EUR 2"' 'it'\''s' ''`,
		commandLine([]string{"xsell", "run", "my plan.toml", "--set", `pay.fee="EUR 2"`, "it's", ""}))
}

func TestStretchedAxisTellsOneFromAThousand(t *testing.T) {
	a := stretchedAxis(1500, "").roomLeft(0.02)
	assert.Equal(t, []string{"0", "1", "10", "100", "1,000"}, a.labels)
	assert.InDelta(t, 0, float64(a.share(a.low)), 1e-9)
	assert.InDelta(t, 1, float64(a.share(1500)), 1e-9)
	assert.InDelta(t, 0.02, float64(a.share(0)), 0.001, "zero stands a little inside the axis")
	assert.Greater(t, float64(a.share(1)-a.share(0)), 0.05, "1 must be seen apart from 0")
}

func TestNoPanelStandsAlone(t *testing.T) {
	v := newView(synthetic(corners["two"]))
	for panels, columns := range map[int]int{1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3} {
		assert.Equal(t, columns, v.columnsFor(panels))
		assert.Equal(t, 1, v.forTelephone().columnsFor(panels), "on a telephone panels stand below one another")
	}
}
