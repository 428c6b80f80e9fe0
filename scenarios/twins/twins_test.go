package twins

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

func TestTheSameDesignTwiceChangesNobody(t *testing.T) {
	set := done(t, plan(2, load(t, "sales-quota"), load(t, "sales-quota")))
	require.NotEmpty(t, set.Shares)
	assert.Empty(t, set.Partings, "under the same design in the same luck no two histories can part")
	assert.Empty(t, set.Stories, "nobody parts, so that there is nothing to tell")
	for _, s := range set.Shares {
		assert.Equal(t, []float64{0, 0, 0}, []float64{s.Better, s.Worse, s.Mixed}, "%s %s of %s: nobody can be better or worse off", s.Crowd, s.Outcome, s.Group)
		if s.Outcome != Overall {
			assert.Equal(t, []float64{0, 0, 0}, []float64{s.Difference, s.DifferenceLow, s.DifferenceHigh}, s.Outcome)
		}
	}
	for _, q := range set.Quantiles {
		assert.Zero(t, q.Value, "%s at %v", q.Outcome, q.Part)
	}
	for _, row := range set.Alone {
		assert.Empty(t, row.Scenario, "%s: nobody can be there under one design only: %s", row.Crowd, row.Why)
	}
	for _, row := range set.Sums {
		assert.Equal(t, [3]float64{}, [3]float64{row.Both, row.FirstOnly, row.SecondOnly}, row.Outcome)
	}
}

func TestNobodyPartsBeforeAChangeIsMade(t *testing.T) {
	changed := load(t, "silo", `timeline.meeting={ at = "26 weeks", set.targets.pressure = 1, set.controls.audit = 0.5 }`)
	set := done(t, plan(1, load(t, "silo"), changed))
	require.NotEmpty(t, set.Partings)
	for _, p := range set.Partings {
		assert.GreaterOrEqual(t, p.Week, 26, "%s parted by %q before anything differed", p.Crowd, p.Kind)
	}
}

// TestDifferencesOfAllPersonsAreThoseOfTheBooks: for what the books hold, nobody is dropped and nothing counted twice.
func TestDifferencesOfAllPersonsAreThoseOfTheBooks(t *testing.T) {
	set := done(t, plan(2, load(t, "silo"), load(t, "sales-quota")))
	booked := 0
	for _, row := range set.Sums {
		if math.IsNaN(row.Books) {
			continue
		}
		booked++
		// Counts are whole numbers below 2^53 and add up exactly; money is added in euro: 1e4 additions of sums below 1e8
		// lose less than 1e4 · 1e8 · 2^-53 = 1e-4.
		assert.InDelta(t, row.Books, row.Both+row.FirstOnly+row.SecondOnly, 1e-3, "world %d, %s: %s", row.Replication, row.Crowd, row.Outcome)
	}
	assert.Equal(t, 2*12, booked, "outcomes that the books hold, in two worlds")
}

func TestProductsAreMatchedByTheirNames(t *testing.T) {
	o := matched([]string{"a", "b", "c"}, []string{"a", "x", "c", "b"})
	assert.Equal(t, uint32(0b1111), o.of(0b1111))
	assert.Equal(t, uint32(0b1000), o.of(0b0010), "what the first lacks follows behind")
	assert.Equal(t, uint32(0b0010), o.of(0b1000))
	assert.EqualValues(t, 3, o.back(1))
	assert.Equal(t, 4, o.together(3))
	set := done(t, plan(1, load(t, "silo"), load(t, "upsell"))) // which lists a product more in the middle
	for _, p := range set.Partings {
		assert.False(t, p.Week == -13 && p.Kind == "start" && p.Pairs > 300, "%d of 600 customers began otherwise only because the lists differ", p.Pairs)
	}
}

