package stats

import "math"

// Standing says how far the mean of a design is above the largest mean of the others (High > 0 only) or below it
// (Low < 0 only).
type Standing struct {
	Low, High float64 // at most 0 and at least 0; the intervals of all designs hold at once
	Possible  bool    // it cannot be ruled out as the best
}

// Contest is what the same worlds say about all designs together, where more is better: all pairs, and who may be the
// best. Each of the two holds with probability 1 - alpha, whatever the correlation between designs.
type Contest struct {
	Family    // every pair i < j, in order
	Standings []Standing
}

// AllPairs compares all pairs of designs (Romano and Wolf 2005, single step) and every design with the best of the others (Hsu 1981, 1984:
// multiple comparisons with the best). The standings take the quantile of the largest one-sided t statistic of each
// design against the others, over the same resamples of whole worlds; where Bonferroni's t replaces those for the pairs it
// does so here. y[r][i] is design i in world r; a world where any value is undefined (NaN) is dropped whole. Fewer than
// two worlds rule nobody out.
//
// A t statistic of a resample has the spread of that resample: this is the bootstrap-t, taken for the largest of all, so
// skewed measures are treated as a single bootstrap-t treats them. The interval of a pair stays symmetric: the quantile
// is that of the largest t of either sign, and of either order of the pair. Where that interval says that a design is behind
// another the standings say so too, and where a few worlds decide a pair and do not agree it rules neither out.
//
// A difference that is the same in all worlds has no spread to judge it by: its interval is without end. Only designs that
// are alike have one of width zero.
func AllPairs(y [][]float64, alpha float64, alike Alike) Contest {
	k := designs(y)
	f, gaps := compared(y, ordered(k))
	c := Contest{Family: f}
	upTo := func(i, j int) float64 { return math.Inf(1) }
	if f.Method != MethodNone {
		ts := resampledTs(gaps, enough(alpha))
		c.judge(ts, alpha)
		student := tQuantile(1-alpha/float64(k-1), c.N-1)
		if upTo = c.steps(ts, alpha, k, student); c.Method == MethodBonferroni {
			upTo = func(i, j int) float64 { return student }
		}
	}
	c.reach()
	c.twins(alike)
	c.Standings = standings(k, func(i, j int) float64 {
		if c.same(alike, i, j) {
			return 0
		}
		return c.above(i, j, upTo(i, j), alpha)
	})
	return c
}

// ChancePairs is AllPairs for events: a value is 0 where one did not happen and whole where it did. Intervals are
// Newcombe's for paired shares, adjusted after Bonferroni for their number.
func ChancePairs(y [][]float64, whole, alpha float64, alike Alike) Contest {
	k := designs(y)
	f, _ := compared(y, ordered(k))
	c := Contest{Family: f}
	worlds := Complete(y)
	column := func(i int) []float64 {
		values := make([]float64, len(worlds))
		for r := range worlds {
			values[r] = worlds[r][i]
		}
		return values
	}
	if f.Method != MethodNone {
		c.Method, c.Critical = MethodManyNewcombe, math.NaN()
	}
	m := float64(len(c.Comparisons))
	for p := range c.Comparisons {
		pair := &c.Comparisons[p]
		d := PairedChanceAt(column(pair.Base), column(pair.Other), whole, 1-alpha/m)
		pair.Low, pair.High, pair.unseen = d.Low, d.High, 0
	}
	c.twins(alike)
	c.Standings = standings(k, func(i, j int) float64 {
		if c.same(alike, i, j) {
			return 0
		}
		// One of two sides, so twice the error of the interval.
		return PairedChanceAt(column(j), column(i), whole, 1-min(2*alpha/float64(k-1), 1-roundings)).High
	})
	return c
}

// Alike says of two designs, by their columns, that they lived the same histories: they do not differ, in no world, seen or
// not. A measure that is equal in all worlds seen does not say so. nil: none are alike.
type Alike func(i, j int) bool

// same says whether two designs are alike; one world is too few to say so.
func (c *Contest) same(alike Alike, i, j int) bool {
	return alike != nil && c.N >= leastForSD && alike(i, j)
}

// twins sets the intervals of designs that are alike.
func (c *Contest) twins(alike Alike) {
	for p := range c.Comparisons {
		if x := &c.Comparisons[p]; c.same(alike, x.Base, x.Other) {
			x.Low, x.High = 0, 0
		}
	}
}

// MethodManyNewcombe is the name of the method for events, as tables print it.
const MethodManyNewcombe = "simultaneous, Newcombe's intervals for paired shares with Bonferroni's adjustment"

