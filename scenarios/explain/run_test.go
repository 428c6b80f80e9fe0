package explain

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// addUp says that the shares of every measure add up to its difference to the last bit.
func addUp(t *testing.T, set *results.ExplainSet) {
	t.Helper()
	sums := map[string]float64{}
	for _, s := range set.Shares {
		sums[s.Measure] += s.Share
	}
	for _, gap := range set.Differences {
		if gap.Worlds > 0 {
			assert.Equal(t, gap.Difference, sums[gap.Measure], gap.Measure)
			assert.InDelta(t, gap.Other-gap.Base, gap.Difference, 1e-9*max(1, math.Abs(gap.Other)), gap.Measure)
		}
	}
}

func TestSharesAddUpToTheDifference(t *testing.T) {
	p := planOf(t, load(t, "silo"), load(t, "interlock"), ByGroup)
	set := told(t, p)
	assert.Equal(t, 3*32, p.Histories())
	addUp(t, set)
	worlds, err := live(t.Context(), p)
	require.NoError(t, err)
	for r, w := range worlds {
		for m, id := range every() {
			s, ok := p.share(r, w, m)
			if !ok {
				continue
			}
			sum := 0.0
			for _, share := range s.shares {
				sum += share
			}
			assert.Equal(t, s.difference, sum, "%s in world %d", id, r)
			assert.InDelta(t, s.other-s.base, s.difference, 1e-12*max(1, math.Abs(s.other)), "%s in world %d", id, r)
		}
	}
}

// A dated change that sets a control to what it is anyway does nothing, and neither does a line for a disclosure that is
// never made: they get exactly 0 in every measure, alone, last and in between.
func TestALeverThatDoesNothingGetsNothing(t *testing.T) {
	p := planOf(t, load(t, "silo"), variant(t, "placebo", `[organisation]
shared-record = "90 %"
[controls]
disclosure-lines = ["life"]
[timeline.placebo]
at = "13 weeks"
set.controls.audit = "2 %"
`), ByGroup)
	set := told(t, p)
	assert.Equal(t, []string{"customer file", "controls", "timeline.placebo"}, leverNames(p.Split.Levers))
	addUp(t, set)
	moved := 0
	for _, s := range set.Shares {
		if s.Lever == "customer file" {
			if s.Share != 0 {
				moved++
			}
			continue
		}
		assert.Equal(t, results.Share{Measure: s.Measure, Lever: s.Lever, Words: stats.Identical}, zeroed(s), "%s of %s", s.Measure, s.Lever)
	}
	assert.Greater(t, moved, 10, "the lever that does something has it all")
	for _, l := range set.Levers {
		assert.Equal(t, l.Name != "customer file", l.Inert, l.Name)
	}
}

// A lever that changes histories can do in another world what it did in none of these: it has no interval there. What
// happens in 5 % of worlds is not seen in any of 10 in 0.95^10 = 60 % of runs.
func TestWhatWasNotSeenIsNotNothing(t *testing.T) {
	set := told(t, planOf(t, load(t, "silo"), load(t, "interlock"), ByGroup))
	unseen, gaps := 0, 0
	for _, l := range set.Levers {
		require.False(t, l.Inert, "%s changes histories", l.Name)
	}
	for _, s := range set.Shares {
		if s.Share == 0 && s.Alone == 0 && s.Last == 0 {
			unseen++
			assert.True(t, math.IsNaN(s.Low) && math.IsNaN(s.High), "%s of %s was not seen in 3 worlds: [%v, %v]", s.Measure, s.Lever, s.Low, s.High)
			assert.Equal(t, stats.Unclear, s.Words, "%s of %s", s.Measure, s.Lever)
		}
	}
	for _, g := range set.Differences {
		if g.Difference == 0 {
			gaps++
			assert.False(t, g.Low == 0 && g.High == 0 || g.Words == stats.Identical, "%s: no world shows a difference, which is not that there is none", g.Measure)
		}
	}
	assert.Positive(t, unseen, "some measures of a tiny firm are 0 in all worlds")
	assert.Positive(t, gaps)
}

// zeroed leaves undefined measures out of a comparison of zeros.
func zeroed(s results.Share) results.Share {
	if math.IsNaN(s.Share) {
		return results.Share{Measure: s.Measure, Lever: s.Lever, Words: stats.Identical}
	}
	return s
}