func TestEverybodyWhoWasThereIsCounted(t *testing.T) {
	set := done(t, plan(1, load(t, "silo"), load(t, "sales-quota")))
	people, listed := 0, map[string]bool{}
	for _, row := range set.Alone {
		people += row.Persons
	}
	for _, row := range set.People {
		listed[row.Person] = true
	}
	assert.Equal(t, people, len(listed), "who is counted is who has a row")
	for _, s := range set.Shares {
		if s.By == "" {
			continue
		}
		assert.LessOrEqual(t, s.Better+s.Worse+s.Mixed, 1+1e-12)
	}
	for _, c := range set.Worlds {
		if !math.IsNaN(c.LeastBetter) {
			assert.LessOrEqual(t, c.LeastBetter, float64(c.Better)/float64(c.Pairs)+1e-12, "%s: no coupling has fewer who gain", c.Outcome)
			assert.LessOrEqual(t, c.LeastWorse, float64(c.Worse)/float64(c.Pairs)+1e-12, "%s: no coupling has fewer who lose", c.Outcome)
		}
	}
	sums := map[string]float64{}
	for _, c := range set.Worlds {
		if c.Outcome == Overall {
			sums[c.Crowd+c.By] += float64(c.Pairs)
		}
	}
	for _, d := range set.Dimensions {
		assert.Equal(t, sums[d.Crowd], sums[d.Crowd+d.ID], "groups by %s must hold everybody once", d.ID)
	}
}

func TestTwinsAreTheSameForAnyNumberOfWorkersAndReadBack(t *testing.T) {
	hashes := map[string]bool{}
	var last *results.TwinSet
	dir := ""
	for _, workers := range []int{1, 3, 5} {
		p := plan(2, load(t, "silo"), load(t, "interlock"))
		p.Workers = workers
		last, dir = done(t, p), filepath.Join(t.TempDir(), "twins")
		require.NoError(t, results.WriteTwins(dir, last))
		hashes[last.Manifest.ResultsHash] = true
	}
	assert.Len(t, hashes, 1, "the number of workers must not change a byte")
	back, err := results.ReadTwins(dir)
	require.NoError(t, err)
	assert.Equal(t, last.Partings, back.Partings)
	assert.Equal(t, last.SharesCSV(), back.SharesCSV())
	assert.True(t, results.HoldsTwins(dir))
	assert.False(t, results.HoldsTwins(t.TempDir()))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "twins_kinds.csv"), []byte("kind,words\n"), 0o644))
	_, err = results.ReadTwins(dir)
	assert.ErrorContains(t, err, "a file was changed after the run")
}

func TestPairsThatPartStayApart(t *testing.T) {
	set := done(t, plan(1, load(t, "silo"), load(t, "interlock")))
	parted := map[string]float64{}
	for _, row := range set.People {
		if !math.IsNaN(row.Parted) {
			parted[row.Person] = row.Parted
		}
	}
	for _, row := range set.People {
		if _, apart := parted[row.Person]; !apart && !math.IsNaN(row.First) && !math.IsNaN(row.Second) {
			for _, id := range []string{"needs_met", "complaints", "unneeded", "forged", "calls", "products", "stays"} {
				if row.Outcome == id && row.Crowd == Customers {
					assert.Equal(t, row.First, row.Second, "%s: %s differs, so that the histories must have parted", row.Person, id)
				}
			}
		}
	}
}

func TestStoriesFitAndBeginWithTheParting(t *testing.T) {
	set := done(t, plan(1, load(t, "silo"), load(t, "interlock")))
	require.NotEmpty(t, set.Stories)
	parted := map[string]float64{}
	for _, row := range set.People {
		parted[row.Person] = row.Parted
	}
	for _, s := range set.Stories {
		n := 0
		for _, l := range set.Lines {
			if l.Story != s.ID {
				continue
			}
			n++
			assert.GreaterOrEqual(t, float64(l.Week), parted[s.Person], "%s: a story begins where the two part", s.ID)
			assert.NotContains(t, l.First+l.Second, "(chance", "asides are for the trace")
		}
		assert.LessOrEqual(t, n, linesMost, s.ID)
		assert.NotEmpty(t, s.Who)
	}
}

func TestAnInterruptKeepsCompleteWorlds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	p := plan(3, load(t, "silo"), load(t, "interlock"))
	p.Workers = 1
	p.Progress = func(done, total int) {
		assert.Equal(t, 6, total)
		cancel()
	}
	set, err := Run(ctx, p)
	var interrupted *experiment.Interrupted
	require.ErrorAs(t, err, &interrupted)
	assert.Equal(t, 1, set.Manifest.Finished)
}

func TestPlansThatCannotBeMeantAreRefused(t *testing.T) {
	silo := load(t, "silo")
	for want, p := range map[string]Plan{
		"1 scenarios: twins are of two designs":    plan(1, silo),
		"0 replications":                           plan(0, silo, silo),
		"compare runs every design on the same ho": plan(1, silo, load(t, "silo", "run.customers=700")),
	} {
		_, err := Run(t.Context(), p)
		assert.ErrorContains(t, err, want)
	}
}
