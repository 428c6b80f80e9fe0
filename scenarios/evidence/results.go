package evidence

import (
	"math"
	"strconv"

	"xsell/scenarios/results"
)

// FactSet returns judged facts as they are written to disk, without a manifest.
func FactSet(judged []FactResult) *results.FactSet {
	set := new(results.FactSet)
	for _, r := range judged {
		set.Facts = append(set.Facts, results.Fact{ID: r.ID, Role: r.Role, Value: r.Estimate.Value, Low: r.Low, High: r.High,
			TargetLow: closed(r.Band.Low), TargetHigh: closed(r.Band.High), Verdict: string(r.Verdict)})
		set.Entries = append(set.Entries, results.FactEntry{ID: r.ID, Title: r.Title, Unit: r.Unit, Text: r.Text, Source: r.Source,
			Explanation: r.Explanation, Firms: r.Firms(), Expression: r.Fact.Value, Worlds: r.Lived, Interval: string(r.Interval)})
	}
	return set
}

// closed is an end of a band as it is written: NaN where it is open.
func closed(end float64) float64 {
	if math.IsInf(end, 0) {
		return math.NaN()
	}
	return end
}

// LawRows returns judged laws as they are written to disk.
func LawRows(judged []LawResult) (rows []results.Law) {
	for _, r := range judged {
		rows = append(rows, results.Law{Law: r.Name(), Scenario: r.Scenarios(), Value: r.On.Value, Low: r.On.Low, High: r.On.High,
			Holds: r.Holds, ValueOff: r.Off.Value, LowOff: r.Off.Low, HighOff: r.Off.High})
	}
	return rows
}

// Name is the law's number, or its id where it has none.
func (l *Law) Name() string {
	if l.Number == 0 {
		return l.ID
	}
	return strconv.Itoa(l.Number)
}
