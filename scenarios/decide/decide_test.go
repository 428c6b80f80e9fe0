package decide

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/stats"
	"xsell/sim/draw"
)

// planted are outcomes of designs whose truth is known: in world r, design i has its lead plus luck, of which a share rho
// is common to all designs. bend shapes the luck of its own, which the base then has none of; it must keep its mean.
type planted struct {
	leads []float64
	rho   float64
	bend  func(z float64) float64
	event float64 // an event, worth 100, where an outcome is above it; 0: there is none
}

// outcomes of so many worlds of one case.
func (p planted) outcomes(test, n int) [][]float64 {
	stream := draw.World{Seed: 20260101, Replication: uint64(test)}.Stream(draw.Survey, 0, 0)
	y, at := make([][]float64, n), uint64(0)
	normal := func() float64 {
		at++
		return draw.Normal(stream.Uniform(at))
	}
	for r := range y {
		common := math.Sqrt(p.rho) * normal()
		for i, lead := range p.leads {
			luck := math.Sqrt(1-p.rho) * normal()
			if p.bend != nil {
				luck = p.bend(luck) * float64(min(i, 1))
			}
			y[r] = append(y[r], lead+common+luck)
		}
	}
	return y
}

// happened turns outcomes into events, if they are to be some.
func (p planted) happened(y [][]float64) [][]float64 {
	if p.event == 0 {
		return y
	}
	events := make([][]float64, len(y))
	for r, row := range y {
		events[r] = make([]float64, len(row))
		for i, v := range row {
			if v > p.event {
				events[r][i] = 100
			}
		}
	}
	return events
}

// truths are the true means of the designs: their leads, or the chance of the event in per cent.
func (p planted) truths() []float64 {
	if p.event == 0 {
		return p.leads
	}
	chances := make([]float64, len(p.leads))
	for i, lead := range p.leads {
		chances[i] = 100 * normalTail(p.event-lead)
	}
	return chances
}

// skewed is an exponential of the same spread as the luck of its own at rho = 0.8, sqrt(0.2), and mean 0. Its skewness is
// 2, and so is that of a difference from the base.
func skewed(z float64) float64 {
	const spread = 0.4472136
	return spread * (-math.Log(normalTail(z/spread)) - 1)
}

func normalTail(z float64) float64 { return math.Erfc(z/math.Sqrt2) / 2 }

func profit() Measure { return Measure{ID: "profit", More: true} }

func only(y [][]float64) Outcomes { return func(string) [][]float64 { return y } }

func decision(smallest float64) *Decision {
	return &Decision{Measure: profit(), Smallest: Margin{Value: smallest}, Confidence: 0.95, Looks: 1,
		Everything: []string{"profit", "churn"}}
}

func TestPlainOutcomesHaveTheirWords(t *testing.T) {
	p := planted{leads: []float64{0, 3, 0, 0.3, -3}, rho: 0.95}
	y := p.outcomes(1, 40)
	for _, row := range y {
		row[2] = row[0]
	}
	a := decision(1).Judge(only(y))
	word := func(i, j int) [2]string {
		for _, p := range a.Pairs {
			if p.Design == i && p.Against == j {
				return [2]string{p.Word, p.Note}
			}
		}
		return [2]string{}
	}
	assert.Equal(t, [2]string{Better, "by more than matters"}, word(1, 0))
	assert.Equal(t, [2]string{Worse, "by more than matters"}, word(0, 1))
	assert.Equal(t, [2]string{Same, "no difference at all"}, word(2, 0))
	assert.Equal(t, [2]string{Same, "better by less than matters"}, word(3, 0))
	assert.Equal(t, [2]string{Worse, "by more than matters"}, word(4, 0))
	assert.Equal(t, []int{1}, a.Contenders)
	assert.True(t, a.Settled)
	assert.True(t, a.Standings[1].Possible && !a.Standings[0].Possible)
	assert.Equal(t, 40, a.Worlds)
}

func TestADesignAgainstItselfIsExactlyTheSame(t *testing.T) {
	y := planted{leads: []float64{0, 0}}.outcomes(2, 30)
	for _, row := range y {
		row[1] = row[0]
	}
	d := decision(0.001)
	d.Guardrails = []Guardrail{{Name: "churn", Measure: Measure{ID: "churn"}, Change: true},
		{Name: "tail", Measure: Measure{ID: "churn"}, Change: true, Quantile: 0.9}}
	a := d.Judge(only(y))
	for _, p := range a.Pairs {
		assert.Equal(t, Pair{Design: p.Design, Against: p.Against, Word: Same, Note: "no difference at all"}, p)
	}
	for _, g := range a.Guarded {
		assert.Equal(t, []float64{0, 0, 0}, []float64{g.Value, g.Low, g.High})
		assert.Equal(t, Kept, g.Fate)
	}
	assert.Equal(t, []int{0, 1}, a.Contenders)
	assert.True(t, a.Settled)
}

// What is equal in all worlds seen may differ in the next one, unless the designs are the same in all that is measured.
func TestDesignsAreOnlyTheSameWhereAllMeasuresAgree(t *testing.T) {
	y := planted{leads: []float64{0, 0}}.outcomes(2, 30)
	same, ahead := level(y, 0, 0), level(y, 1, 0)
	for r := range y {
		ahead[r][1] = ahead[r][0] + 3
	}
	event := decision(1)
	event.Measure.Whole = 100
	for name, c := range map[string]struct {
		d      *Decision
		profit [][]float64
	}{
		"an event that nobody has seen":  {event, same},
		"a measure that is always 0":     {decision(1), same},
		"the same lead in all 30 worlds": {decision(1), ahead},
	} {
		a := c.d.Judge(tables(map[string][][]float64{"profit": c.profit, "churn": y}))
		for _, p := range a.Pairs {
			assert.Equal(t, Undecided, p.Word, name)
			assert.Less(t, p.Low, p.High, name)
		}
		assert.False(t, a.Settled, name)
		assert.True(t, a.Standings[0].Possible && a.Standings[1].Possible, name)
	}
	for _, d := range []*Decision{event, decision(1)} {
		a := d.Judge(tables(map[string][][]float64{"profit": same, "churn": same}))
		assert.Equal(t, [2]string{Same, "no difference at all"}, [2]string{a.Pairs[0].Word, a.Pairs[0].Note})
		assert.Equal(t, []stats.Standing{{Possible: true}, {Possible: true}}, a.Standings)
	}
}

