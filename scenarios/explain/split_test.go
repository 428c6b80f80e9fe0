package explain

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/results"
)

func TestSiloAndInterlockDifferInFiveLevers(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "interlock"), ByGroup, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"handoffs", "teams", "customer file", "culture", "pay + goals"}, leverNames(split.Levers))
	assert.Equal(t, "pay cannot be changed without goals, as it would name a goal that is not there", split.Levers[4].Note, "why two levers are one is said plainly")
	assert.Equal(t, []string{results.ChecksSay + `pay without goals: pay.rule.team-bonus.gate.passed-on.goal: no goal "passed-on"; valid: own-line`}, split.Notes,
		"and in the words of the checks for who writes scenarios")
}

// Every pair of built-in scenarios that live in the same world can be split into levers all of which can be laid in any
// combination, and laying all of them makes the other.
func TestEveryScenarioCanBeSplitFromSilo(t *testing.T) {
	silo := load(t, "silo")
	for _, entry := range scenarios.Library() {
		if entry.Partial {
			continue
		}
		t.Run(entry.Name, func(t *testing.T) {
			t.Parallel()
			split, err := Of(silo, load(t, entry.Name), ByGroup, nil)
			require.NoError(t, err)
			require.LessOrEqual(t, len(split.Levers), MostLevers)
			for _, s := range append(split.ends(), split.inner()...) {
				require.True(t, split.lattice.stands(s), "%s", s)
			}
			all := 0
			for _, l := range split.Levers {
				all += len(l.Edits)
				assert.NotEmpty(t, l.Edits)
			}
			edits, _ := edits(split.From, split.To)
			assert.Len(t, edits, all, "every edit is in one lever")
		})
	}
}

func TestTooManyKeysAreGroupedCoarser(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "interlock"), ByKey, nil)
	require.NoError(t, err)
	assert.Equal(t, "grouped by entry: by key there would be more than 12 levers", split.Notes[0])
	assert.LessOrEqual(t, len(split.Levers), MostLevers)
	assert.Contains(t, leverNames(split.Levers), "organisation.handoff.bank-to-life")
	assert.Contains(t, leverNames(split.Levers), "organisation.shared-record")
}

func TestFewKeysAreLeversOfTheirOwn(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "silo", "organisation.shared-record=50 %", "controls.audit=9 %", "pay.salary.bank=EUR 31000 per year"), ByKey, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"organisation.shared-record", "pay.salary.bank", "controls.audit"}, leverNames(split.Levers))
	assert.Equal(t, []Edit{{Path: []string{"controls", "audit"}, From: `"2 %"`, To: `"9 %"`, number: 0}}, split.Levers[2].Edits)
}

func TestLeversArePutTogetherByHand(t *testing.T) {
	hand, err := ParseHand("joint desk = organisation.handoff, organisation.teams")
	require.NoError(t, err)
	split, err := Of(load(t, "silo"), load(t, "interlock"), ByGroup, []Hand{hand})
	require.NoError(t, err)
	assert.Equal(t, []string{"joint desk", "teams", "customer file", "culture", "pay + goals"}, leverNames(split.Levers), "coordination stays what it was")
	assert.Len(t, split.Levers[0].Edits, 21)
	_, err = Of(load(t, "silo"), load(t, "interlock"), ByGroup, []Hand{{"a", []string{"organisation.handoff"}}, {"b", []string{"organisation", "controls"}}})
	assert.ErrorContains(t, err, "--lever b: the two designs do not differ in controls; they differ in organisation.clear-territories")
	assert.ErrorContains(t, err, "organisation.handoff.bank-to-investment.delay is in more than one --lever: a, b; an edit belongs to one")
	for _, wrong := range []string{"", "a", "a=", "=pay", "a= , "} {
		_, err = ParseHand(wrong)
		assert.ErrorContains(t, err, "write it like --lever", "%q", wrong)
	}
}

// A unit's seats must sum to 1 with the others', and its sellers need grants and pay: by key none of these can be changed
// alone, and the same levers come out whenever they are asked for.
func TestEditsThatNeedOneAnotherAreOneLever(t *testing.T) {
	first, err := Of(load(t, "silo"), load(t, "group-retail"), ByKey, nil)
	require.NoError(t, err)
	again, err := Of(load(t, "silo"), load(t, "group-retail"), ByKey, nil)
	require.NoError(t, err)
	assert.Equal(t, first.Levers, again.Levers)
	one := ""
	for _, l := range first.Levers {
		for _, e := range l.Edits {
			if e.Key() == "organisation.unit.bank.seats" || e.Key() == "organisation.unit.site.seats" {
				assert.Contains(t, []string{"", l.Name}, one, "seats that sum to 1 are one lever")
				one = l.Name
				assert.NotEmpty(t, l.Note)
			}
		}
	}
}

func TestWhatComesAfterTheEndIsLeftOut(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "sales-quota"), ByGroup, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"pay + goals", "pressure", "controls"}, leverNames(split.Levers))
	assert.Equal(t, "timeline.audits-unannounced, timeline.ethics-workshops, timeline.goals-ended, timeline.scandal left out: the run of 26 weeks ends before", said(split.Notes))
}

func TestTitlesAndNumbersOfWorldsAreNoLevers(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "silo", "title=Another", "summary=Says more", "run.replications=7"), ByGroup, nil)
	require.NoError(t, err)
	assert.Empty(t, split.Levers)
}

func TestAnUnknownLevelIsRefused(t *testing.T) {
	_, err := Of(load(t, "silo"), load(t, "silo"), "leaf", nil)
	assert.ErrorContains(t, err, "--by leaf: it must be one of key, entry, group or table")
}
