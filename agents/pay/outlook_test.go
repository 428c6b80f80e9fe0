package pay

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// end is one possible end of a tally and its chance.
type end struct{ sum, chance float64 }

// ends cuts a seller's belief about tally t into the chance of no further gain and cells of
// 0.05 units, so that every line of the tariff lies between two cells.
func ends(s *Situation, t int, extra float64) []end {
	const cell = 0.05
	f := s.future(t, s.WeeksLeft[t])
	all := []end{{s.Sum[t] + extra, refAbove(-f.Mean / f.SD)}}
	for gain := cell / 2; gain < f.Mean+8*f.SD; gain += cell {
		all = append(all, end{s.Sum[t] + extra + gain, refDensity((gain-f.Mean)/f.SD) / f.SD * cell})
	}
	return all
}

// worth sums what rule r pays over every pair of ends of two tallies, the honest way, with
// extra units posted on the tally plus.
func worth(p *Plan, s *Situation, r int, pair [2]int, plus int) float64 {
	extra := map[int]float64{plus: 1}
	sum, total := append([]float64(nil), s.Sum...), 0.0
	for _, a := range ends(s, pair[0], extra[pair[0]]) {
		for _, b := range ends(s, pair[1], extra[pair[1]]) {
			sum[pair[0]], sum[pair[1]] = a.sum, b.sum
			total += a.chance * b.chance * p.Pays(r, sum, s.Target)
		}
	}
	return total
}

// Every rule of the tariff reads at most two tallies. Lines lie between cells, so only the
// midpoint rule errs: cell²/24 × (change of the slope of pay × density between two lines), with
// pay below EUR 1500 and the density's slope below 0.25/SD² = 0.1: 1500 × 0.1 × 2 × 1e-4 = 0.03,
// twice that in a difference.
func TestMarginalIsTheDifferenceOfHonestExpectations(t *testing.T) {
	whole, pairs := tariff(), [][2]int{{sales, leads}, {sales, leads}, {leads, visits}, {sales, leads}}
	for r, pair := range pairs {
		p := &Plan{Tallies: whole.Tallies, Rules: whole.Rules[r : r+1]}
		s, out := midway(), make([]float64, 3)
		p.Marginal(s, out)
		before := worth(p, s, 0, pair, -1)
		for _, tally := range pair {
			if want := worth(p, s, 0, pair, tally) - before; math.Abs(out[tally]-want) > 0.06 {
				t.Errorf("rule %q: one more on %q is worth EUR %v, summed over futures %v",
					p.Rules[0].Name, p.Tallies[tally].Name, out[tally], want)
			}
		}
	}
}

func TestMarginalOfAGateIsThePayBehindItTimesTheChangeOfItsChance(t *testing.T) {
	p := &Plan{
		Tallies: []TallyDef{{"sales", 13}, {"leads", 13}},
		Rules: []Rule{{Tally: sales, Window: 13, Share: 1, Curve: Curve{{From: 5, Jump: 800}},
			Gates: []Gate{{Tally: leads, AtLeast: 0.75, Soft: 0.2}}}},
	}
	s := &Situation{Sum: []float64{6, 4}, Target: []float64{10, 8}, Rate: []float64{0, 1}, Var: []float64{0, 1}, WeeksLeft: []float64{4, 4}}
	out := make([]float64, 2)
	p.Marginal(s, out)
	want := 800 * 0.8 * (refAbove((5+4-6)/2.0) - refAbove((4+4-6)/2.0))
	if out[sales] != 0 || math.Abs(out[leads]-want) > 1e-4 {
		t.Errorf("with the bonus line crossed a sale is worth EUR %v (want 0) and a lead %v (want %v)", out[sales], out[leads], want)
	}
}

func TestMarginalAddsUpOverRules(t *testing.T) {
	whole, s := tariff(), midway()
	all, one, sum := make([]float64, 3), make([]float64, 3), make([]float64, 3)
	whole.Marginal(s, all)
	for r := range whole.Rules {
		(&Plan{Tallies: whole.Tallies, Rules: whole.Rules[r : r+1]}).Marginal(s, one)
		for i := range one {
			sum[i] += one[i]
		}
	}
	for i := range all {
		if math.Abs(all[i]-sum[i]) > 1e-9 {
			t.Errorf("tally %d: all rules together EUR %v, one by one %v", i, all[i], sum[i])
		}
	}
}

func TestStepOfOneIsTheMarginal(t *testing.T) {
	p, s, out := tariff(), midway(), make([]float64, 3)
	p.Marginal(s, out)
	for tally := range out {
		if got := p.Step(s, tally, 1); got != out[tally] {
			t.Errorf("tally %d: a step of 1 is worth EUR %v, the marginal is %v", tally, got, out[tally])
		}
	}
}

func TestStepsAddUpWhenTakenOneByOne(t *testing.T) {
	p, s, sum := tariff(), midway(), 0.0
	atOnce := p.Step(s, sales, 5)
	for range 5 {
		sum += p.Step(s, sales, 1)
		s.Sum[sales]++
	}
	if math.Abs(sum-atOnce) > 1e-4 {
		t.Errorf("five sales are worth EUR %v at once and %v one by one", atOnce, sum)
	}
}

