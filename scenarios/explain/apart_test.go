package explain

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
	"xsell/scenarios/tree"
)

// Where all edits are of one group, finer levers are taken without asking, if they can stand apart and are few.
func TestOneLeverIsSplitFiner(t *testing.T) {
	for name, want := range map[string]struct {
		levers []string
		note   string
	}{
		"cross-channel": {[]string{"organisation.clear-territories", "organisation.shared-record"}, "grouped by entry: by group all changes are one lever"},
		"selective":     {[]string{"organisation.filter.problem", "organisation.filter.unhappy"}, "grouped by key: by group all changes are one lever"},
		"referral-fee":  {[]string{"pay"}, ""},
		"sell-at-once":  {[]string{"call lists"}, ""},
		"interlock":     {[]string{"handoffs", "teams", "customer file", "culture", "pay + goals"}, ""},
	} {
		split, err := Of(load(t, "silo"), load(t, name), ByGroup, nil)
		require.NoError(t, err)
		assert.ElementsMatch(t, want.levers, leverNames(split.Levers), name)
		for _, s := range split.inner() {
			require.True(t, split.lattice.stands(s), "%s: every combination can be lived, %s too", name, s)
		}
		assert.Equal(t, want.note, said(split.Notes), name)
	}
	hand := []Hand{{"file", []string{"organisation.clear-territories", "organisation.shared-record"}}}
	split, err := Of(load(t, "silo"), load(t, "cross-channel"), ByGroup, hand)
	require.NoError(t, err)
	assert.Equal(t, []string{"file"}, leverNames(split.Levers), "what was put together by hand stays so")
}

// Seven keys of one group are too many for all combinations: it is said how to ask for them.
func TestManyFinerLeversAreOfferedOnly(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "silo", "environment.fine=EUR 11", "environment.remedy=EUR 12", "environment.bill-delay=14 weeks",
		"environment.quits=0.31 per year", "environment.vacancy=15 weeks", "environment.hiring-cost=EUR 999", "environment.acquisition-cost=EUR 99"), ByGroup, nil)
	require.NoError(t, err)
	assert.Equal(t, []string{"environment"}, leverNames(split.Levers))
	assert.Equal(t, []string{"by entry the changes split into 7 levers: ask with --by entry"}, split.Notes)
}

func said(notes []string) string {
	var plain []string
	for _, note := range notes {
		if !(results.LeverNote{Note: note}).Checked() {
			plain = append(plain, note)
		}
	}
	return strings.Join(plain, "; ")
}

// Reasons are told without keys and without the words of a check, which the notes keep.
func TestWhyLeversAreOneIsSaidPlainly(t *testing.T) {
	split, err := Of(load(t, "silo"), load(t, "group-retail"), ByGroup, nil)
	require.NoError(t, err)
	require.Len(t, split.Levers, 1)
	assert.NotContains(t, split.Levers[0].Note, "pay.salary.site")
	assert.Contains(t, split.Levers[0].Note, "units cannot be changed without pay, as a value that must be set would be missing")
	assert.Contains(t, split.Levers[0].Note, "as it would name a unit that is not there")
	assert.Contains(t, strings.Join(split.Notes, "\n"), results.ChecksSay+"units without pay: pay.salary.site: missing")

	s := &Split{Levers: []Lever{{Name: "units"}, {Name: "pay"}}}
	plain, _ := s.why(1, 2, tree.Problems{{Key: "organisation.unit", Message: "the values of seats sum to 0.85, must sum to 1"}})
	assert.Equal(t, "units cannot be changed without pay, as shares that must add up would not", plain)
	plain, checks := s.why(1, 2, errors.New("anything"))
	assert.Equal(t, "units cannot be changed without pay, as without it there is no firm that could be run", plain)
	assert.Equal(t, "units without pay: anything", checks)
}
