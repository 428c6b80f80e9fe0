package pay

import (
	"math"
	"testing"
)

// phi and Phi straight from the library, as a reference.
func refDensity(z float64) float64 { return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) }
func refAbove(z float64) float64   { return math.Erfc(-z/math.Sqrt2) / 2 }
func refExcess(z float64) float64  { return z*refAbove(z) + refDensity(z) }

// Tolerance: the cubic errs by at most width^4/384 × max|phi”'| = 9.5e-7/384 × 1.4 = 3.5e-9,
// the integration by at most 2 × width^4/720 × |phi”(0)| = 1.1e-9.
const normalError = 1e-8

func TestNormalAgreesWithTheErrorFunction(t *testing.T) {
	for z := -9.0; z <= 9; z += 0.00137 {
		chance, excess := above(z)
		if math.Abs(chance-refAbove(z)) > normalError {
			t.Fatalf("chance that N(%v, 1) is above 0: got %v, want %v", z, chance, refAbove(z))
		}
		if math.Abs(excess-refExcess(z)) > normalError {
			t.Fatalf("expected excess of N(%v, 1) over 0: got %v, want %v", z, excess, refExcess(z))
		}
	}
}

func TestNormalNeverFallsAsItsMeanRises(t *testing.T) {
	before, less := 0.0, 0.0
	for z := -9.0; z <= 9; z += 0.00037 {
		chance, excess := above(z)
		if chance < before || excess < less {
			t.Fatalf("at mean %v the chance or the excess is lower than just before", z)
		}
		before, less = chance, excess
	}
}

func TestNormalAtItsEdges(t *testing.T) {
	for _, c := range []struct{ z, above, excess float64 }{
		{math.Inf(-1), 0, 0}, {-100, 0, 0}, {-8, 0, 0},
		{8.5, 1, 8.5}, {100, 1, 100}, {math.Inf(1), 1, math.Inf(1)},
	} {
		if chance, excess := above(c.z); chance != c.above || excess != c.excess {
			t.Errorf("N(%v, 1): chance %v and excess %v, want %v and %v", c.z, chance, excess, c.above, c.excess)
		}
	}
}

// The last node was integrated over the whole left half: a check of every step and constant.
func TestNormalTableEndsAtOneHalf(t *testing.T) {
	last := normals[nodes]
	if math.Abs(last.area-0.5) > 2e-9 || math.Abs(last.loss-phiZero) > 2e-9 {
		t.Errorf("at 0 the table holds chance %v and excess %v, want 0.5 and %v", last.area, last.loss, phiZero)
	}
}

func BenchmarkAbove(b *testing.B) {
	sum, z := 0.0, -7.9
	for b.Loop() {
		chance, excess := above(z)
		sum += chance + excess
		if z += 0.013; z > 8 {
			z = -7.9
		}
	}
	if math.IsNaN(sum) {
		b.Fatal("a chance is not a number")
	}
}

func TestTheChanceAloneIsThatOfBoth(t *testing.T) {
	for z := -9.0; z <= 9; z += 1.0 / 512 {
		if both, _ := above(z); chanceAbove(z) != both {
			t.Fatalf("the chance above 0 at %v is %v by itself and %v with the excess", z, chanceAbove(z), both)
		}
	}
	if chanceAbove(math.Inf(1)) != 1 || chanceAbove(math.Inf(-1)) != 0 {
		t.Error("certain is certain")
	}
}
