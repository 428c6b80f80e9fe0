package decide

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// knownAnswer is a truth of which every verdict is known: designs in so many worlds, the last of them ahead.
type knownAnswer struct {
	designs, worlds int
	rho             float64                           // correlation of designs; -0.5 for two or three
	spread          float64                           // of the last design in that of the first
	bend            func(*rand.Rand, float64) float64 // nil: normal
	ahead           float64                           // in smallest differences
}

func (k knownAnswer) String() string {
	return fmt.Sprintf("%d designs, %d worlds, correlation %.2g, spread %g, ahead by %g", k.designs, k.worlds, k.rho, k.spread, k.ahead)
}

// world draws standard normal luck with the correlation, bent and spread.
func (k knownAnswer) world(luck *rand.Rand) []float64 {
	own, mean := make([]float64, k.designs), 0.0
	for i := range own {
		own[i] = luck.NormFloat64()
		mean += own[i] / float64(k.designs)
	}
	common := luck.NormFloat64()
	for i := range own {
		if k.rho < 0 { // what is left of their mean: -1/(designs - 1)
			own[i] = (own[i] - mean) / math.Sqrt(1-1/float64(k.designs))
		} else {
			own[i] = math.Sqrt(k.rho)*common + math.Sqrt(1-k.rho)*own[i]
		}
		if k.bend != nil {
			own[i] = k.bend(luck, own[i])
		}
		own[i] *= 1 + (k.spread-1)*float64(i)/float64(k.designs-1)
	}
	return own
}

// heavy turns a normal number into Student's t with three degrees of freedom.
func heavy(luck *rand.Rand, z float64) float64 {
	a, b, c := luck.NormFloat64(), luck.NormFloat64(), luck.NormFloat64()
	return z / math.Sqrt((a*a+b*b+c*c)/3)
}

// rates of wrong answers over cases; a difference that matters is four standard errors of one.
func (k knownAnswer) rates(cases int) (words, pairs, lostBest float64) {
	luck := rand.New(rand.NewPCG(uint64(k.designs), uint64(k.worlds)))
	smallest := 4 * math.Sqrt((1-k.rho)*(1+k.spread*k.spread)/float64(k.worlds))
	d, leads := decision(smallest), make([]float64, k.designs)
	leads[k.designs-1] = k.ahead * smallest
	for range cases {
		y := make([][]float64, k.worlds)
		for r := range y {
			y[r] = k.world(luck)
			y[r][k.designs-1] += k.ahead * smallest
		}
		a := d.Judge(only(y))
		missed := false
		for _, p := range a.Pairs {
			truth := leads[p.Design] - leads[p.Against]
			missed = missed || p.Low > truth || p.High < truth
		}
		for n, is := range []*float64{&words, &pairs, &lostBest} {
			if []bool{wrong(d, a, leads), missed, lost(a, leads)}[n] {
				*is += 1 / float64(cases)
			}
		}
	}
	return words, pairs, lostBest
}

// In 200 cases an error of 5 % is above 0.05 + 4.9 sqrt(0.05 0.95/200) = 12.6 % once in a million. Intervals of 95 % each,
// that are not made to hold at once, miss in 12 % of cases with three designs and 29 % with five.
func TestKnownAnswersAreGivenWhateverTheDesigns(t *testing.T) {
	most := 0.05 + 4.9*math.Sqrt(0.05*0.95/200)
	for _, k := range []knownAnswer{
		{designs: 2, worlds: 5, rho: -0.5, spread: 1},
		{designs: 2, worlds: 5, rho: 0.95, spread: 3, ahead: 1},
		{designs: 2, worlds: 10, spread: 3, bend: heavy},
		{designs: 3, worlds: 10, rho: -0.5, spread: 1, ahead: 1},
		{designs: 3, worlds: 30, rho: 0.5, spread: 1, bend: heavy, ahead: 2},
		{designs: 5, worlds: 10, rho: 0.95, spread: 3},
		{designs: 5, worlds: 30, spread: 3, ahead: 1},
		{designs: 10, worlds: 30, rho: 0.5, spread: 1, ahead: 1},
	} {
		words, pairs, lostBest := k.rates(200)
		t.Logf("%v: words wrong %.1f %%, intervals miss %.1f %%, best ruled out %.1f %%", k, 100*words, 100*pairs, 100*lostBest)
		assert.LessOrEqual(t, max(words, pairs, lostBest), most, "%v", k)
	}
}

var whole = flag.Bool("whole", false, "go through all known answers, which takes some minutes")

// shapes of luck of mean 0, by a normal number.
var shapes = []struct {
	name string
	bend func(*rand.Rand, float64) float64
}{
	{"normal", nil},
	{"t, 3 degrees of freedom", heavy},
	{"exponential", func(_ *rand.Rand, z float64) float64 { return waiting(z) }},
	{"lognormal, σ = 1", func(_ *rand.Rand, z float64) float64 { return bent(1, 2.16)(z) }},
	{"an exponential amount in 20 %", func(_ *rand.Rand, z float64) float64 {
		if u := normalTail(z); u < 0.2 {
			return (-math.Log(5*u) - 0.2) / 0.6
		}
		return -0.2 / 0.6
	}},
}

// The worst of all combinations, which the documents state; with -whole only. It fails where a normal shape is wrong more
// often than by luck: 200 cases may show 5 % and five standard deviations of 1.54 points.
func TestKnownAnswersOfAllCombinations(t *testing.T) {
	if !*whole {
		t.Log("the whole table is made with -whole")
		return
	}
	for _, shape := range shapes {
		for _, worlds := range []int{5, 10, 30, 200} {
			var words, pairs, lostBest [2]float64 // with equal spreads, and with unequal ones
			for _, k := range combinations(worlds) {
				k.bend = shape.bend
				w, p, l := k.rates(200)
				at := min(int(k.spread)-1, 1)
				words[at], pairs[at], lostBest[at] = max(words[at], w), max(pairs[at], p), max(lostBest[at], l)
				if shape.bend == nil {
					assert.LessOrEqual(t, max(w, p, l), 0.05+5*0.0154, "%v", k)
				}
			}
			t.Logf("| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |", shape.name, worlds,
				100*words[0], 100*pairs[0], 100*lostBest[0], 100*words[1], 100*pairs[1], 100*lostBest[1])
		}
	}
}

// combinations of designs, correlation, spread and lead in so many worlds.
func combinations(worlds int) (all []knownAnswer) {
	for _, designs := range []int{2, 3, 5, 10} {
		for _, rho := range []float64{-0.5, 0, 0.5, 0.95} {
			if rho < 0 && designs > 3 || designs > 5 && worlds > 30 {
				continue
			}
			for _, spread := range []float64{1, 3} {
				for ahead := range 3 {
					all = append(all, knownAnswer{designs: designs, worlds: worlds, rho: rho, spread: spread, ahead: float64(ahead)})
				}
			}
		}
	}
	return all
}
