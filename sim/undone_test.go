package sim

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAPitchedSaleIsWorthLessWhereItIsTakenOffWhenUndone(t *testing.T) {
	worth := func(foresee float64, change func(*Tally)) (sale, pitch, silent float64) {
		model := smallModel()
		model.Mind.Effort.Foresee = foresee
		m := Build(model, smallWorld, 0)
		tally := &m.plan(0).Tallies[0]
		tally.Measure, tally.Clawback = Openings, 0
		change(tally)
		m.Sellers.Worth[m.tally(0, 0)] = 100
		tally.Weight[smallSavings] = 1
		all := m.saleWorth(0)
		return all[smallSavings], m.pitchWorth(0, all)[smallSavings], m.lasts(m.of(0), tally)
	}
	sale, pitch, silent := worth(1, func(*Tally) {})
	require.Equal(t, sale, pitch, "what is never taken off counts in full")
	require.Equal(t, 1.0, silent, "and so does a silent opening")
	for what, change := range map[string]func(*Tally){
		"kept": func(x *Tally) { x.Measure = Kept }, "clawed back": func(x *Tally) { x.Clawback = 104 },
	} {
		sale, pitch, silent = worth(1, change)
		require.Less(t, pitch, sale, "%s: a needless sale is partly undone", what)
		require.Less(t, silent, 1.0, "%s: a silent opening is partly found", what)
		sale, pitch, silent = worth(0, change)
		require.Equal(t, sale, pitch, "%s: who does not look ahead sees no difference", what)
		require.Equal(t, 1.0, silent, "%s: nor for a silent opening", what)
	}
}
