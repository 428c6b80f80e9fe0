package results

import (
	"fmt"
	"math"
	"slices"
)

// Odds is a number that is not the same there and here.
type Odds struct {
	Scenario    string
	Replication int
	Measure     string
	There, Here float64
}

// Sameness is how the outcomes of one set, there, compare with those of another, here.
type Sameness struct {
	Numbers, Worlds int      // compared
	Different       int      // numbers
	First           *Odds    // of them, by world, scenario and measure; nil where there is none
	Missing         []string // measures there that are not here
}

// Same compares the outcomes there with those here, in the worlds that both have, to the last bit.
func Same(there, here *Set) Sameness {
	type at struct {
		scenario    string
		replication int
		measure     string
	}
	mine := make(map[at]float64, len(here.Outcomes))
	worlds := make(map[int]bool)
	for _, o := range here.Outcomes {
		mine[at{o.Scenario, o.Replication, o.Measure}] = o.Value
		worlds[o.Replication] = true
	}
	rows := slices.Clone(there.Outcomes)
	slices.SortStableFunc(rows, func(a, b Outcome) int { return a.Replication - b.Replication })
	var found Sameness
	seen := make(map[int]bool)
	for _, o := range rows {
		if !worlds[o.Replication] {
			continue
		}
		value, known := mine[at{o.Scenario, o.Replication, o.Measure}]
		if !known {
			if !slices.Contains(found.Missing, o.Measure) {
				found.Missing = append(found.Missing, o.Measure)
			}
			continue
		}
		seen[o.Replication] = true
		found.Numbers++
		if !sameNumber(o.Value, value) {
			found.Different++
			if found.First == nil {
				found.First = &Odds{o.Scenario, o.Replication, o.Measure, o.Value, value}
			}
		}
	}
	found.Worlds = len(seen)
	return found
}

func sameNumber(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
}

// FirstTable says where what was made of the outcomes is not the same; empty where all of it is.
func FirstTable(there, here *Set) string {
	for i := range there.Summary {
		a := &there.Summary[i]
		for j := range here.Summary {
			b := &here.Summary[j]
			if a.Scenario == b.Scenario && a.Measure == b.Measure && string(encode(summaryTable, []Row{*a}).bytes) != string(encode(summaryTable, []Row{*b}).bytes) {
				return fmt.Sprintf("summary.csv, %s, %s: mean %v there, %v here; difference %v there, %v here", a.Scenario, a.Measure, a.Mean, b.Mean,
					a.Difference, b.Difference)
			}
		}
	}
	switch {
	case string(encode(verdictsTable, there.Verdicts).bytes) != string(encode(verdictsTable, here.Verdicts).bytes):
		return "verdicts.csv"
	case string(encode(standingsTable, there.Standings).bytes) != string(encode(standingsTable, here.Standings).bytes):
		return "standings.csv"
	case string(encode(guardsTable, there.Guards).bytes) != string(encode(guardsTable, here.Guards).bytes):
		return "guardrails.csv"
	}
	return ""
}
