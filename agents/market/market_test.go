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
	assert.Equal(t, [][]Influence{
		nil,
		{{Held: 0, Factor: 2}},
		{{Held: 1, Factor: 3}, {Held: 3, Factor: 0.5}},
		{{Held: 0, Factor: 1.5}, {Held: 2, Factor: 0}},
	}, table.Influences, "each product is influenced by those held whose factor is not 1, a factor of 0 included")
}

func TestSealingTwiceIsSealingOnce(t *testing.T) {
	once, twice := small(), small()
	once.Seal()
	twice.Seal()
	twice.Seal()
	assert.Equal(t, once, twice, "a table sealed again must not gain influences")
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
	assert.Empty(t, table.Influences)
	assert.Zero(t, table.LineSet(^agents.Products(0)), "no products, no lines")
}
