package panel

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// born is what somebody has for life.
type born struct{ a, b, c, d float32 }

func TestTheSamePersonKeyIsTheSamePersonInTwoScenarios(t *testing.T) {
	_, dir := recorded(t, plan(t, "silo", "sales-quota", "interlock"), all)
	type who struct {
		world int32
		key   string
	}
	sellers, seen := make(map[who]born), make(map[who]map[string]bool)
	for _, r := range sheetRows(t, sellerSheet, dir) {
		if r.Replaced {
			continue
		}
		at, is := who{r.World, r.Person}, born{r.Integrity, r.Orientation, r.Speed, r.Tie}
		if before, known := sellers[at]; known {
			require.Equal(t, before, is, "%s of %s must be who it is elsewhere", r.Person, r.Scenario)
		}
		sellers[at] = is
		note(seen, at, r.Scenario)
	}
	inAll, later := shared(seen, 3)
	assert.Greater(t, inAll, 20, "sellers of the same units must meet in all scenarios")
	assert.Positive(t, later)
	households, met := make(map[who]born), make(map[who]map[string]bool)
	for _, r := range sheetRows(t, customerSheet, dir) {
		at, is := who{r.World, r.Person}, born{r.Wealth, r.Affinity, float32(r.Employer), float32(flag(r.Demander))}
		if before, known := households[at]; known && r.Generation == 0 {
			require.Equal(t, before, is, "%s of %s must be who it is elsewhere", r.Person, r.Scenario)
		}
		households[at] = is
		note(met, at, r.Scenario)
	}
	inAll, later = shared(met, 3)
	assert.GreaterOrEqual(t, inAll, 600, "generation 0 lives in every scenario of both worlds")
	assert.Positive(t, later, "somebody must leave in one scenario only for the test to mean anything")
}

func note[K comparable](seen map[K]map[string]bool, at K, scenario string) {
	if seen[at] == nil {
		seen[at] = make(map[string]bool)
	}
	seen[at][scenario] = true
}

// shared counts those who are in all of n scenarios, and those who are not.
func shared[K comparable](seen map[K]map[string]bool, n int) (inAll, not int) {
	for _, scenarios := range seen {
		if len(scenarios) == n {
			inAll++
		} else {
			not++
		}
	}
	return inAll, not
}

func TestDifferentWorldsHaveDifferentPeople(t *testing.T) {
	_, dir := recorded(t, plan(t, "silo"), Order{Kinds: []string{"sellers"}, Worlds: 2})
	integrity := make(map[string][2]float32)
	for _, r := range sheetRows(t, sellerSheet, dir) {
		if r.Week == 12 && r.Generation == 0 && !r.Replaced {
			both := integrity[r.Person]
			both[r.World] = r.Integrity
			integrity[r.Person] = both
		}
	}
	require.NotEmpty(t, integrity)
	for person, both := range integrity {
		assert.NotEqual(t, both[0], both[1], "a person key is one within a world only: %s", person)
	}
}

func TestAnAccountNamesItsSellerOnlyWhileTheSellerIsHere(t *testing.T) {
	_, dir := recorded(t, plan(t, "sales-quota"), Order{Kinds: Kinds, Worlds: 1})
	here := make(map[string]bool)
	for _, r := range sheetRows(t, sellerSheet, dir) {
		if r.Seated {
			here[text(r.Week)+r.Person] = true
		}
	}
	named := 0
	for _, r := range sheetRows(t, accountSheet, dir) {
		if r.Seller != "" {
			named++
			require.True(t, here[text(r.Week)+r.Seller], "%s is not on a seat in week %d", r.Seller, r.Week)
		}
	}
	assert.Positive(t, named)
}
