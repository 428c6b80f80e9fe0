// Package agents holds the words that every other package shares: ids, money and the table of behavioural
// constants. It must know nothing of organisations, files or time.
package agents

import (
	"math"
	"math/bits"
)

// Ids are row numbers inside one market, except where a comment says otherwise.
type (
	CustomerID uint32 // household seat; who lives in it changes with its generation
	SellerID   uint16 // seller's seat; who sits in it changes with its generation
	ProductID  uint8
	LineID     uint8
	UnitID     uint8
)

// Nobody is the seller of an account that no seller opened, and the finder of a lead nobody passed on.
const Nobody SellerID = math.MaxUint16

// Money is an amount in thousandths of a euro. Integers make sums exact and independent of their order.
type Money int64

// Euro is one euro.
const Euro Money = 1000

// EUR converts an amount in euro, rounded half away from zero.
func EUR(amount float64) Money { return Money(math.Round(amount * float64(Euro))) }

// Float returns the amount in euro.
func (m Money) Float() float64 { return float64(m) / float64(Euro) }

// MaxProducts is how many products a range may have: holdings and needs are sets in one word.
const MaxProducts = 32

// Products is a set of products.
type Products uint32

// All goes through the members in order.
func (s Products) All(yield func(ProductID) bool) {
	for ; s != 0; s &= s - 1 {
		if !yield(ProductID(bits.TrailingZeros32(uint32(s)))) {
			return
		}
	}
}

// Has tells whether p is in the set.
func (s Products) Has(p ProductID) bool { return s>>(p&31)&1 == 1 }

// With returns the set with p.
func (s Products) With(p ProductID) Products { return s | 1<<(p&31) }

// Without returns the set without p.
func (s Products) Without(p ProductID) Products { return s &^ (1 << (p & 31)) }

// First is the first product of the set, which must not be empty; s & (s - 1) is the set without it. So a loop visits the
// members alone, in order.
func (s Products) First() ProductID { return ProductID(bits.TrailingZeros32(uint32(s))) }
