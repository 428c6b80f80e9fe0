package risk

import (
	"cmp"
	"math"
	"slices"
)

// mixture pools the courses of all worlds: the first bill is that of a way with the way's chance over the number of
// worlds, and nothing with the rest of the mass.
type mixture struct {
	worlds []int // of each way
	ways   []way // the largest bill first; ties by world, then week
}

func pool(courses []course) mixture {
	type placed struct {
		world int
		way
	}
	var all []placed
	for r, c := range courses {
		for _, w := range c {
			all = append(all, placed{r, w})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(b.bill, a.bill) })
	m := mixture{make([]int, len(all)), make([]way, len(all))}
	for i, x := range all {
		m.worlds[i], m.ways[i] = x.world, x.way
	}
	return m
}

// quantile is the smallest bill that the first bill exceeds with a chance of at most 1 − p, where world r counts
// taken[r] times [EUR]; 0 where a disclosure is rarer than that.
func (m mixture) quantile(taken []float64, p float64) float64 {
	left := (1 - p) * total(taken)
	for i := range m.ways {
		left -= float64(m.ways[i].chance * taken[m.worlds[i]])
		if left < 0 {
			return m.ways[i].bill
		}
	}
	return 0
}

// shortfall is the mean first bill in the worst 1 − p of all cases, those without a bill included where there are
// fewer with one [EUR]. A way on the edge counts in part (Acerbi and Tasche 2002).
func (m mixture) shortfall(taken []float64, p float64) float64 {
	worst := (1 - p) * total(taken)
	left, sum := worst, 0.0
	for i := range m.ways {
		part := min(left, float64(m.ways[i].chance*taken[m.worlds[i]]))
		sum += float64(part * m.ways[i].bill)
		if left -= part; left <= 0 {
			break
		}
	}
	return sum / worst
}

// delay is the mean time from the oldest hidden account to the middle of its bill's payment, over first disclosures
// [years]; NaN where there is none.
func (m mixture) delay(taken []float64) float64 {
	mass, sum := 0.0, 0.0
	for i := range m.ways {
		chance := float64(m.ways[i].chance * taken[m.worlds[i]])
		mass += chance
		sum += float64(chance * m.ways[i].years)
	}
	return over(sum, mass)
}

// yearly is the chance of a disclosure in each of so many years, given none before; 0 where one has surely come.
func (m mixture) yearly(taken []float64, years int) []float64 {
	come := make([]float64, years)
	for i := range m.ways {
		come[m.ways[i].week/yearWeeks] += float64(m.ways[i].chance * taken[m.worlds[i]])
	}
	left := total(taken)
	for y, n := range come {
		come[y] = 0
		if left > 0 {
			come[y] = min(n/left, 1)
		}
		left -= n
	}
	return come
}

// peak is the year in which a disclosure is likeliest given none before, counted from 1, and its chance; NaN where none
// can come. Of equal years it is the first.
func (m mixture) peak(taken []float64, years int) (year, chance float64) {
	year, chance = math.NaN(), 0
	for y, p := range m.yearly(taken, years) {
		if p > chance {
			year, chance = float64(y+1), p
		}
	}
	return year, chance
}

func total(taken []float64) (sum float64) {
	for _, n := range taken {
		sum += n
	}
	return sum
}

// over is a ratio, NaN where there is nothing to divide by.
func over(sum, mass float64) float64 {
	if mass <= 0 {
		return math.NaN()
	}
	return sum / mass
}
