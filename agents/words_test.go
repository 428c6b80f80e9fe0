package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestEuroAreRoundedToThousandthsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		euro float64
		want Money
	}{
		{0, 0}, {1, 1000}, {-1, -1000}, {12.34, 12340}, {0.29, 290},
		{0.0005, 1}, {-0.0005, -1}, {0.0025, 3}, {-0.0025, -3},
		{0.0004, 0}, {-0.0004, 0}, {1e9, 1e12},
	} {
		assert.Equal(t, c.want, EUR(c.euro), "EUR %v in thousandths", c.euro)
	}
}

func TestMoneyReadBackInEuroIsTheAmountPutIn(t *testing.T) {
	assert.Equal(t, 2.5, Money(2500).Float(), "2,500 thousandths are EUR 2.50")
	assert.Equal(t, -0.001, Money(-1).Float(), "the smallest debt is a thousandth of a euro")
	rapid.Check(t, func(t *rapid.T) {
		amount := Money(rapid.Int64Range(-1e15, 1e15).Draw(t, "thousandths"))
		assert.Equal(t, amount, EUR(amount.Float()), "an amount must survive the way to euro and back")
	})
}

func TestAProductIsInTheSetOnceItIsPutInAndUntilItIsTakenOut(t *testing.T) {
	const first, last = ProductID(0), ProductID(MaxProducts - 1)
	var none Products
	assert.False(t, none.Has(first) || none.Has(last), "an empty set has no product")
	both := none.With(first).With(last)
	assert.True(t, both.Has(first) && both.Has(last), "the first and the last product of the largest range fit in")
	assert.False(t, both.Has(1), "a product next to one in the set is not in it")
	assert.Equal(t, both, both.With(last), "a product is in a set at most once")
	assert.Equal(t, none.With(last), both.Without(first), "only the product taken out is out")
	assert.Equal(t, both, both.Without(7), "taking out what is not in changes nothing")
}

func TestSetsOfProductsFollowTheirMembers(t *testing.T) {
	product := rapid.Map(rapid.Uint8Range(0, MaxProducts-1), func(p uint8) ProductID { return ProductID(p) })
	rapid.Check(t, func(t *rapid.T) {
		set := Products(rapid.Uint32().Draw(t, "set"))
		p, other := product.Draw(t, "p"), product.Draw(t, "other")
		assert.True(t, set.With(p).Has(p), "what is put in is in")
		assert.False(t, set.Without(p).Has(p), "what is taken out is out")
		if p != other {
			assert.Equal(t, set.Has(other), set.With(p).Has(other), "putting one in leaves the others alone")
			assert.Equal(t, set.Has(other), set.Without(p).Has(other), "taking one out leaves the others alone")
		}
	})
}

func TestNobodyIsNoSeat(t *testing.T) {
	assert.Equal(t, SellerID(math.MaxUint16), Nobody, "no market has so many seats that the last one is Nobody")
}
