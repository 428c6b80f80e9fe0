package decide

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/stats"
)

// tables are outcomes of several measures.
func tables(of map[string][][]float64) Outcomes { return func(m string) [][]float64 { return of[m] } }

func level(y [][]float64, scale, shift float64) [][]float64 {
	other := make([][]float64, len(y))
	for r, row := range y {
		for _, v := range row {
			other[r] = append(other[r], shift+scale*v)
		}
	}
	return other
}

func TestABrokenGuardrailOutranksTheMeasure(t *testing.T) {
	good := planted{leads: []float64{0, 3, 2}, rho: 0.9}.outcomes(7, 60)
	harm := planted{leads: []float64{0, 2, 0}, rho: 0.9}.outcomes(8, 60)
	d := decision(0.5)
	d.Guardrails = []Guardrail{{Name: "no-harm", Measure: Measure{ID: "harm"}, Change: true, Limit: Margin{Value: 1}}}
	a := d.Judge(tables(map[string][][]float64{"profit": good, "harm": harm}))
	require.Len(t, a.Guarded, 2, "the base does not change from itself")
	assert.Equal(t, []string{Broken, Kept}, []string{a.Guarded[0].Fate, a.Guarded[1].Fate})
	for _, p := range a.Pairs {
		switch {
		case p.Design == 1:
			assert.Equal(t, Breaks, p.Word)
			assert.Equal(t, "no-harm; by the measure alone: better", p.Note)
		case p.Design == 2 && p.Against == 0:
			assert.Equal(t, Better, p.Word)
		}
	}
	assert.Equal(t, []int{2}, a.Contenders, "who breaks a guardrail does not count")
	assert.True(t, a.Standings[1].Possible, "by the measure alone it would be the best")
	assert.True(t, a.Settled)
}

func TestNothingIsBetterWhileAGuardrailIsOpen(t *testing.T) {
	good := planted{leads: []float64{0, 3}, rho: 0.9}.outcomes(9, 30)
	d := decision(0.5)
	d.Guardrails = []Guardrail{{Name: "tail", Measure: Measure{ID: "harm"}, Quantile: 0.95, Limit: Margin{Value: 100}}}
	a := d.Judge(tables(map[string][][]float64{"profit": good, "harm": good}))
	last := a.Pairs[1]
	assert.Equal(t, []any{Undecided, "better, but guardrail tail is undecided"}, []any{last.Word, last.Note})
	// Two designs, 0.025 each: log(0.025)/log(0.95) = 71.9 worlds give the 95th percentile a limit.
	assert.Equal(t, 42.0, last.More)
	assert.False(t, a.Settled)
	many := planted{leads: []float64{0, 3}, rho: 0.9}.outcomes(9, 72)
	a = d.Judge(tables(map[string][][]float64{"profit": many, "harm": many}))
	assert.Equal(t, Better, a.Pairs[1].Word)
	assert.True(t, a.Settled)
}

func TestEveryKindOfGuardrailKnowsItsSide(t *testing.T) {
	y := planted{leads: []float64{10, 12}, rho: 0.9}.outcomes(10, 80)
	event := make([][]float64, len(y))
	for r := range event {
		event[r] = []float64{0, 100}
	}
	for _, c := range []struct {
		g    Guardrail
		want string
	}{
		{Guardrail{Limit: Margin{Value: 13}}, Kept},
		{Guardrail{Limit: Margin{Value: 11}}, Broken},
		{Guardrail{Least: true, Limit: Margin{Value: 11}}, Kept},
		{Guardrail{Least: true, Limit: Margin{Value: 13}}, Broken},
		{Guardrail{Change: true, Limit: Margin{Value: 2.5}}, Kept},
		{Guardrail{Change: true, Limit: Margin{Value: 1.5}}, Broken},
		{Guardrail{Change: true, Limit: Margin{Value: 0.1, OfBase: true}}, Broken},
		{Guardrail{Change: true, Limit: Margin{Value: 0.3, OfBase: true}}, Kept},
		{Guardrail{Change: true, Least: true, Limit: Margin{Value: 1}}, Kept},
		{Guardrail{Change: true, Limit: Margin{Value: 2.01}}, Open},
		{Guardrail{Quantile: 0.9, Limit: Margin{Value: 20}}, Kept},
		{Guardrail{Quantile: 0.9, Limit: Margin{Value: 12.5}}, Broken},
		{Guardrail{Quantile: 0.1, Least: true, Limit: Margin{Value: 5}}, Kept},
		{Guardrail{Quantile: 0.9, Change: true, Limit: Margin{Value: 4}}, Kept},
		{Guardrail{Quantile: 0.9, Change: true, Limit: Margin{Value: 0.5}}, Broken},
		{Guardrail{Measure: Measure{ID: "event", Whole: 100}, Limit: Margin{Value: 50}}, Broken},
		{Guardrail{Measure: Measure{ID: "event", Whole: 100}, Change: true, Limit: Margin{Value: 50}}, Broken},
	} {
		d := decision(1)
		d.Guardrails = []Guardrail{c.g}
		guarded := d.guard(tables(map[string][][]float64{"": y, "event": event}), nil)
		assert.Equal(t, c.want, guarded[len(guarded)-1].Fate, "%+v: %+v", c.g, guarded[len(guarded)-1])
	}
}