func TestNextWindowIsAFreshStartOfThisOne(t *testing.T) {
	p, s := tariff(), midway()
	fresh := &Situation{Sum: make([]float64, 3), Target: s.Target, Rate: s.Rate, Var: s.Var, WeeksLeft: []float64{13, 13, 13}}
	got := make([]float64, 3)
	p.NextWindow(s, got)
	for tally := range s.Sum {
		if want := p.Step(fresh, tally, 1); got[tally] != want {
			t.Errorf("tally %d: worth EUR %v in the next window, EUR %v at its start", tally, got[tally], want)
		}
	}
}

func TestWhatIsRememberedChangesNoAnswer(t *testing.T) {
	p, s := six()
	s.Memo = &Memo{}
	threat := Threat{Tally: sales, Window: 13, Floor: 0.8, Misses: 2, Chance: 0.5}
	ask := func(s *Situation) (answers []float64) {
		answers = make([]float64, 3)
		p.Marginal(s, answers)
		return append(answers, p.Step(s, sales, 3), threat.Relief(s, 1, 0, 5000, 0.5), p.Step(s, leads, -1))
	}
	for _, more := range []float64{0, 1, 5} {
		s.Sum[sales] += more
		s.Memo.Forget()
		plain := *s
		plain.Memo = nil
		for range 2 {
			if got, want := ask(s), ask(&plain); !slices.Equal(got, want) {
				t.Errorf("with %v more sales the answers are %v with a memory and %v without", more, got, want)
			}
		}
	}
}

func TestOutlookAllocatesNothing(t *testing.T) {
	p, s, out, next := tariff(), midway(), make([]float64, 3), make([]float64, 3)
	threat := Threat{Tally: sales, Window: 13, Floor: 0.8, Misses: 2, Chance: 0.5}
	allocs := testing.AllocsPerRun(100, func() {
		p.Marginal(s, out)
		p.NextWindow(s, next)
		out[0] += p.Step(s, sales, 3) + p.Pays(1, s.Sum, s.Target)
		out[0] += threat.Relief(s, 1, 0, 5000, 0.5)
	})
	if allocs != 0 {
		t.Errorf("an outlook allocates %v times; every seller asks every week", allocs)
	}
}

// six is the size of a rich plan: six rules of three pieces, each behind a gate.
func six() (*Plan, *Situation) {
	p := tariff()
	p.Rules = nil
	for r := range 6 {
		p.Rules = append(p.Rules, Rule{Tally: r % 3, Quota: true, Window: 13, Share: 1,
			Gates: []Gate{{Tally: (r + 1) % 3, AtLeast: 0.75}},
			Curve: Curve{{From: 0.8, Jump: 300, Slope: 500}, {From: 1, Jump: 500, Slope: 1000}, {From: 1.5}}})
	}
	return p, midway()
}

func BenchmarkMarginalOfSixGatedRules(b *testing.B) {
	p, s := six()
	out := make([]float64, 3)
	b.ReportAllocs()
	for b.Loop() {
		p.Marginal(s, out)
	}
}

func BenchmarkStep(b *testing.B) {
	p, s := six()
	b.ReportAllocs()
	for b.Loop() {
		p.Step(s, sales, 1)
	}
}

func BenchmarkNextWindow(b *testing.B) {
	p, s := six()
	out := make([]float64, 3)
	b.ReportAllocs()
	for b.Loop() {
		p.NextWindow(s, out)
	}
}

func TestAPlanIsSteadyWhereNothingThatIsBelievedMatters(t *testing.T) {
	var out, least, marginal [3]float64
	if tariff().Steady(out[:], least[:]) {
		t.Error("a bonus behind a quota and a gate hangs on what is believed of both")
	}
	p := &Plan{Tallies: tariff().Tallies, Rules: []Rule{
		{Tally: sales, Window: 13, Share: 1, Curve: Curve{{From: 0, Slope: 20}, {From: 5, Jump: 100, Slope: 30}}},
		{Tally: sales, Window: 13, Share: 0.5, Curve: Curve{{From: 2, Slope: 7}}},
		{Tally: leads, Window: 13, Share: 1, Curve: Curve{{From: 0, Slope: 3}}}}}
	if !p.Steady(out[:], least[:]) || least[sales] != 5 || least[leads] != 0 || out != [3]float64{33.5, 3, 0} {
		t.Errorf("beyond 5 sales one more pays EUR 33.5, and a lead EUR 3 in any case: got %v from %v on", out, least)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := midway()
		s.Sum = []float64{rapid.Float64Range(5, 40).Draw(t, "sales"), rapid.Float64Range(0, 40).Draw(t, "leads"), 0}
		if p.Marginal(s, marginal[:]); marginal != out {
			t.Fatalf("one more unit pays EUR %v at %v, and not %v", marginal, s.Sum, out)
		}
	})
}
