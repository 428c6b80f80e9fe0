package selection

import "xsell/scenarios/stats"

// part notes which designs have not lived the same history in a world. Equal values are not enough to be the same: what
// sets designs apart may be rare.
func (r *Race) part(histories []string) {
	left := r.Left()
	for n, i := range left {
		for _, l := range left[:n] {
			if len(histories) == 0 || histories[i] != histories[l] {
				r.apart[i][l], r.apart[l][i] = true, true
			}
		}
	}
}

// blind says whether the first stage says nothing about the spread of a pair: more than half of its differences are the same.
// A rare amount that decides between two designs is in few worlds or in none of them, and the spread is 0 or far too small.
func (r *Race) blind(i, l int) bool {
	return r.clump != nil && r.apart[i][l] && 2*r.clump[i][l] > FirstStage
}

// coarse says whether some pair is blind though it varies: means of several worlds may tell more.
func (r *Race) coarse() bool {
	for i := range r.clump {
		for l := range i {
			if r.blind(i, l) && r.clump[i][l] < FirstStage {
				return true
			}
		}
	}
	return false
}

// clumps counts for every two designs how many of their differences are one and the same but for rounding, at most.
func clumps(seen [][]float64) [][]int {
	all := make([][]int, len(seen[0]))
	for i := range all {
		all[i] = make([]int, len(all))
		for l := range i {
			all[i][l] = stats.MostEqual(gaps(seen, i, l))
			all[l][i] = all[i][l]
		}
	}
	return all
}

// unseen is how many differences of the first stage are the same in the pair that says least, of the designs that are left;
// 0 where no pair is blind.
func (r *Race) unseen() (most int) {
	left := r.Left()
	for n, i := range left {
		for _, l := range left[:n] {
			if r.blind(i, l) {
				most = max(most, r.clump[i][l])
			}
		}
	}
	return most
}
