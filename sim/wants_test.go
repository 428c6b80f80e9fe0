package sim

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"xsell/agents"
)

// 256 sets of products are asked for twice in any order: some drive one another out of their place, but none is taken for
// another. Another market's table is another story.
func TestTheTablesOfNeedsSayWhatTheFormulasSay(t *testing.T) {
	var w wants
	for _, seed := range []uint64{4, 5} {
		table := swayed(seed)
		table.Products[3].Gift = agents.Euro
		w.speakOf(table)
		require.Equal(t, agents.Products(0).With(3), w.gifts, "one product comes with a gift")
		for s := range table.Segments {
			for p := range table.Products {
				require.Equal(t, table.Products[p].Need*table.Segments[s].Need[p], w.usual[s][p], "the need for product %d in stage of life %d", p, s)
			}
		}
		for _, x := range rand.New(rand.NewPCG(7, 7)).Perm(2 * 256) {
			held := agents.Products(x % 256)
			follow := *w.follow(held)
			for p := range table.Products {
				require.Equal(t, table.Follow(agents.ProductID(p), held), follow[p], "what holding %b does to the need for product %d", held, p)
			}
		}
	}
}
