package sim

import (
	"iter"
	"math/bits"
)

// whale returns the cumulative share of summed profit at each bin's end, the most profitable first; all zero when the sum
// is not positive. Where there are more than a few customers it goes through them some times instead of sorting them, so that
// a bank of any size needs no more room than one of a few; sums are whole numbers, so that the shares are those of a sorted
// list to the last bit.
func whale(profits iter.Seq[int64]) (curve [WhaleBins]float64) {
	n, total := 0, int64(0)
	for x := range profits {
		n++
		total += x
	}
	if total <= 0 {
		return curve
	}
	var ranks [WhaleBins]int
	for bin := range ranks {
		ranks[bin] = n * (bin + 1) / WhaleBins
	}
	sums := topSums
	if n <= fewNumbers {
		sums = sortedSums
	}
	for bin, sum := range sums(profits, ranks[:]) {
		curve[bin] = float64(sum) / float64(total)
	}
	return curve
}

// fewNumbers is how many numbers take no more room, sorted, than the heaps of many do.
const fewNumbers = 1 << 17

// sortedSums is topSums of a few numbers: it sorts them by their digits, the lowest first, and adds them up.
func sortedSums(numbers iter.Seq[int64], ranks []int) []int64 {
	least, most := extremes(numbers)
	var below, room []uint64 // how far they lie below the largest
	for x := range numbers {
		below = append(below, uint64(most-x))
	}
	room = make([]uint64, len(below))
	for shift, all := 0, bits.Len64(uint64(most-least)); shift < all; shift += digitBits {
		var ends [1<<digitBits + 1]int
		for _, x := range below {
			ends[x>>shift&(1<<digitBits-1)+1]++
		}
		for digit := range 1 << digitBits {
			ends[digit+1] += ends[digit]
		}
		for _, x := range below {
			end := &ends[x>>shift&(1<<digitBits-1)]
			room[*end] = x
			*end++
		}
		below, room = room, below
	}
	sums, sum, done := make([]int64, len(ranks)), int64(0), 0
	for i, rank := range ranks {
		for ; done < rank; done++ {
			sum += most - int64(below[done])
		}
		sums[i] = sum
	}
	return sums
}

// digitBits is how much of a number one pass looks at: more takes more room, less more passes.
const digitBits = 11

// heap is the numbers that begin alike and among which the k-th largest is for some rank k.
type heap struct {
	prefix     uint64 // how far they lie below the largest of all, without the digits not yet looked at
	above, sum int64  // how many numbers are larger than all of these, and what they come to
	ranks      []int  // places in the list of ranks
	n, sums    [1 << digitBits]int64
}

// topSums returns for each rank k, in rising order, the sum of the k largest numbers: radix selection, the highest digit
// first (Knuth, The Art of Computer Programming 3, 5.2.5). It looks at every number again for each digit, but only into
// the heaps in which a rank falls.
func topSums(numbers iter.Seq[int64], ranks []int) []int64 {
	least, most := extremes(numbers)
	heaps, sums := []*heap{{}}, make([]int64, len(ranks))
	for i := range ranks {
		heaps[0].ranks = append(heaps[0].ranks, i)
	}
	for before := bits.Len64(uint64(most - least)); len(heaps) > 0; {
		shift := max(before-digitBits, 0)
		for x := range numbers {
			below := uint64(most - x)
			if h := among(heaps, below>>before); h != nil {
				digit := below >> shift & (1<<(before-shift) - 1)
				h.n[digit]++
				h.sums[digit] += x
			}
		}
		var finer []*heap
		for _, h := range heaps {
			finer = append(finer, h.split(ranks, sums, before-shift, shift == 0)...)
		}
		heaps, before = finer, shift
	}
	return sums
}

// extremes are the smallest and the largest of the numbers, 0 of none.
func extremes(numbers iter.Seq[int64]) (least, most int64) {
	first := true
	for x := range numbers {
		if first {
			least, most, first = x, x, false
		}
		least, most = min(least, x), max(most, x)
	}
	return least, most
}

// among finds the heap with a prefix, nil where no rank falls among such numbers. Heaps are in order.
func among(heaps []*heap, prefix uint64) *heap {
	low, high := 0, len(heaps)
	for low < high {
		if mid := (low + high) / 2; heaps[mid].prefix < prefix {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(heaps) || heaps[low].prefix != prefix {
		return nil
	}
	return heaps[low]
}

// split writes the sums of the ranks at which a next digit ends, or all of them where it is the last, and returns heaps of
// the numbers that agree in it for the others.
func (h *heap) split(ranks []int, sums []int64, digits int, last bool) (finer []*heap) {
	above, sum, left := h.above, h.sum, h.ranks
	for digit, n := range h.n {
		if n == 0 {
			continue // most are
		}
		var inside []int
		for ; len(left) > 0 && int64(ranks[left[0]]) <= above+n; left = left[1:] {
			switch more := int64(ranks[left[0]]) - above; {
			case more == 0:
				sums[left[0]] = sum
			case more == n:
				sums[left[0]] = sum + h.sums[digit]
			case last: // they are all equal
				sums[left[0]] = sum + more*(h.sums[digit]/n)
			default:
				inside = append(inside, left[0])
			}
		}
		if len(inside) > 0 {
			finer = append(finer, &heap{prefix: h.prefix<<digits | uint64(digit), above: above, sum: sum, ranks: inside})
		}
		above, sum = above+n, sum+h.sums[digit]
	}
	return finer
}
