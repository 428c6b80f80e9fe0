package decide

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// cases of every truth below.
const cases = 1000

// In 1,000 cases with an error rate of 5 % the share of wrong ones has a standard deviation of sqrt(.05 .95/1000) =
// 0.0069; 4.9 of them (a false alarm in a million) reach 0.0838.
var mostWrong = 0.05 + 4.9*math.Sqrt(0.05*0.95/cases)

// skewSlack is what skewed outcomes and changes of tails may take beyond that: the bootstrap-t of 30 values with a skewness
// of 2, or BCa of a percentile, errs in some 6 or 7 % of cases and not in 5.
const skewSlack = 0.02

// lost says whether a best design is ruled out as the best.
func lost(a *Answer, leads []float64) bool {
	best := 0
	for i, lead := range leads {
		if lead > leads[best] {
			best = i
		}
	}
	return !a.Standings[best].Possible
}

// wrong says whether any word of an answer is untrue, or what stands beside it.
func wrong(d *Decision, a *Answer, leads []float64) bool {
	for _, p := range a.Pairs {
		truth, most := leads[p.Design]-leads[p.Against], d.Smallest.Value
		better, worse := p.Word == Better, p.Word == Worse
		if p.Word == Same {
			if math.Abs(truth) >= most {
				return true
			}
			better, worse = strings.HasPrefix(p.Note, "better by less"), strings.HasPrefix(p.Note, "worse by less")
		}
		if by := strings.HasPrefix(p.Note, "by more than matters"); by && math.Abs(truth) <= most {
			return true
		}
		if better && truth <= 0 || worse && truth >= 0 {
			return true
		}
	}
	return false
}

// tally counts over all cases.
type tally struct{ wrong, lost, settled int }

// rates judges a truth many times. With looks, each case goes on until it is settled or the budget is spent.
func rates(d *Decision, p planted, worlds int) (t tally) {
	sizes := d.LookSizes(worlds)
	for test := range cases {
		y := p.outcomes(100+test, sizes[len(sizes)-1])
		var a *Answer
		for _, n := range sizes {
			of := map[string][][]float64{"profit": p.happened(y[:n]), "churn": y[:n]}
			if a = d.Judge(tables(of)); a.Settled {
				break
			}
		}
		if wrong(d, a, p.truths()) {
			t.wrong++
		}
		if lost(a, p.leads) {
			t.lost++
		}
		if a.Settled {
			t.settled++
		}
	}
	return t
}

// verdictTruth is a truth beside what is decided about it.
type verdictTruth struct {
	d       *Decision
	p       planted
	most    float64
	settled float64 // least share of cases with a verdict for all that counts
}

// The luck of a difference has a standard deviation of sqrt(2 (1 - rho)): 0.63 at rho = 0.8, so 30 worlds leave a standard
// error of 0.115 and intervals of all three pairs reach out by about 0.28. A smallest difference of 0.6 is twice that.
func TestVerdictsAreWrongNoOftenerThanTheySay(t *testing.T) {
	const smallest = 0.6
	looks := &Decision{Measure: profit(), Smallest: Margin{Value: 0.4}, Confidence: 0.95, Looks: 3, Budget: 60}
	for name, c := range map[string]verdictTruth{
		"no difference":                      {decision(smallest), planted{leads: []float64{0, 0, 0}, rho: 0.8}, mostWrong, 0.9},
		"no difference, luck not shared":     {decision(smallest), planted{leads: []float64{0, 0, 0}}, mostWrong, 0},
		"exactly what matters":               {decision(smallest), planted{leads: []float64{0, smallest, 0}, rho: 0.8}, mostWrong, 0.9},
		"twice what matters":                 {decision(smallest), planted{leads: []float64{0, 2 * smallest, 0}, rho: 0.8}, mostWrong, 0.99},
		"skewed, no difference":              {decision(smallest), planted{leads: []float64{0, 0, 0}, rho: 0.8, bend: skewed}, mostWrong, 0.5},
		"skewed, exactly what matters":       {decision(smallest), planted{leads: []float64{0, smallest, 0}, rho: 0.8, bend: skewed}, mostWrong, 0.8},
		"three looks, no difference":         {looks, planted{leads: []float64{0, 0, 0}, rho: 0.8}, mostWrong, 0.9},
		"three looks, a little":              {looks, planted{leads: []float64{0, 0.05, 0}, rho: 0.8}, mostWrong, 0.8},
		"three looks, exactly what matters ": {looks, planted{leads: []float64{0, 0.4, 0}, rho: 0.8}, mostWrong, 0.9},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.check(t)
		})
	}
}

// check judges the truth many times.
func (c *verdictTruth) check(t *testing.T) {
	found := rates(c.d, c.p, 30)
	t.Logf("wrong %d, best ruled out %d, settled %d of %d", found.wrong, found.lost, found.settled, cases)
	assert.LessOrEqual(t, float64(found.wrong)/cases, c.most, "a verdict may be wrong in 5 %% of cases")
	assert.LessOrEqual(t, float64(found.lost)/cases, c.most, "a best design may be ruled out in 5 %% of cases")
	assert.GreaterOrEqual(t, float64(found.settled)/cases, c.settled, "what can be decided must be decided")
}

