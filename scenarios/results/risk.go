package results

// RiskSet is what an analysis of the risk of disclosure leaves on disk.
type RiskSet struct {
	Manifest   Manifest
	Quantities []RiskQuantity // what the estimates are
	Estimates  []RiskRow      // by scenario, horizon and quantity
	Curve      []RiskPoint    // the chance of disclosure over time
	Bills      []RiskBill     // the chance that the first bill exceeds an amount
	Hazards    []RiskHazard   // what every history noted; all of the above comes from it
}

// RiskQuantity is one row of the dictionary of a risk analysis.
type RiskQuantity struct {
	ID         string // quantity
	Title      string
	Unit       string
	Good       string // one of Less, Neither
	Definition string
}

// RiskRow is one estimate. Low and High are the ends of its 95 % interval over
// worlds; the differences are from the first scenario in the same worlds.
type RiskRow struct {
	Scenario       string
	Years          int // horizon
	Quantity       string
	Value          float64 // in the quantity's unit; NaN where it is not defined
	Low            float64
	High           float64
	Method         string  // of the interval
	Difference     float64 // NaN for the first scenario
	DifferenceLow  float64
	DifferenceHigh float64
	Words          string
	Worth          float64 // plain histories that say as much as one here; NaN where it is not a mean over worlds
}

// RiskPoint is the chance of a disclosure up to a close.
type RiskPoint struct {
	Scenario string
	Week     int     // the last week counted; week 0 is the first after the warm-up
	Chance   float64 // in [0, 1], with its 95 % interval
	Low      float64
	High     float64
}

// RiskBill is the chance that the first bill within a horizon exceeds an amount.
type RiskBill struct {
	Scenario string
	Years    int     // horizon
	Bill     float64 // [EUR]
	Chance   float64 // in [0, 1], with its 95 % interval
	Low      float64
	High     float64
}

// RiskHazard is what one history noted at one close, or at the date of a change
// that discloses.
type RiskHazard struct {
	Scenario    string
	Replication int
	Week        int     // in which it falls; week 0 is the first after the warm-up
	Since       int     // first week of the period in which the oldest account of the bill was opened
	Due         int     // the week around which the bill would be paid
	Chance      float64 // that it becomes public at this close, if it has not before; in [0, 1]
	Bill        float64 // [EUR]
}

// Quantity returns the dictionary's row for an id, and whether there is one.
func (s *RiskSet) Quantity(id string) (RiskQuantity, bool) {
	for _, q := range s.Quantities {
		if q.ID == id {
			return q, true
		}
	}
	return RiskQuantity{}, false
}

// WriteRisk puts the set into dir, as Write does with a set of measures.
func WriteRisk(dir string, set *RiskSet) error { return writeKept(dir, set) }

// HoldsRisk says whether a directory holds a risk analysis.
func HoldsRisk(dir string) bool { return holds(dir, riskTable.file) }

// ReadRisk returns the analysis in dir exactly as it was written. It fails when a
// file is missing, damaged or was changed after the run.
func ReadRisk(dir string) (*RiskSet, error) {
	set := new(RiskSet)
	if err := readKept(dir, set); err != nil {
		return nil, err
	}
	return set, nil
}

// EstimatesCSV is the table of estimates as it stands in the directory.
func (s *RiskSet) EstimatesCSV() []byte { return encode(riskTable, s.Estimates).bytes }
