package org

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
	"xsell/agents"
)

// staffed is a network of units with these shares of the firm's sellers.
func staffed(shares ...float64) *Network {
	var o Network
	for _, share := range shares {
		o.Units = append(o.Units, Unit{Seats: share})
	}
	return &o
}

func TestSeatsGoByLargestRemainder(t *testing.T) {
	for _, c := range []struct {
		why    string
		shares []float64
		n      int
		want   []int
	}{
		{"one unit has them all", []float64{1}, 7, []int{7}},
		{"shares that come out even", []float64{0.5, 0.3, 0.2}, 10, []int{5, 3, 2}},
		{"the largest remainder gets the last seat", []float64{0.55, 0.18, 0.27}, 10, []int{5, 2, 3}},
		{"a tie goes to the lower unit", []float64{0.5, 0.5}, 7, []int{4, 3}},
		{"ties go up from the lowest unit", []float64{0.25, 0.25, 0.25, 0.25}, 6, []int{2, 2, 1, 1}},
		{"one seat goes to the largest", []float64{0.2, 0.3, 0.5}, 1, []int{0, 0, 1}},
		{"no sellers, no seats", []float64{0.4, 0.6}, 0, []int{0, 0}},
		{"a unit without sellers stays empty", []float64{0.5, 0, 0.5}, 9, []int{5, 0, 4}},
		{"tenths that are not exact in binary", []float64{0.1, 0.2, 0.3, 0.4}, 10, []int{1, 2, 3, 4}},
		{"thirds that add up to less than one", []float64{1. / 3, 1. / 3, 1. / 3}, 3, []int{1, 1, 1}},
	} {
		assert.Equal(t, c.want, staffed(c.shares...).Seats(c.n), "%d seats by %v: %s", c.n, c.shares, c.why)
	}
}

func TestSeatsAddUpAndNoneIsAWholeSeatOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shares := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 12).Draw(t, "shares")
		shares[0] += 0.01
		total := 0.0
		for _, share := range shares {
			total += share
		}
		for u := range shares {
			shares[u] /= total
		}
		n := rapid.IntRange(0, 500).Draw(t, "sellers")
		dealt := 0
		for u, seats := range staffed(shares...).Seats(n) {
			dealt += seats
			assert.InDelta(t, float64(n)*shares[u], seats, 1+1e-6, "unit %d must get its share up or down to a whole seat", u)
		}
		assert.Equal(t, n, dealt, "every seller sits somewhere and nobody twice")
	})
}

func TestALeadTakesTheFirstHandoffThatCoversItsProduct(t *testing.T) {
	const bank, insurer = agents.UnitID(0), agents.UnitID(1)
	const loan, life, home, fund = agents.ProductID(0), agents.ProductID(1), agents.ProductID(2), agents.ProductID(3)
	var none agents.Products
	o := Network{
		Handoffs: []Handoff{
			{Name: "a-life", From: bank, To: insurer, Products: none.With(life)},
			{Name: "b-insurance", From: bank, To: insurer, Products: none.With(life).With(home)},
			{Name: "c-back", From: insurer, To: bank, Products: none.With(loan)},
		},
		From: [][]int{bank: {0, 1}, insurer: {2}, 2: nil},
	}
	assert.Equal(t, 0, o.Handoff(bank, life, 0), "two handoffs cover life: the first by name wins")
	assert.Equal(t, 1, o.Handoff(bank, home, 0), "only the second covers home")
	assert.Equal(t, -1, o.Handoff(bank, fund, 0), "nobody takes funds from the bank")
	assert.Equal(t, 2, o.Handoff(insurer, loan, 0), "the way back is a handoff of its own")
	assert.Equal(t, -1, o.Handoff(insurer, life, 0), "a handoff leads one way only")
	assert.Equal(t, -1, o.Handoff(2, life, 0), "a unit without handoffs passes nothing on")
}

func TestUnitsAndContractsHaveTheSameLuckInAnyCompany(t *testing.T) {
	few := Network{Units: []Unit{{Name: "bank"}, {Name: "insurer"}}, Contracts: []Contract{{Name: "large-employers"}}}
	many := Network{Units: []Unit{{Name: "agency"}, {Name: "bank"}, {Name: "insurer"}},
		Contracts: []Contract{{Name: "aaa"}, {Name: "large-employers"}}}
	few.Seal()
	many.Seal()
	assert.Equal(t, few.Units[0].Key, many.Units[1].Key, "a unit added before the bank must not change its luck")
	assert.Equal(t, few.Units[1].Key, many.Units[2].Key, "a unit added before the insurer must not change its luck")
	assert.Equal(t, few.Contracts[0].Key, many.Contracts[1].Key, "a contract added before must not change this one's luck")
	assert.NotEqual(t, many.Units[1].Key, many.Units[2].Key, "two units do not share luck")
	for _, u := range many.Units {
		assert.Less(t, u.Key, uint32(1)<<12, "the key of unit %s has 12 bits", u.Name)
	}
	for _, k := range many.Contracts {
		assert.Less(t, k.Key, uint32(1)<<24, "the key of contract %s has 24 bits", k.Name)
	}
}

func TestAnEmptyNetworkCanBeSealed(t *testing.T) {
	var o Network
	o.Seal()
	assert.Empty(t, o.Units)
	assert.Empty(t, o.Seats(0), "without units there are no seats to deal")
}
