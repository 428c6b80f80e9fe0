package scenarios_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/words"
	"xsell/sim"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// everyShare is a small firm under quotas in which every key that is a share is there to be set.
const everyShare = `
title = "Every share"
base = "silo"

[run]
markets = 2
customers = 60
sellers = 8
weeks = "26 weeks"
warm-up = "4 weeks"

[organisation.contract.works]
unit = "bank"
employers = "50 %"
joining = 3
staff-data = "20 %"
awareness = "50 %"
exclusive = "50 %"
lost = "0.1 per year"

[organisation.contract.friends]
unit = "bank"
partner = "30 %"
sends = "2 per year"
chosen = "50 %"
fee = "EUR 50"

[pay.rule.commission]
vests = "26 weeks"

[pay.rule.quota-bonus]
goal = "own-line"
curve = [{ from = 1.0, jump = "EUR 500", each = "EUR 500" }]
vests = "26 weeks"

[pay.rule.gated]
vests = "26 weeks"
goal = "own-line"
curve = [{ from = 0.5, each = "EUR 300" }]
gate.same = { goal = "own-line", at-least = "75 %", else = "10 %" }

[targets.threat.fired]
goal = "own-line"
floor = 0.8
misses = 2
dismissal = "15 %"

[targets.goal.own-line]
growth = "4 %"
ratchet = "50 %"

[timeline.late]
at = "20 weeks"
markets = "50 %"
give = "savings"
share = "50 %"
disclose = true
reputation-shock = "30 %"
set.controls.audit = "10 %"

[timeline.some-sellers]
at = "15 weeks"
sellers = "50 %"
set.targets.pressure = "90 %"

[timeline.some-customers]
when = "churn > 0"
until = "25 weeks"
customers = "50 %"
set.organisation.campaign.reach = "20 per year"

[timeline.places]
at = "18 weeks"
move = "50 %"
`

// share is a key whose value is a share, with the largest it may be.
type share struct {
	path string
	most float64
	with []string // keys of the same sum: the others must make up for it
}

// sharesOf lists the shares in a value of a scenario, by their paths.
func sharesOf(path string, of reflect.Value, tag reflect.StructTag, found *[]share) {
	if path != "" && of.Type() == reflect.TypeFor[words.Share]() {
		*found = append(*found, share{path: path, most: most(tag)})
		return
	}
	switch of.Kind() {
	case reflect.Struct:
		for i := range of.NumField() {
			field := of.Type().Field(i)
			sharesOf(strings.TrimPrefix(path+"."+field.Tag.Get("toml"), "."), of.Field(i), field.Tag, found)
		}
	case reflect.Map:
		first := len(*found)
		for _, key := range of.MapKeys() {
			sharesOf(path+"."+key.String(), of.MapIndex(key), tag, found)
		}
		if tag.Get("sum") != "" {
			summed((*found)[first:], tag.Get("sumfield"))
		}
	}
}

// most is the upper end of a key's range, at most 1.
func most(tag reflect.StructTag) float64 {
	_, high, _ := strings.Cut(tag.Get("range"), "..")
	if x, err := strconv.ParseFloat(high, 64); err == nil {
		return min(x, 1)
	}
	return 1
}

// summed tells the shares of a table that must sum to 1 of one another.
func summed(shares []share, field string) {
	var together []string
	for _, x := range shares {
		if field == "" || strings.HasSuffix(x.path, "."+field) {
			together = append(together, x.path)
		}
	}
	slices.Sort(together)
	for i := range shares {
		if slices.Contains(together, shares[i].path) {
			shares[i].with = slices.DeleteFunc(slices.Clone(together), func(path string) bool { return path == shares[i].path })
		}
	}
}

// at sets the share, and what is summed with it.
func (x share) at(value float64) []string {
	sets := []string{fmt.Sprintf("%s=%v", x.path, value)}
	for i, other := range x.with {
		rest := 0.0
		if i == 0 {
			rest = 1 - value
		}
		sets = append(sets, fmt.Sprintf("%s=%v", other, rest))
	}
	return sets
}

// sound asserts that every measure is a number where it is defined, and none where it is not.
func sound(t *testing.T, r *sim.Record, what any) {
	t.Helper()
	for _, m := range metric.Measures {
		value, below := m.Over(r.Frames), 1.0
		if len(m.Den) > 0 {
			whole := metric.Measure{Kind: m.Kind, Num: m.Den, Scale: 1}
			below = whole.Over(r.Frames)
		}
		assert.False(t, math.IsInf(value, 0), "%v: %s is endless", what, m.ID)
		assert.Equal(t, below == 0, math.IsNaN(value), "%v: %s is %v over %v", what, m.ID, value, below)
	}
}

// beside says what else must be set with a share: a contract binds employers or a partner, and a partner sends.
var beside = map[string][]string{
	"organisation.contract.works.partner":     {"organisation.contract.works.employers=0"},
	"organisation.contract.friends.partner":   {"organisation.contract.friends.sends=0 per year"},
	"organisation.contract.friends.employers": {"organisation.contract.friends.partner=0", "organisation.contract.friends.sends=0 per year"},
}

func TestEveryShareMayBeNothingAndAll(t *testing.T) {
	s, err := scenarios.LoadText("my.toml", everyShare, nil)
	require.NoError(t, err)
	var shares []share
	sharesOf("", reflect.ValueOf(*s.Spec), "", &shares)
	slices.SortFunc(shares, func(a, b share) int { return strings.Compare(a.path, b.path) })
	require.Greater(t, len(shares), 150, "the keys of a scenario that are shares")
	for _, x := range shares {
		keys := strings.Split(x.path, ".")
		if keys[0] == "timeline" && !slices.Contains(s.Tree.Keys(keys[:2]...), keys[2]) {
			continue // a change is for some of one crowd, and does not do everything
		}
		for _, value := range []float64{0, x.most} {
			if keys[0] == "timeline" && (keys[2] == "sellers" || keys[2] == "customers" || keys[2] == "markets" && value == 0) {
				continue // nobody, or nobody to compare with, is refused
			}
			sets := append(x.at(value), beside[x.path]...)
			if x.path == "organisation.targeting.test" && value > 0 {
				sets = append(sets, "organisation.targeting.channel=tested")
			}
			s, err := scenarios.LoadText("my.toml", everyShare, sets)
			if !assert.NoError(t, err, "%s may be %v", x.path, value) {
				continue
			}
			r, broken, err := sim.RunVerified(t.Context(), s.Model, draw.World{Seed: 5}, 1)
			require.NoError(t, err)
			assert.Empty(t, broken, "%s = %v", x.path, value)
			sound(t, r, fmt.Sprintf("%s = %v", x.path, value))
		}
	}
}