// ordered lists every pair of k designs once.
func ordered(k int) (pairs []Comparison) {
	for i := range k {
		for j := i + 1; j < k; j++ {
			pairs = append(pairs, Comparison{Base: i, Other: j})
		}
	}
	return pairs
}

// steps returns how many standard errors the upper limit of a design against another reaches out: the (1 - alpha) quantile of
// the design's largest -t* among all others, but for those that are kept apart.
func (c *Contest) steps(ts [][]float64, alpha float64, k int, student float64) func(i, j int) float64 {
	all := make([][]float64, k)
	for i := range all {
		all[i] = make([]float64, k)
		var others []int
		var signed [][]float64
		for p, pair := range c.Comparisons {
			switch i {
			case pair.Base: // of -t*: the pair is Other minus Base
				others, signed = append(others, pair.Other), append(signed, ts[p])
			case pair.Other:
				others, signed = append(others, pair.Base), append(signed, turned(ts[p]))
			}
		}
		for n, step := range steps(signed, alpha, 1, c.N) {
			if math.IsInf(step, 1) {
				step = student
			}
			all[i][others[n]] = step
		}
	}
	return func(i, j int) float64 { return all[i][j] }
}

// turned are the negatives of t statistics.
func turned(ts []float64) []float64 {
	all := make([]float64, len(ts))
	for b, t := range ts {
		all[b] = -t
	}
	return all
}

// above is an upper limit of the mean of i less that of j, so many standard errors out. One side bears all of the error, and
// the tail seen may be that of either design: the world that was not seen is taken to lie on the side of the limit. A few worlds
// that do not agree have no limit; where the interval of the pair keeps below 0 it does not lie above it.
func (c *Contest) above(i, j int, step, alpha float64) float64 {
	for _, pair := range c.Comparisons {
		high := pair.High
		switch {
		case pair.Other == i && pair.Base == j:
		case pair.Base == i && pair.Other == j:
			pair.Mean, high = -pair.Mean, -pair.Low
		default:
			continue
		}
		if pair.Doubtful(alpha, len(c.Comparisons)) {
			return math.Inf(1)
		}
		pair.unseen = math.Abs(pair.unseen)
		if high < 0 {
			return min(high, pair.upper(step, c.N))
		}
		return pair.upper(step, c.N)
	}
	return math.NaN()
}

// standings are Hsu's intervals, given an upper limit of the mean of i less that of j that holds for all j at once.
// Equal designs, whose limit is 0, do not rule one another out.
func standings(k int, upper func(i, j int) float64) []Standing {
	limits, all := make([][]float64, k), make([]Standing, k)
	for i := range all {
		limits[i] = make([]float64, k)
		closest := math.Inf(1)
		for j := range k {
			if j != i {
				limits[i][j] = known(upper(i, j))
				closest = min(closest, limits[i][j])
			}
		}
		all[i].High = max(0, closest)
		all[i].Possible = !(closest < 0)
	}
	for i := range all {
		for j := range all {
			if j != i && all[j].Possible {
				all[i].Low = min(all[i].Low, -limits[j][i])
			}
		}
	}
	return all
}

// known is a limit that may lie anywhere where it is undefined.
func known(limit float64) float64 {
	if math.IsNaN(limit) {
		return math.Inf(1)
	}
	return limit
}

// half is how far an interval reaches. A difference that never varies has no spread to tell by how much it might.
func half(critical, se float64) float64 {
	if se == 0 || math.IsNaN(se) {
		return math.Inf(1)
	}
	return float64(critical * se)
}

// Detectable returns the true difference that an interval of this width keeps away from zero with that probability, over n
// worlds: half of the interval and the quantile of Student's t for the power, in standard errors. It takes the standard
// error for known. NaN where the interval is stretched to one side: there it is more than asked on the one side and less on the
// other, as mean and spread of skewed worlds go together.
func (c Comparison) Detectable(power float64, n int) float64 {
	if n < leastForSD {
		return math.Inf(1)
	}
	if c.Stretched() {
		return math.NaN()
	}
	return float64((c.High-c.Low)/2) + float64(tQuantile(power, n-1)*c.SE)
}

// WorldsFor returns about how many worlds make an interval reach no further than want, which over n worlds reaches half
// to either side: n (half/want)², rounded up.
func WorldsFor(n int, half, want float64) float64 {
	times := half / want
	return math.Ceil(float64(n) * float64(times*times))
}
