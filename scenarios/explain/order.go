package explain

import (
	"cmp"
	"slices"

	"xsell/sim/draw"
)

// orders draws the orders in which levers are laid in a world: pairs of an order and its reverse, so that of two levers
// each comes first as often as the other. Worlds draw for themselves, so that what differs between worlds holds both the
// luck of the world and that of its orders.
func orders(world draw.World, levers, pairs int) (all [][]int) {
	for pair := range pairs {
		luck := world.Stream(draw.LeverOrder, draw.Firm, int32(pair))
		order := make([]int, levers)
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(luck.Bits(uint64(a)), luck.Bits(uint64(b))) })
		reverse := slices.Clone(order)
		slices.Reverse(reverse)
		all = append(all, order, reverse)
	}
	return all
}

// along lists the designs on the way of an order.
func along(order []int) (sets []Set) {
	at := Set(0)
	for _, i := range order {
		at = at.with(i)
		sets = append(sets, at)
	}
	return sets
}
