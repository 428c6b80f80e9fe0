package evidence

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/experiment"
	"xsell/scenarios/results"
)

func TestVerdictsSayWhetherTheValueAndItsIntervalLieInTheBand(t *testing.T) {
	nan, open := math.NaN(), math.Inf(1)
	about := func(value, spread float64) Estimate {
		return estimated(value, []float64{value - spread, value, value + spread})
	}
	for _, c := range []struct {
		x       Estimate
		band    Band
		verdict Verdict
		place   Place
	}{
		{about(5, 0.01), Band{4, 6}, Met, Inside},
		{about(5.99, 0.1), Band{4, 6}, Met, Overlaps},
		{about(6.01, 0.1), Band{4, 6}, Missed, Overlaps},
		{about(9, 0.1), Band{4, 6}, Missed, Outside},
		{about(6, 0), Band{4, 6}, Met, Inside},
		{about(100, 1), Band{4, open}, Met, Inside},
		{about(-100, 1), Band{-open, 6}, Met, Inside},
		{about(7, 0.01), Band{-open, 6}, Missed, Outside},
		{about(nan, 1), Band{4, 6}, Undefined, ""},
		{estimated(5, []float64{5, nan, 5}), Band{4, 6}, Undefined, ""},
		{estimated(open, []float64{5, open, 5}), Band{4, 6}, Undefined, ""},
	} {
		assert.Equal(t, c.verdict, c.x.verdict(c.band), "%v in %v", c.x, c.band)
		assert.Equal(t, c.place, c.x.place(c.band), "%v in %v", c.x, c.band)
	}
}

// With three worlds one in a million is beyond 707 standard errors: Student's t with two degrees of freedom.
func TestALawHoldsOnlyBeyondDoubt(t *testing.T) {
	above := Band{0, math.Inf(1)}
	se := estimated(1, []float64{0.9, 1, 1.1}).jackknife.SE
	assert.False(t, estimated(706*se, []float64{706*se - 0.1, 706 * se, 706*se + 0.1}).surely(above))
	assert.True(t, estimated(708*se, []float64{708*se - 0.1, 708 * se, 708*se + 0.1}).surely(above))
	assert.False(t, estimated(0, []float64{0, 0, 0}).surely(above), "a value on the edge does not hold, however sure")
	assert.False(t, estimated(1, []float64{1, math.NaN(), 1}).surely(above), "a value that hangs on one world does not hold")
}

func TestALawIsGoneWhereItsValueLeavesTheBand(t *testing.T) {
	law := &Law{Claim: Claim{Band: Band{1, math.Inf(1)}}, Off: &Off{Band: bandOf(nil, nil)}}
	same := func(x float64) Estimate { return estimated(x, []float64{x, x, x}) }
	assert.True(t, law.gone(same(0.5), same(1)))
	assert.False(t, law.gone(same(1.5), same(1)), "it holds still")
	assert.False(t, law.gone(same(math.NaN()), same(math.NaN())), "a value that is not defined shows nothing")
	assert.False(t, law.gone(same(math.NaN()), same(1)), "nor beside a gap")
	assert.False(t, law.gone(same(0.5), estimated(0.1, []float64{-1, 0, 1.3})), "luck may have moved it")
	law.Off.Band = Band{math.Inf(-1), 0.2}
	assert.False(t, law.gone(same(0.5), same(1)), "what the claim asks of the value without the mechanism does not hold")
	assert.True(t, law.gone(same(0.1), same(1)))
}

const twice = `
[fact.A]
role = "CAL"
title = "churn"
text = "It."
scenario = "silo"
` + town + `
value = 'a.measure("churn") / b.measure("churn")'
worlds = 2
low = 1
[fact.A.arm.a]
[fact.A.arm.b]
with = "base = 'silo'\ntitle = 'By another name'"
mind = { "conduct.fear" = 1 }
[fact.B]
role = "CHK"
title = "joiners"
text = "It."
scenario = "silo"
` + town + `
value = 'firm.measure("joiners")'
worlds = 3
low = 1
`

