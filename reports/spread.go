package reports

import (
	"math"
	"slices"
	"sync"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// spread sums up one number over replications.
type spread struct {
	n         int     // replications with a value
	mean      float64 // NaN when n is 0
	low, high float64 // 95 % interval of the mean (Student's t); NaN when n is 1
	p10, p90  float64 // between these lie the middle 80 % of the replications
}

// confidence is that of every interval this package computes itself; those in
// summary.csv come from the experiment.
const confidence = 0.95

// spreadOf ignores values that are not numbers.
func spreadOf(values []float64) spread {
	known := slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
	if len(known) == 0 {
		return spread{mean: math.NaN(), low: math.NaN(), high: math.NaN(), p10: math.NaN(), p90: math.NaN()}
	}
	// Sorting first makes the sum, and so the last bit, independent of row order.
	slices.Sort(known)
	s := spread{n: len(known), mean: stat.Mean(known, nil)}
	half := math.NaN() // one replication says nothing about the next
	if s.n > 1 {
		half = studentT(s.n-1) * stat.StdDev(known, nil) / math.Sqrt(float64(s.n))
	}
	s.low, s.high = s.mean-half, s.mean+half
	s.p10 = stat.Quantile(0.1, stat.LinInterp, known, nil)
	s.p90 = stat.Quantile(0.9, stat.LinInterp, known, nil)
	return s
}

// quantiles are those of Student's t that were asked for before.
var quantiles sync.Map

// studentT is the two-sided quantile of Student's t for the given degrees of
// freedom (at least 1).
func studentT(freedom int) float64 {
	if known, ok := quantiles.Load(freedom); ok {
		return known.(float64)
	}
	q := quantile(freedom)
	quantiles.Store(freedom, q)
	return q
}

func quantile(freedom int) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(freedom)}.Quantile((1 + confidence) / 2)
}

// extent grows to hold numbers.
type extent struct{ low, high float64 }

// nothing is an extent that holds no number yet.
func nothing() extent { return extent{math.Inf(1), math.Inf(-1)} }

func (e *extent) add(values ...float64) {
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			e.low, e.high = math.Min(e.low, v), math.Max(e.high, v)
		}
	}
}

func (e extent) empty() bool { return e.low > e.high }

// padded widens an extent by a share of its length at both ends, but does not let
// it cross zero: what cannot be negative should not look as if it could.
func (e extent) padded(share float64) extent {
	by := share * (e.high - e.low)
	wide := extent{e.low - by, e.high + by}
	if e.low >= 0 {
		wide.low = max(wide.low, 0)
	}
	if e.high <= 0 {
		wide.high = min(wide.high, 0)
	}
	return wide
}