func TestVerdictsOnEventsAreWrongNoOftenerThanTheySay(t *testing.T) {
	event := func(smallest float64) *Decision {
		d := decision(smallest)
		d.Measure.Whole = 100
		return d
	}
	// 0.13 % of worlds against 0.47 %: 30 worlds rarely show one event, and none of them says that the chances are equal.
	rare := planted{leads: []float64{0, 0.4, 0}, rho: 0.8, event: 3}
	often := planted{leads: []float64{0, 0.6, 0}, rho: 0.8, event: 0.5} // 31 % against 54 %
	level := planted{leads: []float64{0, 0, 0}, rho: 0.8, event: 0.5}
	apart := often.truths()[1] - often.truths()[0]
	for name, c := range map[string]verdictTruth{
		"seldom seen":          {event(0.2), rare, mostWrong, 0},
		"no difference":        {event(60), level, mostWrong, 0.9},
		"exactly what matters": {event(apart), often, mostWrong, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.check(t)
		})
	}
}

// The test above sees what it is for: looking three times with all of the error each time is wrong too often.
func TestLooksThatDoNotShareTheErrorAreFound(t *testing.T) {
	shared := &Decision{Measure: profit(), Smallest: Margin{Value: 1e-9}, Confidence: 0.95, Looks: 4, Budget: 80}
	greedy := *shared
	greedy.Confidence = 1 - 4*0.05 // each look has 5 %
	p := planted{leads: []float64{0, 0}, rho: 0.8}
	assert.LessOrEqual(t, float64(rates(shared, p, 0).wrong)/cases, mostWrong)
	assert.Greater(t, float64(rates(&greedy, p, 0).wrong)/cases, mostWrong, "four looks at 5 % each find a difference where there is none")
}

// A 90th percentile over worlds of standard normal outcomes.
const p90 = 1.2815516

// guardTruth is a guardrail whose truth stands at the limit, or just on the wrong side of kept.
type guardTruth struct {
	p    planted
	g    Guardrail
	most float64
}

func TestGuardrailsAreWrongNoOftenerThanTheySay(t *testing.T) {
	p := planted{leads: []float64{0, 0.2, 0.2}, rho: 0.5}
	// A chance of 0.25 %, independent in each design. One event in 60 worlds, which 14 % of designs have, puts Wilson's limit
	// above it at an error of 0.05/3: some design would break the guardrail in 36 % of cases.
	rare := planted{leads: []float64{0, 0, 0}, event: 2.807}
	some := planted{leads: []float64{0, 0, 0}, event: 1.4} // 8 %
	chance := Measure{Whole: 100}
	for name, c := range map[string]guardTruth{
		"mean at the limit":               {p, Guardrail{Limit: Margin{Value: 0.2}}, mostWrong},
		"mean beyond the limit":           {p, Guardrail{Limit: Margin{Value: 0.19999}}, mostWrong},
		"change at the limit":             {p, Guardrail{Change: true, Limit: Margin{Value: 0.2}}, mostWrong},
		"change beyond the limit":         {p, Guardrail{Change: true, Limit: Margin{Value: 0.19999}}, mostWrong},
		"tail at the limit":               {p, Guardrail{Quantile: 0.9, Limit: Margin{Value: 0.2 + p90}}, mostWrong},
		"tail beyond the limit":           {p, Guardrail{Quantile: 0.9, Limit: Margin{Value: 0.19999 + p90}}, mostWrong},
		"change of a tail at the limit":   {p, Guardrail{Quantile: 0.9, Change: true, Limit: Margin{Value: 0.2}}, mostWrong + skewSlack},
		"change of a tail beyond a limit": {p, Guardrail{Quantile: 0.9, Change: true, Limit: Margin{Value: 0.19999}}, mostWrong + skewSlack},
		"chance at the limit":             {rare, Guardrail{Measure: chance, Limit: Margin{Value: rare.truths()[0]}}, mostWrong},
		"chance beyond the limit":         {some, Guardrail{Measure: chance, Limit: Margin{Value: some.truths()[0] - 0.001}}, mostWrong},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.check(t)
		})
	}
}

// check judges the truth many times.
func (c *guardTruth) check(t *testing.T) {
	d := decision(1)
	d.Guardrails = []Guardrail{c.g}
	worlds, cases, most := 60, cases, c.most
	if c.g.Quantile > 0 && c.g.Change { // slow: fewer cases, and a bound that is wider by as much
		worlds, cases = 40, 400
		most += 4.9 * math.Sqrt(0.05*0.95) * (1/math.Sqrt(400) - 1/math.Sqrt(1000))
	}
	untrue := 0
	for test := range cases {
		if d.anyUntrue(c.p.happened(c.p.outcomes(5000+test, worlds)), c.truth) {
			untrue++
		}
	}
	t.Logf("wrong %d of %d", untrue, cases)
	assert.LessOrEqual(t, float64(untrue)/float64(cases), most)
}

// truth is the level or change of a design; a change of a quantile is that of the mean.
func (c *guardTruth) truth(design int) float64 {
	if c.g.Quantile > 0 && !c.g.Change {
		return c.p.truths()[design] + p90
	}
	return c.p.truths()[design]
}

// anyUntrue says whether a fate of any design is not what its true value says.
func (d *Decision) anyUntrue(y [][]float64, truth func(design int) float64) bool {
	for _, g := range d.guard(only(y), nil) {
		kept := truth(g.Design) <= g.Limit
		if g.Fate == Broken && kept || g.Fate == Kept && !kept {
			return true
		}
	}
	return false
}
