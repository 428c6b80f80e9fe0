package market

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"xsell/agents"
)

// small is a range of four products in three lines: two of banking, one of insurance, one of funds.
func small() *Table {
	return &Table{
		Products: []Product{{Name: "current", Line: 0}, {Name: "loan", Line: 0}, {Name: "home", Line: 1}, {Name: "fund", Line: 2}},
		Lines:    []string{"banking", "insurance", "funds"},
		Follows: [][]float32{
			{1, 1, 1, 1},
			{2, 1, 1, 1},
			{1, 3, 1, 0.5},
			{1.5, 1, 0, 1},
		},
	}
}

func TestTheLinesOfAHouseholdAreThoseOfItsProducts(t *testing.T) {
	var none agents.Products
	const current, loan, home, fund = 0, 1, 2, 3
	for _, c := range []struct {
		what        string
		held, lines agents.Products
	}{
		{"nothing", none, none},
		{"a loan", none.With(loan), none.With(0)},
		{"two products of one line", none.With(current).With(loan), none.With(0)},
		{"home and fund", none.With(home).With(fund), none.With(1).With(2)},
		{"everything", none.With(current).With(loan).With(home).With(fund), none.With(0).With(1).With(2)},
		{"a product the range does not have", none.With(9), none},
	} {
		assert.Equal(t, c.lines, small().LineSet(c.held), "lines of a household with %s", c.what)
	}
}

func TestOnlyFactorsOtherThanOneAreInfluences(t *testing.T) {
	table := small()
	table.Seal()
	of := func(products ...agents.ProductID) (set agents.Products) {
		for _, p := range products {
			set = set.With(p)
		}
		return set
	}
	assert.Equal(t, []agents.Products{0, of(0), of(1, 3), of(0, 2)}, table.Movers,
		"each product is influenced by those held whose factor is not 1, a factor of 0 included")
	for p, factors := range table.Follows {
		for held := range agents.Products(1 << len(table.Products)) {
			want := float32(1)
			for q, factor := range factors {
				if held.Has(agents.ProductID(q)) {
					want *= factor
				}
			}
			assert.Equal(t, want, table.Follow(agents.ProductID(p), held), "product %d, held %b: the product of the factors of all held", p, held)
		}
	}
}

func TestSealingTwiceIsSealingOnce(t *testing.T) {
	once, twice := small(), small()
	once.Seal()
	twice.Seal()
	twice.Seal()
	assert.Equal(t, once, twice, "a table sealed again must be the same")
}

func TestProductsAndLinesHaveTheSameLuckInAnyCompany(t *testing.T) {
	few, many := small(), small()
	many.Products = append([]Product{{Name: "aaa", Line: 0}}, many.Products...)
	many.Lines = append(many.Lines, "travel")
	few.Seal()
	many.Seal()
	for p := range few.Products {
		assert.Equal(t, few.Products[p].Key, many.Products[p+1].Key, "a product added before %s changes its luck", few.Products[p].Name)
		assert.Less(t, few.Products[p].Key, uint32(1)<<24, "the key of %s has 24 bits", few.Products[p].Name)
	}
	assert.Equal(t, few.LineKeys, many.LineKeys[:3], "a line more must not change the luck of the others")
}

func TestATableWithoutProductsCanBeSealed(t *testing.T) {
	var table Table
	table.Seal()
	assert.Empty(t, table.Movers)
	assert.Zero(t, table.LineSet(^agents.Products(0)), "no products, no lines")
}
