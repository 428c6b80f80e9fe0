package comparison

import (
	"slices"

	"xsell/sim/metric"
)

// measureBy finds a measure among those there are.
func (a *Asked) measureBy(id string) (*metric.Measure, bool) {
	if a.Own == nil {
		return metric.ByID(id)
	}
	i := slices.IndexFunc(a.Own, func(m metric.Measure) bool { return m.ID == id })
	if i < 0 {
		return nil, false
	}
	return &a.Own[i], true
}

// measures are the ids of all there are.
func (a *Asked) measures() (ids []string) {
	all := a.Own
	if all == nil {
		all = metric.Measures
	}
	for i := range all {
		ids = append(ids, all[i].ID)
	}
	return ids
}

// everything is all measures of this program, where the outcomes have them all: only then do equal outcomes mean equal
// histories. Columns of a file may be equal by chance.
func (a *Asked) everything() (ids []string) {
	for i := range metric.Measures {
		id := metric.Measures[i].ID
		if _, known := a.measureBy(id); !known {
			return nil
		}
		ids = append(ids, id)
	}
	return ids
}
