package twins

import (
	"math"
	"slices"

	"xsell/scenarios/results"
)

// atLeast are the shares of pairs that are better and worse off in outcome o, however the fates of these pairs are joined,
// at least: with F the distribution of what is better under the first design and G that under the second, the share that
// gains more than d is at least the largest F(y) − G(y + d) over y (Makarov 1982). Undefined values count as the same.
func (x *crowd) atLeast(o int) (better, worse float64) {
	var first, second []float64
	pairs := 0
	_, good := x.outcomes[o].Whose()
	for i := range x.people {
		t := &x.people[i]
		if !t.paired() {
			continue
		}
		pairs++
		if a, b := t.values[0][o], t.values[1][o]; !math.IsNaN(a) && !math.IsNaN(b) {
			if good == results.Less {
				a, b = -a, -b
			}
			first, second = append(first, a), append(second, b)
		}
	}
	if pairs == 0 {
		return math.NaN(), math.NaN()
	}
	slices.Sort(first)
	slices.Sort(second)
	least := x.outcomes[o].Least
	return float64(lead(first, second, least)) / float64(pairs), float64(lead(second, first, least)) / float64(pairs)
}

// lead is the largest number, over all y, of those among low that are at most y less those among high that are at most
// y + d. Both are sorted.
func lead(low, high []float64, d float64) (most int) {
	at := 0
	for i, y := range low {
		if i+1 < len(low) && low[i+1] == y {
			continue // of equal ones the last counts them all
		}
		for at < len(high) && high[at] <= y+d {
			at++
		}
		most = max(most, i+1-at)
	}
	return most
}
