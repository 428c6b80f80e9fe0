package reports

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"xsell/scenarios/results"
)

// view is a set of results with the indexes that tables and pictures ask for.
type view struct {
	set       *results.Set
	scenarios []results.Scenario // the first is the base
	measures  map[string]results.Measure
	outcomes  map[cell]map[int]float64   // by replication
	frames    map[cell]map[int][]float64 // by week, one value per replication
	summary   map[cell]results.Row
	bars      map[cell]map[bin]map[int]float64 // by bin and replication
	luck      map[cell]results.Luck
	misses    *nearMisses // nil without a panel of sellers
	within    []inner     // results on single designs that stand within these
	dir       string      // where the results are; empty: in memory only
	called    string      // how a terminal names where they are; empty: DIR
	width     vg.Length   // of the pictures that are drawn
	kept      *kept       // what several pictures ask for
}

// cell is one scenario's value of one measure or distribution.
type cell struct{ scenario, measure string }

// bin is one bar's place on the x axis.
type bin struct{ low, high float64 }

func newView(set *results.Set) *view {
	v := &view{
		set:       set,
		scenarios: set.Manifest.Scenarios,
		measures:  make(map[string]results.Measure),
		outcomes:  make(map[cell]map[int]float64),
		frames:    make(map[cell]map[int][]float64),
		summary:   make(map[cell]results.Row),
		bars:      make(map[cell]map[bin]map[int]float64),
		luck:      make(map[cell]results.Luck),
		width:     pictureWidth,
		kept:      newKept(),
	}
	for _, m := range set.Dictionary {
		v.measures[m.ID] = m
	}
	for _, r := range set.Summary {
		if set.Manifest.Finished < 2 {
			r = withoutIntervals(r)
		}
		v.summary[cell{r.Scenario, r.Measure}] = r
	}
	for _, l := range set.Luck {
		v.luck[cell{l.Scenario, l.Measure}] = l
	}
	v.indexOutcomes()
	v.indexFrames()
	v.indexBars()
	return v
}

// withoutIntervals keeps the numbers of a single replication from looking certain.
func withoutIntervals(r results.Row) results.Row {
	nan := math.NaN()
	r.Low, r.High, r.DifferenceLow, r.DifferenceHigh, r.Trust = nan, nan, nan, nan, ""
	return r
}

func (v *view) indexOutcomes() {
	for _, o := range v.set.Outcomes {
		at := cell{o.Scenario, o.Measure}
		if v.outcomes[at] == nil {
			v.outcomes[at] = make(map[int]float64)
		}
		v.outcomes[at][o.Replication] = o.Value
	}
}

func (v *view) indexFrames() {
	for _, f := range v.set.Frames {
		at := cell{f.Scenario, f.Measure}
		if v.frames[at] == nil {
			v.frames[at] = make(map[int][]float64)
		}
		v.frames[at][f.Week] = append(v.frames[at][f.Week], f.Value)
	}
}

func (v *view) indexBars() {
	for _, h := range v.set.Histograms {
		at := cell{h.Scenario, h.Distribution}
		if v.bars[at] == nil {
			v.bars[at] = make(map[bin]map[int]float64)
		}
		place := bin{h.Low, h.High}
		if v.bars[at][place] == nil {
			v.bars[at][place] = make(map[int]float64)
		}
		v.bars[at][place][h.Replication] = h.Value
	}
}

// forTelephone is the same view for narrow pictures.
func (v *view) forTelephone() *view {
	narrow := *v
	narrow.width = narrowWidth
	return &narrow
}

// narrow says whether pictures are drawn for a telephone.
func (v *view) narrow() bool { return v.width < pictureWidth }

// across is how many ticks suit the width, given the number for a broad picture.
func (v *view) across(ticks int) int {
	if v.narrow() {
		return max(3, ticks/2)
	}
	return ticks
}

// base is the name of the scenario all others are read against.
func (v *view) base() string { return v.scenarios[0].Name }

// alone says whether there is nothing to compare with.
func (v *view) alone() bool { return len(v.scenarios) == 1 }

// moment is what the replications say about one week or one bar.
type moment struct {
	at     bin // low == high == week for a frame
	spread spread
}

// overTime returns the spread over replications at every close, in order. Weeks
// at which no replication has a value are left out.
func (v *view) overTime(scenario, measure string) []moment {
	return v.kept.moments(cell{scenario, measure}, v.spreadsOverTime)
}

func (v *view) spreadsOverTime(scenario, measure string) []moment {
	var moments []moment
	for week, values := range v.frames[cell{scenario, measure}] {
		if s := spreadOf(values); s.n > 0 {
			moments = append(moments, moment{bin{float64(week), float64(week)}, s})
		}
	}
	return inOrder(moments)
}

// histogram returns the spread over replications of every bar, in order. A bar
// that a replication does not list is 0 there.
func (v *view) histogram(scenario, distribution string) []moment {
	return histogramOf(v.bars[cell{scenario, distribution}])
}

func histogramOf(bars map[bin]map[int]float64) []moment {
	replications := make(map[int]bool)
	for _, values := range bars {
		for r := range values {
			replications[r] = true
		}
	}
	var moments []moment
	for place, values := range bars {
		all := make([]float64, 0, len(replications))
		for r := range replications {
			all = append(all, values[r])
		}
		moments = append(moments, moment{place, spreadOf(all)})
	}
	return inOrder(moments)
}

func inOrder(moments []moment) []moment {
	slices.SortFunc(moments, func(a, b moment) int {
		switch {
		case a.at.low < b.at.low || a.at.low == b.at.low && a.at.high < b.at.high:
			return -1
		case a.at == b.at:
			return 0
		}
		return 1
	})
	return moments
}
