package panel

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// flowsOf are the flows of a row under the items of the books, in their units.
func flowsOf(r *Seller) map[string]float64 {
	return map[string]float64{
		"openings_sold": float64(r.Sold), "openings_unneeded": float64(r.Unneeded), "openings_pulled": float64(r.Pulled),
		"openings_unauthorised": float64(r.Silent), "referrals": float64(r.Referrals), "referrals_signed": float64(r.ReferralsSigned),
		"cost_variable_pay": 1000 * r.VariablePay,
		"hours_serve":       1000 * r.HoursServe, "hours_advise": 1000 * r.HoursAdvise, "hours_push": 1000 * r.HoursPush,
		"hours_refer": 1000 * r.HoursRefer, "hours_coordinate": 1000 * r.HoursCoordinate, "hours_learn": 1000 * r.HoursLearn,
		"hours_timing": 1000 * r.HoursTiming, "hours_silent": 1000 * r.HoursSilent, "hours_slack": 1000 * r.HoursSlack,
		"hours_available": 1000 * r.HoursAvailable,
	}
}

func TestFlowsOfSellersAddUpToTheBooks(t *testing.T) {
	for _, weekly := range []bool{false, true} {
		set, dir := recorded(t, plan(t, "interlock", "sales-quota"), Order{Kinds: []string{"sellers"}, Worlds: 2, Weekly: weekly})
		type sum struct {
			scenario, item string
			world          int32
		}
		sums, happened := make(map[sum]float64), make(map[string]bool)
		for _, r := range sheetRows(t, sellerSheet, dir) {
			for item, value := range flowsOf(&r) {
				sums[sum{r.Scenario, item, r.World}] += value
			}
		}
		require.NotEmpty(t, sums)
		for at, value := range sums {
			// Whole numbers and thousandths, each a float of a sum of whole thousandths: off by rounding at most.
			want := float64(booked(set, at.scenario, int(at.world), at.item))
			assert.InDelta(t, want, value, 1e-6*(1+math.Abs(want)), "%s, world %d: %s (weekly: %v)", at.scenario, at.world, at.item, weekly)
			happened[at.item] = happened[at.item] || want != 0
		}
		for _, item := range []string{"openings_sold", "openings_unauthorised", "referrals", "referrals_signed", "cost_variable_pay", "hours_refer"} {
			assert.True(t, happened[item], "%s must happen for the test to mean anything", item)
		}
	}
}

func TestAccountsAndHouseholdsAddUpToTheStocksOfTheBooks(t *testing.T) {
	set, dir := recorded(t, plan(t, "sales-quota"), all)
	stocks := make(map[string]int64)
	at := func(world, week int32, item string) string { return fmt.Sprintf("%d %d %s", world, week, item) }
	for _, r := range sheetRows(t, accountSheet, dir) {
		stocks[at(r.World, r.Week, "accounts_"+r.State)]++
		if !r.AskedFor {
			stocks[at(r.World, r.Week, "accounts_unauthorised")]++
		}
	}
	for _, r := range sheetRows(t, customerSheet, dir) {
		if r.Here {
			stocks[at(r.World, r.Week, "customers")]++
			stocks[at(r.World, r.Week, "held_elsewhere")] += int64(r.Elsewhere)
			stocks[at(r.World, r.Week, "by household")] += int64(r.InUse + r.Dormant)
		}
	}
	for _, b := range set.Books {
		switch b.Item {
		case "accounts_active", "accounts_dormant", "accounts_unauthorised", "customers", "held_elsewhere":
			if b.Week >= 0 {
				assert.Equal(t, b.Value, stocks[at(int32(b.Replication), int32(b.Week), b.Item)], "%s in week %d", b.Item, b.Week)
				assert.Equal(t, stocks[at(int32(b.Replication), int32(b.Week), "accounts_active")]+
					stocks[at(int32(b.Replication), int32(b.Week), "accounts_dormant")],
					stocks[at(int32(b.Replication), int32(b.Week), "by household")], "households and accounts must agree")
			}
		}
	}
}

// The distributions behind the near-miss curve can be counted again from weekly rows.
func TestWeeklyRowsHoldTheOffencesByDistance(t *testing.T) {
	set, dir := recorded(t, plan(t, "sales-quota"), Order{Kinds: []string{"sellers"}, Worlds: 2, Weekly: true})
	counted := make(map[string]float64)
	for _, r := range sheetRows(t, sellerSheet, dir) {
		if r.WeeksWeighed == 0 {
			continue
		}
		bar := math.Ceil(r.ShortWhenWeighed-1e-9) + 0 // never -0
		counted[fmt.Sprintf("weeks_by_distance %d %v", r.World, bar)]++
		counted[fmt.Sprintf("offences_by_distance %d %v", r.World, bar)] += float64(r.Silent)
	}
	offences := 0.0
	last := 0.0 // the last bar holds all that is farther
	for _, h := range set.Histograms {
		last = max(last, h.Low*flag(h.Distribution == "weeks_by_distance"))
	}
	for _, h := range set.Histograms {
		if (h.Distribution == "weeks_by_distance" || h.Distribution == "offences_by_distance") && h.Low < last {
			assert.Equal(t, h.Value, counted[fmt.Sprintf("%s %d %v", h.Distribution, h.Replication, h.Low)],
				"%s at %v, world %d", h.Distribution, h.Low, h.Replication)
			offences += h.Value * flag(h.Distribution == "offences_by_distance")
		}
	}
	assert.NotZero(t, offences, "somebody must offend for the test to mean anything")
}

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
