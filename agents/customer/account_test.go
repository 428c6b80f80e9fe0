package customer

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
	"xsell/agents"
)

var (
	regretting = agents.RegretMind{Return: 4, Lapse: 2, Default: 3, Pulled: 1.5, Unskilled: 2}
	reversing  = agents.TraitMind{Reverser: 8}
	rates      = Rates{Return: 0.25, Lapse: 0.125, Dormancy: 0.0625, Default: 0.03125} // exact in binary
)

func TestReturningEndsWithTheCoolingOffTimeAndLapsingBegins(t *testing.T) {
	for _, c := range []struct {
		age  int
		want Hazards
	}{
		{0, Hazards{Dormancy: 0.0625, Default: 0.03125}},
		{1, Hazards{Return: 0.25, Dormancy: 0.0625, Default: 0.03125}},
		{4, Hazards{Return: 0.25, Dormancy: 0.0625, Default: 0.03125}},
		{5, Hazards{Lapse: 0.125, Dormancy: 0.0625, Default: 0.03125}},
		{400, Hazards{Lapse: 0.125, Dormancy: 0.0625, Default: 0.03125}},
	} {
		a := Account{Age: c.age, CoolingOff: 4}
		assert.Equal(t, c.want, a.Hazards(&regretting, &reversing, rates), "week %d of a product with 4 weeks to return it", c.age)
	}
}

func TestAProductWithoutCoolingOffTimeIsNeverReturned(t *testing.T) {
	a := Account{Age: 1}
	assert.Zero(t, a.Hazards(&regretting, &reversing, rates).Return, "without a cooling-off time there is nothing to return in")
}

func TestWhatWasWrongWithASaleRaisesItsHazards(t *testing.T) {
	for _, c := range []struct {
		what                   string
		account                Account
		returns, lapses, fails float32 // factors on the product's own rates
	}{
		{"a needed account", Account{}, 1, 1, 1},
		{"an unneeded one", Account{Unneeded: true}, 4, 2, 3},
		{"a closing pulled forward", Account{Pulled: true}, 1.5, 1.5, 1.5},
		{"a seller half a unit short of skill", Account{Gap: 0.5}, 2, 2, 2},
		{"a reverser's account", Account{Traits: Reverser}, 8, 8, 8},
		{"another trait", Account{Traits: Demander | Promo | Limiter}, 1, 1, 1},
		{"everything at once", Account{Unneeded: true, Pulled: true, Gap: 0.5, Traits: Reverser}, 96, 48, 72},
	} {
		early, late := c.account, c.account
		early.CoolingOff, early.Age, late.Age = 1, 1, 1
		first, after := early.Hazards(&regretting, &reversing, rates), late.Hazards(&regretting, &reversing, rates)
		assert.Equal(t, c.returns*rates.Return, first.Return, "returns of %s", c.what)
		assert.Equal(t, c.lapses*rates.Lapse, after.Lapse, "lapses of %s", c.what)
		assert.Equal(t, c.fails*rates.Default, first.Default, "early defaults of %s", c.what)
		assert.Equal(t, c.fails*rates.Default, after.Default, "later defaults of %s", c.what)
		assert.Equal(t, rates.Dormancy, after.Dormancy, "falling out of use is the product's own rate for %s", c.what)
	}
}

func TestTheSumOfHazardsHasAllOfThem(t *testing.T) {
	assert.Equal(t, float32(15), Hazards{Return: 1, Lapse: 2, Dormancy: 4, Default: 8}.Sum())
}

// The week thins accounts by this bound: were it broken once, an account would end too seldom.
func TestTheLargerOfBothPhasesBoundsEveryLaterWeek(t *testing.T) {
	rate := rapid.Float32Range(0, 0.2)
	rapid.Check(t, func(t *rapid.T) {
		a := Account{Age: rapid.IntRange(1, 60).Draw(t, "age"), CoolingOff: rapid.IntRange(0, 30).Draw(t, "cooling-off"),
			Unneeded: rapid.Bool().Draw(t, "unneeded"), Pulled: rapid.Bool().Draw(t, "pulled"),
			Gap: rapid.Float32Range(0, 1).Draw(t, "gap"), Traits: rapid.Uint8Range(0, 15).Draw(t, "traits")}
		r := Rates{rate.Draw(t, "return"), rate.Draw(t, "lapse"), rate.Draw(t, "dormancy"), rate.Draw(t, "default")}
		bound := a.Hazards(&regretting, &reversing, r).Sum()
		if after := a; a.Age <= a.CoolingOff {
			after.Age = a.CoolingOff + 1
			bound = max(bound, after.Hazards(&regretting, &reversing, r).Sum())
		}
		for later := a; later.Age < a.Age+100; later.Age++ {
			if sum := later.Hazards(&regretting, &reversing, r).Sum(); sum > bound {
				t.Fatalf("an account aged %d with %d weeks to return has hazard %v in week %d, above its bound %v",
					a.Age, a.CoolingOff, sum, later.Age, bound)
			}
		}
	})
}

func TestNeedlessSalesAreExpectedToBeUndoneAsTheirHazardsSay(t *testing.T) {
	rates := Rates{Return: 0.01, Lapse: 0.002, Default: 0.001}
	assert.Zero(t, Undone(&regretting, rates, 4, 0), "nothing is undone within no time")
	want := 1 - math.Exp(-(4*4*0.01 + 6*2*0.002 + 10*3*0.001))
	assert.InDelta(t, want, Undone(&regretting, rates, 4, 10), 1e-6, "4 weeks to return at 4 times the rate, 6 to lapse at twice, 10 to default at 3 times")
	asleep := regretting
	asleep.Dormant, asleep.Clean = 1, 0.12
	assert.InDelta(t, 1-math.Exp(-0.12), Undone(&asleep, rates, 4, 52), 1e-6, "what is never used is only closed, at 12 % a year")
}
