package customer

import (
	"math"
	"math/rand/v2"
	"testing"

	"xsell/agents/num"
)

// Whoever is called hopeless says no by the formula too: over odds of every size and luck of every bit, most of it near
// the chance itself, where the two could differ.
func TestNobodyHopelessWouldHaveSaidYes(t *testing.T) {
	dice, called := rand.New(rand.NewPCG(3, 4)), 0
	for i := range 3_000_000 {
		odds := float32(dice.NormFloat64() * 6)
		if i%1000 == 0 {
			odds = math.Float32frombits(dice.Uint32())
		}
		luck := max(float32(dice.Uint32()>>8)*0x1p-24, 0x1p-25)
		if i%2 == 0 {
			luck = min(max(num.Logistic32(odds)*(1+float32(dice.NormFloat64())*0.01), 0x1p-25), 1-0x1p-24)
		}
		if !Declines(odds, luck) {
			continue
		}
		called++
		if luck < num.Logistic32(odds) {
			t.Fatalf("a customer with log odds %v under luck %v is called hopeless but would say yes", odds, luck)
		}
	}
	if called < 500_000 {
		t.Fatalf("only %d of 3 million are called hopeless: the shortcut saves nothing", called)
	}
}
