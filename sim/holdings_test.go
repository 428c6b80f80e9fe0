package sim

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"xsell/agents"
)

// TestAccountsAreThoseOfAPlainTable opens and closes accounts in any order and compares what stands in the blocks with a
// plain table; no row may get lost, belong to two customers, or be kept free beside one that is asked for.
func TestAccountsAreThoseOfAPlainTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		customers := rapid.IntRange(1, 5).Draw(t, "customers")
		cs := Customers{Held: sets(customers, agents.MaxProducts), Marks: make([]uint8, customers),
			Holdings: Holdings{First: make([]Holding, customers)}}
		plain := make([]map[agents.ProductID]Holding, customers)
		for c := range plain {
			plain[c] = map[agents.ProductID]Holding{}
		}
		for step := range rapid.IntRange(1, 200).Draw(t, "steps") {
			c, p := rapid.IntRange(0, customers-1).Draw(t, "customer"), agents.ProductID(rapid.IntRange(0, agents.MaxProducts-1).Draw(t, "product"))
			who := agents.CustomerID(c)
			if cs.held(who).Has(p) {
				require.Equal(t, plain[c][p], cs.take(who, p), "what is taken is what was there")
				delete(plain[c], p)
			} else {
				cs.put(who, p, Holding(step+1))
				plain[c][p] = Holding(step + 1)
			}
			require.Zero(t, cs.unused(), "rows got lost or belong to two")
			for c := range plain {
				who := agents.CustomerID(c)
				require.Len(t, cs.accounts(who), len(plain[c]), "accounts of customer %d", c)
				for p := range agents.ProductID(agents.MaxProducts) {
					require.Equal(t, plain[c][p], cs.holding(who, p), "account of customer %d in product %d", c, p)
				}
			}
		}
	})
}