// Thirty worlds without a loss do not say that the mean loss is 0; nor does a change that none of them shows.
func TestAGuardrailOfAMeanIsOpenWhereAllWorldsAreEqual(t *testing.T) {
	y := make([][]float64, 30)
	for r := range y {
		y[r] = []float64{0, 0}
	}
	twins := func(int, int) bool { return true }
	for name, c := range map[string]struct {
		g    Guardrail
		same stats.Alike
		want string
	}{
		"mean":                               {Guardrail{Limit: Margin{Value: 1}}, nil, Open},
		"mean of designs that are the same":  {Guardrail{Limit: Margin{Value: 1}}, twins, Open},
		"change":                             {Guardrail{Change: true}, nil, Open},
		"change to the same design":          {Guardrail{Change: true}, twins, Kept},
		"change of a tail":                   {Guardrail{Change: true, Quantile: 0.5}, nil, Open},
		"change of a tail to the same":       {Guardrail{Change: true, Quantile: 0.99}, twins, Kept},
		"tail, whose ranks need no spread":   {Guardrail{Quantile: 0.5, Limit: Margin{Value: 1}}, nil, Kept},
		"chance, which has limits of itself": {Guardrail{Measure: Measure{Whole: 100}, Limit: Margin{Value: 20}}, nil, Kept},
	} {
		d := decision(1)
		d.Guardrails = []Guardrail{c.g}
		for _, g := range d.guard(only(y), c.same) {
			assert.Equal(t, c.want, g.Fate, "%s: %+v", name, g)
		}
	}
}

// A tenth more in every world, of sums that are not exact, is no more decided than one more is.
func TestWhatIsTheSameButForRoundingDecidesNothing(t *testing.T) {
	for _, amount := range []float64{0.1, 1} {
		y := level(planted{leads: []float64{0, 0}}.outcomes(12, 30), 20, 100)
		for _, row := range y {
			row[1] = row[0] + amount
		}
		d := decision(0.01)
		d.Guardrails = []Guardrail{{Change: true, Limit: Margin{Value: 9}}, {Change: true, Quantile: 0.5, Limit: Margin{Value: 9}}}
		a := d.Judge(only(y))
		assert.Equal(t, []any{Undecided, math.Inf(1)}, []any{a.Pairs[0].Word, a.Pairs[0].High}, "%+v", a.Pairs[0])
		for _, g := range a.Guarded {
			assert.Equal(t, Open, g.Fate, "%+v", g)
		}
	}
}

func TestAGuardrailThatIsUndefinedSomewhereDropsTheWorld(t *testing.T) {
	y := level(planted{leads: []float64{0, 0}}.outcomes(11, 20), 1, 5)
	y[3][0] = math.NaN()
	d := decision(1)
	d.Guardrails = []Guardrail{{Measure: Measure{ID: "x"}, Limit: Margin{Value: 9}}}
	for _, g := range d.guard(only(y), nil) {
		assert.Equal(t, []any{19, 1, Kept}, []any{g.Worlds, g.Dropped, g.Fate})
	}
}

// One world of thirty with an amount says little about how often and how far it comes; nor do ninety with nine.
func TestAGuardrailIsNotKeptByWorldsThatShowedNothing(t *testing.T) {
	seen := func(n, some int) (y [][]float64) {
		for r := range n {
			x := 0.0
			if r < some {
				x = 0.43
			}
			y = append(y, []float64{0, x})
		}
		return y
	}
	for _, c := range []struct {
		n, some int
		fate    string
		more    float64 // 25 n/some - n, as 25 amounts ask for; g1^2 of a 0 or 1 is a little less than n/some
	}{
		{30, 1, Open, 720}, {90, 9, Open, 160}, {400, 24, Open, 17}, {400, 25, Kept, 0},
	} {
		for _, change := range []bool{false, true} {
			d := decision(1)
			d.Guardrails = []Guardrail{{Measure: Measure{ID: "fine"}, Change: change, Limit: Margin{Value: 0.2}}}
			guarded := d.guard(only(seen(c.n, c.some)), nil)
			g := guarded[len(guarded)-1]
			assert.Equal(t, []any{c.fate, c.more}, []any{g.Fate, g.More}, "%+v: %+v", c, g)
			if c.fate == Open {
				assert.Equal(t, FewDiffer, g.Note)
			}
		}
	}
	broken := decision(1)
	broken.Guardrails = []Guardrail{{Measure: Measure{ID: "fine"}, Limit: Margin{Value: 1e-3}}}
	y := seen(90, 60)
	assert.Equal(t, Broken, broken.guard(only(y), nil)[1].Fate, "what breaks a limit was seen")
}
