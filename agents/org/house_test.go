package org

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"xsell/agents"
)

// twoHouses are a bank of house 1, an insurer of house 2 that sells savings too, and a call centre of none.
func twoHouses(merged bool) *Network {
	const account, savings, motor = 1 << 0, 1 << 1, 1 << 2
	return &Network{
		Units:    []Unit{{May: account | savings, House: 1}, {May: savings | motor, House: 2}, {May: motor}},
		Houses:   []House{{Sells: account | savings | motor}, {Sells: savings | motor, Acquired: true}},
		Handoffs: []Handoff{{Name: "across", From: 0, To: 1, Products: motor}, {Name: "within", From: 0, To: 2, Products: motor}},
		From:     [][]int{{0, 1}, nil, nil},
		Merged:   merged,
	}
}

func TestUnitsServeTheirOwnHouseUntilTheMerger(t *testing.T) {
	apart, merged := twoHouses(false), twoHouses(true)
	assert.True(t, apart.Shut(1, 1), "the other house's insurer is shut to customers of the bank")
	assert.False(t, apart.Shut(1, 2), "and open to its own")
	assert.False(t, apart.Shut(2, 1), "a unit of no house is open to all")
	assert.False(t, merged.Shut(1, 1), "after the merger nothing is shut")
	assert.False(t, apart.Shut(1, 0), "without houses nobody is a customer of another")
	assert.True(t, apart.Across(0, 1))
	assert.False(t, apart.Across(0, 2), "who serves all is of no other house")
}

func TestCustomersDealWithAnotherHouseInWhatTheirOwnDoesNotSell(t *testing.T) {
	apart, merged := twoHouses(false), twoHouses(true)
	assert.Equal(t, agents.Products(0b110), apart.Deals(1, 2))
	assert.Zero(t, apart.Deals(1, 1), "houses apart do no business with one another's customers")
	assert.Zero(t, merged.Deals(1, 1), "the own house sells savings, and motor through the unit of none")
	assert.Equal(t, agents.Products(0b001), merged.Deals(0, 2), "the account comes from the other house, savings from the own")
	assert.Equal(t, agents.Products(0b011), merged.Deals(0, 0), "without houses a unit deals in all it may sell")
}

func TestALeadStaysInTheHouseIfItCan(t *testing.T) {
	const motor = agents.ProductID(2)
	merged, apart := twoHouses(true), twoHouses(false)
	assert.Equal(t, 1, merged.Handoff(0, motor, 1), "the own way comes before the first by name")
	assert.Equal(t, 0, merged.Handoff(0, motor, 2), "for a customer of the insurer the way across leads home")
	assert.Equal(t, 1, apart.Handoff(0, motor, 1))
	apart.From[0] = []int{0}
	assert.Equal(t, -1, apart.Handoff(0, motor, 1), "the way across waits for the merger")
	merged.From[0] = []int{0}
	assert.Equal(t, 0, merged.Handoff(0, motor, 1), "and is open after it")
}
