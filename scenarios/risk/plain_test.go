package risk

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"xsell/scenarios"
	"xsell/scenarios/experiment"
	"xsell/scenarios/stats"
	"xsell/sim"
	"xsell/sim/metric"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// common makes a small firm in which disclosure is common enough for plain replications to see it.
var common = []string{
	"run.customers=200", "run.markets=2", "run.sellers=6", "run.weeks=156 weeks", "run.warm-up=13 weeks", "run.close=13 weeks",
	"environment.regulator=2",
}

func load(t *testing.T, name string, sets ...string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(name, append(append([]string{}, common...), sets...))
	require.NoError(t, err)
	return s
}

func plan(t *testing.T, worlds int, names ...string) Plan {
	p := Plan{Plan: experiment.Plan{Replications: worlds, Seed: 11, Workers: 2, Tool: "test", Verify: true}, Years: []int{1, 3}}
	for _, n := range names {
		p.Scenarios = append(p.Scenarios, load(t, n))
	}
	return p
}

// bernstein bounds the sum of independent numbers with mean zero, each at most reach away from zero, whose variances
// sum to variance: with chance 1e-6 at most it is farther from zero than this (Bernstein 1946). No normal tail is assumed.
func bernstein(variance, reach float64) float64 {
	l := math.Log(2 / 1e-6)
	return l*reach/3 + math.Sqrt(l*l*reach*reach/9+2*l*variance)
}

// firsts are the courses of records and what the plain histories of the same worlds drew.
type firsts struct {
	courses []course
	struck  []float64 // 1 where misconduct became public
	bills   []float64 // [EUR]
}

func lives(t *testing.T, p experiment.Plan) [][]*sim.Record {
	t.Helper()
	blocks, err := experiment.Lives(context.Background(), p)
	require.NoError(t, err)
	return blocks
}

func measure(undisclosed, plain [][]*sim.Record) (f firsts) {
	for r := range plain {
		f.courses = append(f.courses, courseOf(undisclosed[r][0].Risk))
		struck, bill := 0.0, 0.0
		for _, frame := range plain[r][0].Frames {
			if frame.Books[metric.Disclosures] > 0 {
				struck, bill = 1, float64(frame.Books[metric.ConductBill])/1000
				break
			}
		}
		f.struck, f.bills = append(f.struck, struck), append(f.bills, bill)
	}
	return f
}

// apart is how far the plain sums of disclosures and of first bills lie from those the courses foretell, in units of
// the distance that chance reaches once in a million tests.
//
// The luck of disclosure is drawn apart from all other luck. So, given a world's other luck, whether its plain history
// is struck is a draw with the course's chance P, of variance P(1 − P), and its first bill one with mean E and variance
// E(B²) − E². Worlds are independent: Bernstein's bound on the sums holds for every number of them.
func (f firsts) apart() (struck, bill float64) {
	var s, b, vs, vb, most float64
	for r, c := range f.courses {
		p, e := 0.0, c.expected()
		for _, w := range c {
			p += w.chance
		}
		s, vs = s+f.struck[r]-p, vs+max(0, p*(1-p))
		b, vb = b+f.bills[r]-e, vb+max(0, c.square()-e*e)
		most = max(most, f.bills[r])
		for _, w := range c {
			most = max(most, w.bill)
		}
	}
	return math.Abs(s) / bernstein(vs, 1), math.Abs(b) / bernstein(vb, most)
}

func TestConditionalEstimateIsThatOfPlainReplications(t *testing.T) {
	const worlds = 300
	p := plan(t, worlds, "sales-quota")
	plain := lives(t, p.Plan)
	f := measure(lives(t, p.undisclosed()), plain)
	struck, bill := f.apart()
	assert.LessOrEqual(t, struck, 1.0, "plain histories see disclosures as often as the chances foretell")
	assert.LessOrEqual(t, bill, 1.0, "and first bills as high as foretold")

	chance, mean := stats.Summary(each(f.courses, course.chance)), stats.Summary(each(f.courses, course.expected))
	seen := stats.Summary(f.struck)
	worthChance, worthBill := worth(chance, each(f.courses, course.chance)), worth(mean, each(f.courses, course.square))
	t.Logf("chance %.4f [%.4f, %.4f], plain %.4f [%.4f, %.4f]; first bill %.0f, plain %.0f EUR; one world is worth %.1f plain ones for the chance, %.1f for the bill",
		chance.Mean, chance.Low, chance.High, seen.Mean, seen.Low, seen.High, mean.Mean, stats.Summary(f.bills).Mean, worthChance, worthBill)
	assert.Greater(t, seen.Mean, 0.1, "the test needs disclosures")
	assert.Less(t, seen.Mean, 0.9, "and worlds without one")
	assert.Greater(t, worthChance, 1.3, "one undisclosed history must say more than one plain one")
	assert.Greater(t, worthBill, 1.3, "also of the bill")

	// Switched off: without the weights of the first disclosure, each close counts as if nothing could have come before.
	for _, c := range f.courses {
		spared := 1.0
		for i := range c {
			c[i].chance /= spared
			spared *= 1 - c[i].chance
		}
	}
	struck, bill = f.apart()
	assert.Greater(t, max(struck, bill), 1.0, "bare chances of closes must not pass for those of a first disclosure")
}
