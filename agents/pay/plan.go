package pay

// Limits that let an outlook be worked out without allocating.
const (
	MaxTallies = 16 // tallies of one plan
	MaxGates   = 8  // gates of one rule
)

// TallyDef is one running count (or sum of EUR) per seller; it starts again at 0 when its window ends.
type TallyDef struct {
	Name   string
	Window int // [weeks], at least 1
}

// Gate is a condition on a tally at the window's end.
type Gate struct {
	Tally   int     // index into Plan.Tallies
	AtLeast float64 // share of that tally's target that opens the gate; without a target it is open
	Soft    float64 // the rule's pay is multiplied by it behind a closed gate, in [0, 1]; 0 pays nothing
}

// Rule is one row of a pay plan: measure, window, gates, curve.
type Rule struct {
	Name   string
	Tally  int  // the measure: index into Plan.Tallies
	Quota  bool // true: x = tally/target (attainment, 0 without a target); false: x = tally
	Window int  // [weeks] between two slips; the tally's own window
	Gates  []Gate
	Curve  Curve
	Share  float64 // scales the pay; 1 = whole, 0 = nothing. Pooled tallies are diluted by the caller
	Deferral
}

// Plan is a pay plan: its rules and the tallies they read. Compile it once, share it among all sellers.
type Plan struct {
	Rules   []Rule
	Tallies []TallyDef
}

// Due tells whether the rule pays at the end of this week, weeks counted from 1.
func (r *Rule) Due(week int) bool { return r.Window > 0 && week%r.Window == 0 }

// Pays returns what rule r pays on the final sums, all gates applied [EUR]. sum and target
// have one entry per tally of the plan.
func (p *Plan) Pays(r int, sum, target []float64) float64 {
	rule := &p.Rules[r]
	x := sum[rule.Tally]
	if rule.Quota {
		x = attainment(x, target[rule.Tally])
	}
	paid := float64(rule.Share * rule.Curve.At(x))
	for _, gate := range rule.Gates {
		if !reached(sum[gate.Tally], gate.line(target)) {
			paid = float64(paid * gate.Soft)
		}
	}
	return paid
}

// line is the tally that opens the gate [units]; below every tally without a target.
func (g *Gate) line(target []float64) float64 {
	if target[g.Tally] <= 0 {
		return nowhere
	}
	return float64(g.AtLeast * target[g.Tally])
}

// attainment is the share of the target that is reached; without a target it is 0.
func attainment(sum, target float64) float64 {
	if target <= 0 {
		return 0
	}
	return sum / target
}