func TestIdenticalFirmsAreLivedOnce(t *testing.T) {
	book, histories := parsed(t, twice), 0
	judged, err := JudgeFacts(t.Context(), book.Facts, Options{Seed: 1, Progress: func(_, all int) { histories = all }})
	require.NoError(t, err)
	assert.Equal(t, 3, histories, "one firm under three names, in as many worlds as the claim that needs most")
	assert.Equal(t, 1.0, judged[0].Estimate.Value, "both arms are the same firm in the same luck")
	assert.Equal(t, 2, judged[0].Lived)
	other := parsed(t, strings.Replace(twice, `"conduct.fear" = 1`, `"conduct.fear" = 2`, 1))
	_, err = JudgeFacts(t.Context(), other.Facts, Options{Seed: 1, Progress: func(_, all int) { histories = all }})
	require.NoError(t, err)
	assert.Equal(t, 5, histories, "other people are another firm")
}

func TestTheSameLuckGivesTheSameNumbersOnAnyWorkers(t *testing.T) {
	book := parsed(t, twice)
	one, err := JudgeFacts(t.Context(), book.Facts, Options{Seed: 9, Workers: 1})
	require.NoError(t, err)
	many, err := JudgeFacts(t.Context(), book.Facts, Options{Seed: 9, Workers: 4})
	require.NoError(t, err)
	assert.Equal(t, string(results.FactsCSV(FactSet(one).Facts)), string(results.FactsCSV(FactSet(many).Facts)))
	other, err := JudgeFacts(t.Context(), book.Facts, Options{Seed: 10})
	require.NoError(t, err)
	assert.NotEqual(t, one[1].Estimate.Value, other[1].Estimate.Value)
}

func TestWhatKeepsAClaimFromBeingJudgedIsAnError(t *testing.T) {
	book := parsed(t, strings.Replace(twice, `scenario = "silo"`, `scenario = "sillo"`, 1))
	_, err := JudgeFacts(t.Context(), book.Facts, Options{})
	assert.ErrorContains(t, err, `A: sillo: no built-in scenario "sillo"; did you mean "silo"?`)
	_, err = JudgeFacts(t.Context(), parsed(t, twice).Facts, Options{Worlds: 1})
	assert.ErrorContains(t, err, "an interval needs at least 2 worlds")
	_, err = JudgeFacts(t.Context(), parsed(t, fact(`firm.measure("churn", 0, 14)`, "low = 1")).Facts, Options{Worlds: 2})
	assert.ErrorContains(t, err, "do not begin and end where the books are closed: closes are every 13 weeks from 13 to 52, where the run ends")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = JudgeFacts(cancelled, parsed(t, twice).Facts, Options{})
	assert.ErrorContains(t, err, "interrupted after 0 of 3 histories")
}

func TestBooksThatDoNotBalanceAreAnError(t *testing.T) {
	c, claim := newCast(Options{}), &parsed(t, twice).Facts[0].Claim
	c.add(claim, claim.arms)
	c.players[0].name, c.players[0].broken[1] = "silo of A", []string{"leads, week 12: they do not"}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	var unbalanced *experiment.Unbalanced
	require.ErrorAs(t, c.live(cancelled), &unbalanced, "what is broken is said first, also when the rest was never lived")
	assert.Contains(t, unbalanced.Error(), "silo of A, replication 1: leads, week 12")
}

func TestTablesHaveTheColumnsThatOthersRead(t *testing.T) {
	judged, err := JudgeFacts(t.Context(), parsed(t, twice).Facts, Options{Seed: 1})
	require.NoError(t, err)
	lines := strings.Split(string(results.FactsCSV(FactSet(judged).Facts)), "\n")
	assert.Equal(t, "id,role,value,low,high,target_low,target_high,verdict", lines[0])
	assert.Equal(t, "A,CAL,1,1,1,1,,met", lines[1], "an open end is empty")
	head, _, _ := strings.Cut(string(results.LawsCSV(nil)), "\n")
	assert.Equal(t, "law,scenario,value,low,high,holds,value_off,low_off,high_off", head)
}
