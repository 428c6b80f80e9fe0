package stats

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/sim/draw"
)

func TestAFewWorldsDecideWhereMostAreEqual(t *testing.T) {
	with := func(n int, others ...float64) []float64 { return append(make([]float64, n-len(others)), others...) }
	normal := mapped(luck(5, 30), draw.Normal)
	many := make([]float64, 100)
	for r := range LeastDiffering {
		many[r] = float64(r + 1)
	}
	for name, c := range map[string]struct {
		other []float64
		few   bool
		words string
	}{
		"three rare ones of either sign":          {with(30, 1, 2, -5), true, Unclear},
		"five upwards: 2/32 is not rare enough":   {with(11, 1, 1.1, 0.9, 1, 1.2), true, Unclear},
		"six upwards of 13: 2/64 is":              {with(13, 1, 1.1, 0.9, 1, 1.2, 1), true, More},
		"as many as it takes":                     {many, false, More},
		"as many as it takes less one":            {many[1:], true, More},
		"values that all differ":                  {normal, false, Unclear},
		"the same gain in every world":            {[]float64{2, 2, 2}, false, Unclear},
		"the same gain in every world but in one": {[]float64{2, 2, 2, 2, 2, 2, 2, 2.5}, true, More},
	} {
		d := Paired(make([]float64, len(c.other)), c.other)
		assert.Equal(t, []any{c.few, c.words}, []any{d.Few, d.Words}, "%s: %+v", name, d)
	}
	assert.False(t, PairedChance(with(30), with(30, 100), 100).Few, "a chance has an interval of its own")
	assert.True(t, Summary(with(30, 1)).Few)
}

// Two of 26 coins or fewer on one side have a probability of 352/2^26, which for both sides is 1.05e-5.
func TestTheSignTestIsExact(t *testing.T) {
	values := make([]float64, 26)
	for i := range values {
		values[i] = float64(2*min(i, 2)-3) * (1 + float64(i)/100) // two below 0, then 24 above, no two equal
	}
	assert.InDelta(t, 2*352/math.Pow(2, 26), signsP(values, 1), 1e-15)
	assert.Equal(t, 1.0, signsP(values, -1), "most lie on the other side of this mean")
	for i := range values {
		values[i] = -values[i]
	}
	assert.InDelta(t, 2*352/math.Pow(2, 26), signsP(values, -1), 1e-15)
	assert.Equal(t, 1.0, signsP([]float64{1, -1, 0}, 1))
	assert.Equal(t, 1.0, signsP(nil, math.NaN()))
	losses := []float64{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 2, 3}
	assert.Equal(t, 1.0, signsP(losses, -0.4), "a usual loss and rare gains: signs say nothing of the mean")
	assert.InDelta(t, math.Pow(2, -9), signsP(losses[:10], -1), 1e-15)
}

func TestEqualByChanceIsNotTheSame(t *testing.T) {
	d := Paired([]float64{0, 0, 3}, []float64{0, 0, 3}).Chance()
	assert.Equal(t, []any{Unseen, MethodUnseen}, []any{d.Words, d.Method})
	assert.True(t, math.IsInf(d.Low, -1) && math.IsInf(d.High, 1))
	assert.Equal(t, More, Paired([]float64{0, 0, 3}, []float64{1, 1.1, 4.2}).Chance().Words, "others stay as they are")
}

// rareCase is an amount that is seldom in one design, or in both with equal means.
type rareCase struct {
	zero  float64 // share of worlds without it
	n     int
	other float64 // share of worlds without it under the base; 1: never there
	held  float64 // least share of all cases that hold, where none is marked; 0 where most are
}

// amounts is a series of rare exponential amounts with a mean of 1.
func (c *rareCase) amounts(test int, place uint32, zero float64) []float64 {
	values := make([]float64, c.n)
	if zero == 1 {
		return values
	}
	stream := draw.World{Seed: 20260101, Replication: uint64(test)}.Stream(draw.Survey, place, 0)
	for r := range values {
		if u := stream.Uniform(uint64(r)); u > zero {
			values[r] = -math.Log((u-zero)/(1-zero)) / (1 - zero)
		}
	}
	return values
}

// Of 1,000 cases 5 % may be untrue words, and with 4.9 standard deviations of 0.0069 (a false alarm in a million) 8.4 %.
// Where as many worlds differ as are asked for 94 % of intervals hold or more; 90 % is 4.9 standard deviations of 0.0075
// less. Where most intervals fail, nearly all are marked.
func TestRareAmountsAreMarkedAndSeldomMisread(t *testing.T) {
	const cases, most = 1000, 0.084
	for name, c := range map[string]rareCase{
		"never against 95 % without, 10":   {0.95, 10, 1, 0},
		"never against 80 % without, 10":   {0.8, 10, 1, 0},
		"never against 90 % without, 30":   {0.9, 30, 1, 0},
		"never against 80 % without, 30":   {0.8, 30, 1, 0},
		"85 % against 85 % without, 30":    {0.85, 30, 0.85, 0},
		"80 % against 90 % without, 30":    {0.9, 30, 0.8, 0},
		"never against 80 % without, 200":  {0.8, 200, 1, 0.9},
		"85 % against 85 % without, 150":   {0.85, 150, 0.85, 0.9},
		"all worlds of either have it, 30": {0, 30, 0, 0.87},
	} {
		x := c.count(cases)
		t.Logf("%-34s with an interval %d, of them hold %d; marked %d; unmarked %d, of them hold %d; away from zero %d, said %d", name,
			x.bounded, x.held, x.marked, cases-x.marked, x.trusted, x.raw, x.misread)
		assert.LessOrEqual(t, float64(x.misread)/cases, most, name)
		if c.held == 0 {
			assert.Greater(t, x.marked, 9*cases/10, name)
			continue
		}
		assert.GreaterOrEqual(t, float64(x.trusted)/float64(cases-x.marked), c.held, name)
		assert.Less(t, x.marked, cases/10, name)
	}
}

// rareCounts are over all cases: with an interval, those whose interval holds, marked, unmarked that hold, and where means
// are equal those away from zero and those said to be more or less.
type rareCounts struct{ bounded, held, marked, trusted, raw, misread int }

func (c *rareCase) count(cases int) (x rareCounts) {
	add := func(n *int, holds bool) {
		if holds {
			*n++
		}
	}
	equal, truth := c.other < 1, 1.0
	if equal {
		truth = 0
	}
	for test := range cases {
		d := Paired(c.amounts(test, 0, c.other), c.amounts(test, 1, c.zero)).Chance()
		bounded, holds, marked := d.Words != Unseen, d.Low <= truth && truth <= d.High, d.Few || d.Words == Unseen
		add(&x.bounded, bounded)
		add(&x.held, bounded && holds)
		add(&x.marked, marked)
		add(&x.trusted, !marked && holds)
		add(&x.raw, equal && (d.Low > 0 || d.High < 0))
		add(&x.misread, equal && (d.Words == More || d.Words == Less))
	}
	return x
}