func TestADesignDoesNotDifferFromItself(t *testing.T) {
	set := told(t, planOf(t, load(t, "silo"), load(t, "silo"), ByGroup))
	assert.Empty(t, set.Shares)
	for _, gap := range set.Differences {
		if gap.Worlds > 0 {
			assert.Zero(t, gap.Difference, gap.Measure)
		}
	}
	one := told(t, planOf(t, load(t, "silo"), load(t, "silo", "controls.disclosure-lines=[\"life\"]"), ByGroup))
	for _, s := range one.Shares {
		assert.Zero(t, zeroed(s).Share, s.Measure)
	}
}

// What it costs to win a customer and to fill a seat moves nobody: the profit lost with both is what is lost with each.
func TestCostsThatMoveNobodySimplyAddUp(t *testing.T) {
	p := planOf(t, load(t, "silo"), load(t, "silo", "environment.acquisition-cost=EUR 999", "environment.hiring-cost=EUR 99999"), ByKey)
	set := told(t, p)
	addUp(t, set)
	for _, s := range set.Shares {
		if s.Measure == "profit" {
			assert.Less(t, s.Share, -100.0)
			assert.InDelta(t, s.Alone, s.Share, 1e-6)
			assert.InDelta(t, s.Last, s.Share, 1e-6)
		}
	}
	at := slices.IndexFunc(set.Differences, func(g results.Gap) bool { return g.Measure == "profit" })
	assert.Zero(t, set.Differences[at].Interaction, "what rounding leaves of it is nothing")
	assert.True(t, math.IsNaN(set.Differences[at].InteractionLow), "and has no interval")
}

// What leads from one design to the other leads back: the same shares with the other sign.
func TestTheWayBackIsTheWayThere(t *testing.T) {
	there := told(t, planOf(t, load(t, "silo"), load(t, "interlock"), ByGroup))
	back := told(t, planOf(t, load(t, "interlock"), load(t, "silo"), ByGroup))
	shares := map[[2]string]float64{}
	for _, s := range there.Shares {
		shares[[2]string{s.Measure, s.Lever}] = s.Share
	}
	for _, s := range back.Shares {
		if there := shares[[2]string{s.Measure, s.Lever}]; !math.IsNaN(there) {
			assert.InDelta(t, -there, s.Share, 1e-9*max(1, math.Abs(there)), "%s of %s", s.Measure, s.Lever)
		}
	}
}

func TestTheAnswerIsTheSameOnAnyNumberOfWorkersAndInAnyOrderOfKeys(t *testing.T) {
	plain := "[organisation]\nteams = true\nshared-record = \"80 %\"\n[organisation.culture]\nsharing = 0.6\nstart = 0.2\n[targets]\npressure = 0.6\n"
	turned := "[targets]\npressure = 0.6\n[organisation.culture]\nstart = 0.2\nsharing = 0.6\n[organisation]\nshared-record = \"80 %\"\nteams = true\n"
	one := planOf(t, load(t, "silo"), variant(t, "mine", plain), ByGroup)
	one.Workers = 1
	many := planOf(t, load(t, "silo"), variant(t, "mine", turned), ByGroup)
	many.Workers = 5
	first, second := told(t, one), told(t, many)
	assert.Equal(t, first.SharesCSV(), second.SharesCSV())
	assert.True(t, fmt.Sprint(first.Outcomes) == fmt.Sprint(second.Outcomes), "every outcome is the same")
	assert.Equal(t, first.Manifest.Histories, second.Manifest.Histories)
}

func TestAnInterruptKeepsCompleteWorlds(t *testing.T) {
	for _, level := range []string{ByGroup, ByEntry} {
		p := planOf(t, load(t, "silo"), load(t, "interlock"), level)
		p.Workers = 1
		each := p.Histories() / 3
		ctx, stop := context.WithCancel(t.Context())
		p.Progress = func(done, _ int) {
			if done == each+1 {
				stop()
			}
		}
		set, err := Run(ctx, p)
		var cut *experiment.Interrupted
		require.ErrorAs(t, err, &cut, level)
		assert.Equal(t, experiment.Interrupted{Finished: 1, Asked: 3}, *cut)
		assert.Equal(t, 1, set.Manifest.Finished)
		addUp(t, set)
		stop()
	}
}

func TestAPlanThatCannotBeMeantIsRefused(t *testing.T) {
	p := planOf(t, load(t, "silo"), load(t, "interlock"), ByGroup)
	p.Measures, p.Pairs = []string{"churn", "chrun", "churn"}, 0
	err := Check(p)
	assert.ErrorContains(t, err, "--measure chrun: there is no such measure")
	assert.ErrorContains(t, err, "--measure churn is named twice")
	assert.ErrorContains(t, err, "--orders 0: it must be from 1 to 100")
	p.Measures = nil
	assert.ErrorContains(t, Check(p), "no measure to explain")
}
