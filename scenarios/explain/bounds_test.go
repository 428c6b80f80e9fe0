package explain

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/stats"
	"xsell/sim/metric"
)

// only is worlds in which the first of so many levers moves alone, by these amounts.
func only(levers int, amounts ...float64) (used []shared) {
	for r, x := range amounts {
		base := 100 + float64(r%7)
		s := shared{base: base, other: base + x, difference: x, shares: make([]float64, levers), alone: make([]float64, levers), last: make([]float64, levers)}
		for range levers {
			s.single, s.but = append(s.single, base), append(s.but, base+x)
		}
		s.shares[0], s.alone[0], s.last[0], s.single[0], s.but[0] = x, x, x, base+x, base
		used = append(used, s)
	}
	return used
}

// The share of the only lever that moves is the whole difference: one number has one interval.
func TestTheShareOfALoneLeverHasTheIntervalOfTheWhole(t *testing.T) {
	chance := metric.Measure{ID: "chance", Kind: metric.Tail, Scale: 100}
	for name, c := range map[string]struct {
		m    *metric.Measure
		used []shared
	}{
		"skewed": {&metric.Measure{ID: "money"}, only(3, 1, 0.2, 5, 0.7, 3, 0.1, 0.4, 12, 2, 0.6, 1.5, 0.9)},
		"even":   {&metric.Measure{ID: "money"}, only(1, 1, 2, 3, 4)},
		"rare":   {&metric.Measure{ID: "money"}, only(2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 9)},
		"chance": {&chance, events(0, 100, 0, 0, 100, 100, 0, 0, 0, 0)},
	} {
		gap := gapOf(c.m, c.used, len(c.used), false)
		for what, n := range map[string]number{"share": ofShare, "alone": ofAlone, "last": ofLast} {
			b := boundsOf(c.m, c.used, n)
			low, high, words, few := b.of(0, false)
			assert.Equal(t, []any{gap.Low, gap.High, gap.Words, gap.Trust, gap.Method}, []any{low, high, words, trust(few), b.family.Method}, "%s, %s", name, what)
		}
	}
}

// events is only for what happens, at 100, or not.
func events(amounts ...float64) []shared {
	used := only(2, amounts...)
	for r, x := range amounts {
		s := &used[r]
		s.base, s.other, s.single, s.but = 0, x, []float64{x, 0}, []float64{0, x}
	}
	return used
}

// Seven gains of thirty are 2/2^7 = 1.6 % by luck: less than 5 %, but more than 5 % over four levers, three of which
// were 0 in these worlds.
func TestSignsAreAskedOfAllLeversThatThereAre(t *testing.T) {
	gains := append(make([]float64, 23), 2, 2.1, 1.9, 2, 2.2, 1.8, 2)
	for levers, words := range map[int]string{1: stats.More, 4: stats.Unclear} {
		_, _, said, few := boundsOf(&metric.Measure{ID: "money"}, only(levers, gains...), ofShare).of(0, false)
		assert.Equal(t, []any{words, true}, []any{said, few}, "%d levers", levers)
	}
}

// Two levers that bring the same everywhere, as they would but for rounding, and in three worlds of thirty something together.
func TestARareInteractionIsMarkedAndNotTrusted(t *testing.T) {
	used := only(2, make([]float64, 30)...)
	for r := range used {
		used[r].last = []float64{0.1, 1e-13 * float64(r)}
		used[r].alone = []float64{0.1, 0}
		if r > 26 {
			used[r].last[0] += 4 + 0.1*float64(r)
		}
	}
	gap := gapOf(&metric.Measure{ID: "money"}, used, 30, false)
	assert.Equal(t, []string{stats.FewDecide, stats.Unclear}, []string{gap.InteractionTrust, gap.InteractionWords}, "%+v", gap)
	assert.False(t, math.IsNaN(gap.InteractionLow))
}

// What a lever does alone in two worlds of twenty is marked, though its share is even.
func TestAloneAndLastCarryMarksOfTheirOwn(t *testing.T) {
	used := only(2, make([]float64, 20)...)
	for r := range used {
		x := 3 + float64(r%5)
		used[r].shares, used[r].alone, used[r].last = []float64{x, x / 2}, []float64{0, x}, []float64{x, x}
		if r%10 == 3 {
			used[r].alone[0] = 5 + float64(r)
		}
	}
	money := &metric.Measure{ID: "money"}
	for n, few := range map[string][2]bool{"share": {false, false}, "alone": {true, false}} {
		b := boundsOf(money, used, map[string]number{"share": ofShare, "alone": ofAlone}[n])
		for lever := range few {
			_, _, _, found := b.of(lever, false)
			assert.Equal(t, few[lever], found, "%s of lever %d", n, lever)
		}
	}
}
