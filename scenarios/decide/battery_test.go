package decide

import (
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
