package stats

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// MostShared is for how many players all coalitions are worked out at most: 2^20 of them.
const MostShared = 20

// Shapley splits what players bring together, value(all) − value(none), into a share for each (Shapley 1953): what a
// player adds to those before it, averaged over all orders in which they may come. A coalition is a set of bits, player i
// being bit i. The shares add up to the whole up to rounding; a player that never changes a value gets exactly 0, and
// players that are alike get the same up to rounding. value is asked for each coalition once. It panics on more than
// MostShared players.
func Shapley(players int, value func(coalition uint64) float64) []float64 {
	if players > MostShared {
		panic(fmt.Sprintf("stats: %d players have too many coalitions; sample orders of more than %d", players, MostShared))
	}
	worth := make([]float64, 1<<players)
	for s := range worth {
		worth[s] = value(uint64(s))
	}
	shares := make([]float64, players)
	for i := range shares {
		added, many := make([]float64, players), make([]float64, players) // by how many came before
		for s := range worth {
			if s>>i&1 == 0 {
				before := bits.OnesCount(uint(s))
				added[before] += worth[s|1<<i] - worth[s]
				many[before]++
			}
		}
		for before := range added {
			shares[i] += added[before] / many[before] / float64(players)
		}
	}
	return shares
}

// Along is Shapley with some orders in place of all. Each order names every player once. What players add along an order
// telescopes, so that the shares add up to the whole up to rounding, whatever orders are taken.
func Along(players int, orders [][]int, value func(coalition uint64) float64) []float64 {
	shares := make([]float64, players)
	for _, order := range orders {
		before := uint64(0)
		for _, i := range order {
			after := before | 1<<i
			shares[i] += (value(after) - value(before)) / float64(len(orders))
			before = after
		}
	}
	return shares
}

// grainBits is how fine a grain is: 2^-44 of the largest number, some 6e-14 of it, which leaves 9 bits for sums.
const grainBits = 44

// LeastAlong is from how many worlds on the intervals of shares along drawn orders hold. With fewer of them the orders that
// matter may be missing, and all shares may hold at once in 80 % of cases and not in 95 %.
const LeastAlong = 10

// Grain returns the power of two to which shares of numbers no larger than these can be rounded so that adding them up is
// exact in any order; 0 where all are 0.
func Grain(values ...float64) float64 {
	largest := 0.0
	for _, v := range values {
		largest = max(largest, math.Abs(v))
	}
	if largest == 0 || math.IsNaN(largest) || math.IsInf(largest, 0) {
		return 0
	}
	_, exponent := math.Frexp(largest)
	return math.Ldexp(1, exponent-grainBits)
}

// AddUp rounds the parts of a whole to multiples of a step so that they add up to the whole, which is rounded to the nearest
// multiple (largest remainders, Hamilton's way: no part moves by a step or more, and a part of 0 stays 0). Ties go to the
// earlier part. Parts that are undefined, and a step of 0, leave all as it is.
func AddUp(parts []float64, whole, step float64) (rounded []float64, total float64) {
	rounded = slices.Clone(parts)
	if step == 0 || slices.ContainsFunc(append(slices.Clone(parts), whole), notFinite) {
		return rounded, whole
	}
	steps := math.Round(whole / step)
	missing := int(steps)
	var order []int
	for i, part := range parts {
		down := math.Floor(part / step)
		rounded[i], missing = float64(down*step), missing-int(down)
		if part != 0 {
			order = append(order, i)
		}
	}
	left := func(i int) float64 { return parts[i] - rounded[i] }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(left(b), left(a)) })
	if missing < 0 || missing > len(order) {
		panic(fmt.Sprintf("stats: parts %v do not add up to %v", parts, whole))
	}
	for _, i := range order[:missing] {
		rounded[i] = float64((math.Floor(parts[i]/step) + 1) * step)
	}
	return rounded, float64(steps * step)
}

func notFinite(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }
