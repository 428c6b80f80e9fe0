package metric

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// frame is the books of so many weeks.
func frame(weeks int, counts map[Counter]int64) Frame {
	f := Frame{Weeks: weeks}
	for c, n := range counts {
		f.Books[c] = n
	}
	return f
}

func TestAStockOverTheHorizonIsItsMeanOverTheLastYear(t *testing.T) {
	m := Measure{Kind: Stock, Num: []Counter{AccountsActive}, Den: []Counter{Customers}, Scale: 1}
	years := []Frame{
		frame(52, map[Counter]int64{AccountsActive: 9000, Customers: 1000}),
		frame(13, map[Counter]int64{AccountsActive: 400, Customers: 200}),
		frame(39, map[Counter]int64{AccountsActive: 800, Customers: 200}),
	}
	// (400×13 + 800×39)/52 = 700 accounts over 200 customers
	assert.Equal(t, 3.5, m.Over(years), "the first year does not count, the last counts by weeks")
	assert.Equal(t, 4.0, m.Over(years[2:]), "what is shorter than a year is averaged whole")
	assert.Equal(t, 9.0, m.Over(years[:1]), "a frame of a year is the last year")
}

func TestALastYearThatBeginsWithinAFrameTakesAllOfIt(t *testing.T) {
	m := Measure{Kind: Stock, Num: []Counter{Customers}, Scale: 1}
	frames := []Frame{
		frame(20, map[Counter]int64{Customers: 1e6}), frame(20, map[Counter]int64{Customers: 30}),
		frame(20, map[Counter]int64{Customers: 60}), frame(20, map[Counter]int64{Customers: 90}),
	}
	assert.Equal(t, 60.0, m.Over(frames), "52 weeks reach into the second frame, not into the first")
}

func TestAFlowIsItsSumInItsOwnUnit(t *testing.T) {
	m := Measure{Kind: Flow, Num: []Counter{EarnMargin, EarnFees}, Minus: []Counter{EarnDefault}, Scale: 0.001}
	frames := []Frame{
		frame(13, map[Counter]int64{EarnMargin: 70_000, EarnFees: 5_000, EarnDefault: 1_000}),
		frame(91, map[Counter]int64{EarnMargin: 30_000}),
	}
	assert.InDelta(t, 104.0, m.Over(frames), 1e-12, "EUR of all frames, however long, less what is taken off")
}

func TestARatioIsOfSumsNotAMeanOfRatios(t *testing.T) {
	m := Measure{Kind: Ratio, Num: []Counter{LeadsSigned}, Den: []Counter{LeadsSigned, LeadsLost}, Scale: 100}
	frames := []Frame{
		frame(13, map[Counter]int64{LeadsSigned: 1}),
		frame(13, map[Counter]int64{LeadsSigned: 19, LeadsLost: 80}),
	}
	assert.Equal(t, 20.0, m.Over(frames), "20 of 100 leads, not the mean of 100 % and 19 %")
}

func TestAFlowOverAStockIsPerYear(t *testing.T) {
	m := Measure{Kind: Ratio, Num: []Counter{Left}, Den: []Counter{Customers}, Scale: 100, PerYear: true}
	frames := []Frame{
		frame(26, map[Counter]int64{Left: 10, Customers: 100}),
		frame(78, map[Counter]int64{Left: 26, Customers: 500}),
	}
	// 36 leavers in two years among (100×26 + 500×78)/104 = 400 customers
	assert.Equal(t, 4.5, m.Over(frames), "leavers a year in per cent of the mean number of customers")
	assert.Equal(t, 20.0, m.Over(frames[:1]), "half a year counts twice")
}

func TestATailIsOneHoweverOftenItHappens(t *testing.T) {
	m := Measure{Kind: Tail, Num: []Counter{Disclosures}, Scale: 100}
	once := frame(13, map[Counter]int64{Disclosures: 1})
	twice := frame(13, map[Counter]int64{Disclosures: 2})
	never := frame(13, nil)
	assert.Equal(t, 0.0, m.Over([]Frame{never, never}), "it never happened")
	assert.Equal(t, 100.0, m.Over([]Frame{never, once}), "it happened")
	assert.Equal(t, 100.0, m.Over([]Frame{twice, once, never}), "a history counts once")
}

func TestAFinalMeasureIsReadAtTheEnd(t *testing.T) {
	m := Measure{Kind: Final, Num: []Counter{OffendersEver}, Den: []Counter{SellersEver}, Scale: 100}
	frames := []Frame{
		frame(13, map[Counter]int64{OffendersEver: 9, SellersEver: 10}),
		frame(13, map[Counter]int64{OffendersEver: 10, SellersEver: 40}),
	}
	assert.Equal(t, 25.0, m.Over(frames), "the last frame has everything up to then")
}

func TestAShareOfNothingIsNotANumber(t *testing.T) {
	for _, kind := range []Kind{Stock, Ratio, Final} {
		m := Measure{Kind: kind, Num: []Counter{Referrals}, Den: []Counter{Customers}, Scale: 1}
		assert.True(t, math.IsNaN(m.Over([]Frame{frame(13, map[Counter]int64{Referrals: 3})})), "a %s over 0 customers", kind)
		assert.True(t, math.IsNaN(m.Over(nil)), "a %s over no time", kind)
	}
	yearly := Measure{Kind: Ratio, Num: []Counter{Left}, Den: []Counter{Customers}, Scale: 1, PerYear: true}
	assert.True(t, math.IsNaN(yearly.Over([]Frame{frame(0, map[Counter]int64{Left: 3, Customers: 5})})), "a rate over no weeks")
}

func TestARatioDoesNotDependOnHowTimeIsCutIntoFrames(t *testing.T) {
	count := rapid.Int64Range(0, 1000)
	rapid.Check(t, func(t *rapid.T) {
		stock, weeks := count.Draw(t, "customers")+1, rapid.IntRange(1, 52).Draw(t, "weeks")
		a, b := count.Draw(t, "left first"), count.Draw(t, "left then")
		m := Measure{Kind: Ratio, Num: []Counter{Left}, Den: []Counter{Customers}, Scale: 100, PerYear: true}
		whole := m.Over([]Frame{frame(2*weeks, map[Counter]int64{Left: a + b, Customers: stock})})
		halves := m.Over([]Frame{frame(weeks, map[Counter]int64{Left: a, Customers: stock}),
			frame(weeks, map[Counter]int64{Left: b, Customers: stock})})
		assert.InDelta(t, whole, halves, 1e-9*(1+whole), "one long frame and two halves measure the same")
	})
}
