package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
)

func TestTablesOfWaysAgreeWithTheBooks(t *testing.T) {
	for what, spoil := range map[string]func(*Ways){
		"leads passed on by units":               func(w *Ways) { w.Passed[0][0]++ },
		"leads passed on and signed by units":    func(w *Ways) { w.Signed[0][0]++ },
		"consented sales by segment and product": func(w *Ways) { w.Bought[0][0]++ },
		"customers by lines":                     func(w *Ways) { w.Held[agents.Products(0)]++ },
	} {
		model := busy()
		model.Mind.Refer.Notice, model.Mind.Refer.Think, model.Org.Handoffs[0].Ease = 1, 1, 1
		r := lived(t, model)
		require.Empty(t, Verify(r), "the tables must hold before they are spoiled")
		for _, table := range [][][]int64{r.Ways.Passed, r.Ways.Signed, r.Ways.Before} {
			require.Positive(t, tableSum(table), "nothing was passed on, signed or bought: the test shows nothing")
		}
		spoil(&r.Ways)
		broken := Verify(r)
		require.Len(t, broken, 1)
		require.Contains(t, broken[0], what+": ", "one too many is not seen")
	}
}

func TestNobodyPassesLeadsToTheOwnUnit(t *testing.T) {
	r := lived(t, busy())
	for u, row := range r.Ways.Passed {
		require.Zero(t, row[u], "unit %d passed leads to itself", u)
	}
}
