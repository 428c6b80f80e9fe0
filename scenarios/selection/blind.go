package selection

import "math"

// sameness is how near two differences are that count as the same, as a share of the largest value: what rounding leaves.
const sameness = 1e-9

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

// clumps counts for every two designs how many of their differences are one and the same, at most.
func clumps(seen [][]float64) [][]int {
	all, step := make([][]int, len(seen[0])), sameness*largest(seen)
	for i := range all {
		all[i] = make([]int, len(all))
		for l := range i {
			times := make(map[float64]int)
			for _, gap := range gaps(seen, i, l) {
				if step > 0 {
					gap = math.Round(gap / step)
				}
				times[gap]++
				all[i][l] = max(all[i][l], times[gap])
			}
			all[l][i] = all[i][l]
		}
	}
	return all
}

// largest is the size of the largest value.
func largest(seen [][]float64) (size float64) {
	for _, row := range seen {
		for _, v := range row {
			size = max(size, math.Abs(v))
		}
	}
	return size
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
