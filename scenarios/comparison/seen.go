package comparison

import (
	"fmt"
	"slices"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// Seen makes a decision about results pay for the looks that were taken at them before: those of the decision they were
// made for but the one at these same worlds, or, without a decision, one each time they were extended. The error is
// that of the next look (see decide.Anew).
func (d *Decision) Seen(m *results.Manifest) error {
	before := results.Decision{Looks: []int{m.Finished}}
	if m.Decision != nil {
		before = *m.Decision
		if last := len(before.Taken) - 1; last >= 0 && before.Taken[last].Worlds >= m.Finished {
			before.Taken = slices.Clone(before.Taken[:last])
		}
	} else {
		for _, worlds := range m.Grown {
			before.Taken = append(before.Taken, results.Taken{Worlds: worlds, Alpha: d.Alpha()})
		}
	}
	if len(before.Taken) == 0 && len(before.Looks) <= 1 {
		return nil
	}
	d.Looks = max(1, len(before.Looks))
	d.Error = d.Anew(len(before.Taken))
	d.before = &before
	if d.Error < stats.Finest {
		return fmt.Errorf("these results have been looked at %d times, and every look has half of the error of the one before: %.2g is left, which is more than resampling can tell",
			len(before.Taken), d.Error)
	}
	return nil
}
