package main

import (
	"encoding/binary"
	"math"
	"testing"

	"xsell/sim/draw"
)

func TestEveryChanceHasItsLanes(t *testing.T) {
	if float64(wantLanes)/lanes < max(arise, fade) {
		t.Errorf("%d of %d lanes for needs do not reach a chance of %v", wantLanes, lanes, max(arise, fade))
	}
	if float64(serveLanes)/leftLanes < ask {
		t.Errorf("%d of %d lanes for service do not reach a chance of %v", serveLanes, leftLanes, ask)
	}
	if float64(exitLanes)/leftLanes < (1-ask)*exit {
		t.Errorf("%d of %d lanes for exit without service do not reach a chance of %v", exitLanes, leftLanes, (1-ask)*exit)
	}
}

func TestMarksSeeExactlyTheLanesThatMayConcernSomebody(t *testing.T) {
	for shift := range 256 {
		var stretch [word / perDraw]eight
		for i := range word {
			stretch[i/perDraw][i%perDraw] = uint8(37*i + shift)
		}
		met := marks(&stretch)
		for i := range word {
			lane := stretch[i/perDraw][i%perDraw]
			if got, want := met>>i&1 == 1, kind[lane] != forNothing; got != want {
				t.Fatalf("customer %d of 64 has lane %d: the mark is %v", i, lane, got)
			}
		}
	}
}

// A yes is sure, or impossible, only where the uniforms of the whole lane say so.
func TestALaneAloneDecidesOnlyWhatItsWholeCellDecides(t *testing.T) {
	for lane := range lanes {
		for step := range 3000 {
			appeal := uint64(step+1) * whole / 1000 // nobody has 0; up to 3, log-odds of 1
			chance := 1 / (1 + math.Exp(-oddsBase-2*real(appeal)))
			if below(least[lane], appeal) == 0 && float64(lane)/lanes < chance-1e-9 {
				t.Fatalf("lane %d is not listed at a chance of %v", lane, chance)
			}
			if appeal >= least[lane+1] && float64(lane+1)/lanes > chance+1e-9 {
				t.Fatalf("lane %d is a sure yes at a chance of %v", lane, chance)
			}
		}
	}
}

// One step of the packed drift, for all kinds of neighbours, against rule 1 in float64. What may differ: the pull's factor, by
// 6.2e-6 of a distance to calm of at most 0.5, and the lower 16 bits that do not pull, 0.1 / 65,500 / 2 at most: 3.9e-6.
func TestDriftIsThatOfTheRule(t *testing.T) {
	const room = 3.9e-6
	for i := range uint64(50_000) {
		bits := (i + 1) * 0x9e3779b97f4a7c15
		even, odd := whole*(bits>>40)>>24, whole*(bits&0xffffff)>>24
		luck := bits * 0xbf58476d1ce4e5b9
		x := even | odd<<32
		need := drifted(x, luck, needPull16, needCell, terms.needLift, digits)
		trust := drifted(x, luck>>16, trustPull16, trustCell, terms.trustLift, digits)
		for half, state := range []uint64{even, odd} {
			u := func(shift int) float64 { return (float64(luck>>(32*half+shift)&0xffff) + 0.5) / 65536 }
			was := real(state)
			wantNeed := was + needPull*(calm-was) + needNoise*(2*u(0)-1)
			wantTrust := was + trustPull*(calm-was) + trustNoise*(2*u(16)-1)
			gotNeed, gotTrust := real(need>>(32*half)&math.MaxUint32), real(trust>>(32*half)&math.MaxUint32)
			if math.Abs(gotNeed-wantNeed) > room || math.Abs(gotTrust-wantTrust) > room {
				t.Fatalf("from %v need drifts to %.9f and trust to %.9f, not to %.9f and %.9f", was, gotNeed, gotTrust, wantNeed, wantTrust)
			}
		}
	}
}

func TestNoDriftLeavesItsHalf(t *testing.T) {
	for _, luck := range []uint64{0, math.MaxUint64} {
		for _, x := range []uint64{0, whole} {
			for _, y := range []uint64{drifted(x*both, luck, needPull16, needCell, terms.needLift, digits),
				drifted(x*both, luck>>16, trustPull16, trustCell, terms.trustLift, digits)} {
				if lower, upper := y&math.MaxUint32, y>>32; lower != upper || lower > whole {
					t.Errorf("from %v with luck %#x neighbours drift to %v and %v", real(x), luck, real(lower), real(upper))
				}
			}
		}
	}
}

// The lower 18 bits do not count, half of 0.02 / 2^14 at most, and the fiftieth is 2.3e-5 of it too large: 1.1e-6 together.
func TestANoTakesAFiftiethOfTrust(t *testing.T) {
	m := newMarket(draw.World{Seed: 3}, 0, bookSize)
	m.scratch = new(scratch)
	for c := range uint32(bookSize) {
		m.Trust.set(c, uint64(c+1)*whole/bookSize)
	}
	var luck eight
	binary.LittleEndian.PutUint64(luck[:], math.MaxUint64)
	for first := uint32(0); first < 96; first += perDraw {
		m.offer(first, perDraw, 0, &luck)
		for c := first; c < first+perDraw; c++ {
			was := float64(c+1) / bookSize
			if got, want := real(m.Trust.of(c)), was*(1-annoy); math.Abs(got-want) > 1.1e-6 {
				t.Errorf("a no takes trust from %v to %.8f, not to %.8f", was, got, want)
			}
		}
	}
}

func TestAHalfOfAPairMovesAlone(t *testing.T) {
	var p Pairs
	for c := range uint32(10) {
		p.set(c, uint64(c)*1000)
	}
	p.add(4, ^uint64(3999)) // minus 4000
	p.add(5, 7)
	for c, want := range []uint64{0, 1000, 2000, 3000, 0, 5007, 6000, 7000, 8000, 9000} {
		if got := p.of(uint32(c)); got != want {
			t.Errorf("customer %d has %d, not %d", c, got, want)
		}
	}
	if below(3, 4) != 1 || below(4, 4) != 0 {
		t.Error("3 is below 4, and 4 is not")
	}
}
