package reports

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"

	"xsell/scenarios/results"
)

// sellerPanel is the file of the panel of sellers.
const sellerPanel = "panel-sellers.csv"

// lateWeeks is how many weeks before the end of a window count as late.
const lateWeeks = 3

// nearMisses counts weeks of sellers by how far they were from a line.
type nearMisses struct {
	weekly bool // the panel has a row for every week
	weeks  map[missPlace]map[area]*atRisk
}

// missPlace is a scenario's distance from the line, late in a window or before.
type missPlace struct {
	scenario string
	late     bool
	distance int // accounts missing, rounded up
}

// area is a market of a world: sellers of one market resemble one another.
type area struct{ world, market string }

// atRisk is how many weeks were at risk, and in how many of them an account was opened without consent.
type atRisk struct{ weeks, offended float64 }

// missColumns are those that the near-miss curve needs.
var missColumns = []string{"scenario", "world", "market", "week", "weeks_weighed", "short_when_weighed", "openings_unauthorised",
	"weeks_left", "last_window_week"}

// readNearMisses reads the panel of sellers in dir. It returns nil where there is none.
func readNearMisses(dir string) (*nearMisses, error) {
	n := &nearMisses{weeks: make(map[missPlace]map[area]*atRisk)}
	err := results.Stream(dir, sellerPanel, missColumns, n.add)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return n, err
}

// add counts a row. Week 0 has a row of its own only where every week has.
func (n *nearMisses) add(cells []string) error {
	week := cells[3]
	n.weekly = n.weekly || week == "0"
	if cells[4] == "0" {
		return nil
	}
	short, err := strconv.ParseFloat(cells[5], 64)
	if err != nil {
		return fmt.Errorf("short_when_weighed: %q is not a number", cells[5])
	}
	const rounding = 1e-9 // a tally of tenths adds up with errors in the last digits
	at := missPlace{cells[0], endsSoon(week, cells[7], cells[8]), int(math.Ceil(short - rounding))}
	if n.weeks[at] == nil {
		n.weeks[at] = make(map[area]*atRisk)
	}
	where := area{cells[1], cells[2]}
	if n.weeks[at][where] == nil {
		n.weeks[at][where] = &atRisk{}
	}
	n.weeks[at][where].weeks++
	if cells[6] != "0" {
		n.weeks[at][where].offended++
	}
	return nil
}

// sortedAreas lists the areas in an order that does not change from run to run: sums must be the same to the last bit.
func sortedAreas(areas map[area]*atRisk) []area {
	return slices.SortedFunc(maps.Keys(areas), func(a, b area) int {
		return cmp.Or(cmp.Compare(a.world, b.world), cmp.Compare(a.market, b.market))
	})
}

// endsSoon tells whether a week was among the last of its window: the row shows the weeks left after it, or that the
// window ended with it.
func endsSoon(week, left, last string) bool {
	if week == last {
		return true
	}
	weeks, err := strconv.Atoi(left)
	return err == nil && weeks < lateWeeks
}