func TestWhereLessIsBetterTheWordsTurn(t *testing.T) {
	y := planted{leads: []float64{0, 3}, rho: 0.9}.outcomes(3, 30)
	less, more := decision(1), decision(1)
	less.Measure.More = false
	a, b := less.Judge(only(y)), more.Judge(only(y))
	assert.Equal(t, Worse, a.Pairs[1].Word)
	assert.Equal(t, Better, b.Pairs[1].Word)
	assert.Equal(t, b.Pairs[1].Mean, a.Pairs[1].Mean, "differences stay in the unit of the measure")
	assert.InDelta(t, b.Pairs[1].Low, a.Pairs[1].Low, 1e-12)
	assert.Equal(t, []int{0}, a.Contenders)
	assert.True(t, a.Standings[0].Possible && !a.Standings[1].Possible)
}

func TestWithoutASmallestDifferenceThereAreNoVerdicts(t *testing.T) {
	a := decision(0).Judge(only(planted{leads: []float64{0, 3}, rho: 0.9}.outcomes(3, 30)))
	assert.Empty(t, a.Pairs[0].Word)
	assert.Greater(t, a.Pairs[0].Seen80, a.Pairs[0].Seen)
	assert.False(t, a.Settled)
	assert.Equal(t, []bool{false, true}, []bool{a.Standings[0].Possible, a.Standings[1].Possible})
}

func TestAShareOfTheBaseIsTakenFromItsMean(t *testing.T) {
	d := decision(0)
	d.Smallest = Margin{Value: 0.02, OfBase: true}
	a := d.Judge(only([][]float64{{-100, 1}, {-300, 1}, {math.NaN(), 1}}))
	assert.InDelta(t, 4, a.Smallest, 1e-12)
	assert.Equal(t, []int{2, 1}, []int{a.Worlds, a.Dropped}, "a world with an undefined value is dropped whole")
}

func TestAnUndecidedPairSaysWhatItTakes(t *testing.T) {
	y := planted{leads: []float64{0, 0.3}}.outcomes(5, 30)
	a := decision(0.5).Judge(only(y))
	p := a.Pairs[0]
	require.Equal(t, Undecided, p.Word)
	assert.Equal(t, math.Ceil(30*math.Pow(p.Seen/0.25, 2))-30, p.More)
	// So many worlds do decide it, whatever the truth.
	many := decision(0.5).Judge(only(planted{leads: []float64{0, 0.3}}.outcomes(5, 30+int(1.2*p.More))))
	assert.NotEqual(t, Undecided, many.Pairs[0].Word)
	one := decision(0.5).Judge(only(y[:1]))
	assert.Equal(t, []any{Undecided, math.Inf(1)}, []any{one.Pairs[0].Word, one.Pairs[0].More})
}

func TestLooksDoubleUpToTheBudget(t *testing.T) {
	d := Decision{Smallest: Margin{Value: 1}, Confidence: 0.95, Looks: 3, Budget: 200}
	assert.Equal(t, []int{50, 100, 200}, d.LookSizes(30))
	assert.Empty(t, d.Check(3))
	assert.InDelta(t, 0.05/3, d.alpha(), 1e-15)
	d.Looks = 1
	assert.Equal(t, []int{30}, d.LookSizes(30))
}

func TestDecisionsThatCannotBeTakenAreRefused(t *testing.T) {
	for want, d := range map[string]Decision{
		"found 1, must be at least 0.5":                     {Confidence: 1, Looks: 1},
		"found 0, must be 1 or more":                        {Confidence: 0.9},
		"needs a budget":                                    {Confidence: 0.9, Looks: 2, Smallest: Margin{Value: 1}},
		"4 looks within 40 worlds begin with 5; the first ": {Confidence: 0.9, Looks: 4, Budget: 40, Smallest: Margin{Value: 1}},
		"needs the smallest difference":                     {Confidence: 0.9, Looks: 2, Budget: 100},
		"more than resampling can tell":                     {Confidence: 0.9999, Looks: 1},
		"each guardrail, design and look":                   {Confidence: 0.999, Looks: 1, Guardrails: make([]Guardrail, 3)},
	} {
		faults := d.Check(3)
		if assert.Len(t, faults, 1, want) {
			assert.Contains(t, faults[0].Message, want)
		}
	}
}

func TestASampleInOrderHasTheQuantilesOfItsResamples(t *testing.T) {
	values := []float64{5, 1, 4, 2, 3}
	s := order(values)
	once := []float64{1, 1, 1, 1, 1}
	for _, p := range []float64{0, 0.1, 0.5, 0.9, 1} {
		assert.InDelta(t, 1+4*p, s.quantile(once, p), 1e-12)
	}
	again := []float64{0, 2, 0, 3, 0} // 1, 1, 2, 2, 2
	assert.Equal(t, stats.Quantile([]float64{1, 1, 2, 2, 2}, 0.3).Value, s.quantile(again, 0.3))
	assert.True(t, math.IsNaN(s.quantile(make([]float64, 5), 0.5)))
}
