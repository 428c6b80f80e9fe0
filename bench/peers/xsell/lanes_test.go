package main

import (
	"math"
	"math/rand/v2"
	"slices"
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

// One step of drift, for all kinds of states, against rule 1 in float64. What may differ: the pull's factor, by 6.2e-6 of a
// distance to calm of at most 0.5, and half of what the lower 16 bits would pull, 0.1 / 65,500 / 2 at most: 3.9e-6.
func TestDriftIsThatOfTheRule(t *testing.T) {
	const room = 3.9e-6
	var off [2]float64
	for i := range uint64(100_000) {
		bits := (i + 1) * 0x9e3779b97f4a7c15
		state, luck := whole*(bits>>40)>>24, int16(bits*0xbf58476d1ce4e5b9>>48)
		x, was, u := int32(int64(state)-calm*whole), real(state), (float64(luck)+32768.5)/65536
		for k, rule := range []struct {
			pull, noise float64
			got         int32
		}{{needPull, needNoise, drifted(x, luck, needPull16, needCell)}, {trustPull, trustNoise, drifted(x, luck, trustPull16, trustCell)}} {
			want, got := was+rule.pull*(calm-was)+rule.noise*(2*u-1), real(uint64(int64(rule.got)+calm*whole))
			if off[k] += got - want; math.Abs(got-want) > room {
				t.Fatalf("from %v a state drifts to %.9f, not to %.9f", was, got, want)
			}
		}
	}
	for _, sum := range off {
		if math.Abs(sum/100_000) > 1e-7 {
			t.Errorf("drift is off by %g on average", sum/100_000)
		}
	}
}

func TestNoDriftLeavesTheRange(t *testing.T) {
	for _, luck := range []int16{math.MinInt16, math.MaxInt16} {
		for _, x := range []int64{-calm * whole, calm * whole} {
			for _, y := range []int32{drifted(int32(x), luck, needPull16, needCell), drifted(int32(x), luck, trustPull16, trustCell)} {
				if state := int64(y) + calm*whole; state < 0 || state > whole {
					t.Errorf("from %v with luck %d a state drifts to %v", real(uint64(x+calm*whole)), luck, real(uint64(state)))
				}
			}
		}
	}
}

// world is a market that might be, its states and lanes those of any luck, with the scratch of its week.
func world(luck *rand.Rand) *Market {
	m := newMarket(draw.World{Seed: luck.Uint64()}, 0, (1+luck.IntN(marketSize/bookSize))*bookSize)
	for c := range m.Gen {
		m.Gen[c] = uint8(luck.IntN(256))
	}
	m.scratch = &scratch{coarse: draw.Stream{K0: luck.Uint64(), K1: luck.Uint64()}}
	for c := range uint64(seats) {
		m.Need.set(c, luck.Uint64N(whole+1))
		m.Trust.set(c, luck.Uint64N(whole+1))
		m.Open[c] = uint8(luck.IntN(2))
	}
	for _, column := range [][]uint64{m.scratch.chances[:], m.scratch.offers[:]} {
		for k := range column {
			column[k] = luck.Uint64()
		}
	}
	return m
}

func TestCustomersDriftFourAtATimeAsOneByOne(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		m := world(luck)
		need, trust := m.Need, m.Trust
		driftAll(&m.Need, &m.Trust, m.Customers/4, m.scratch.coarse)
		driftPlainly(&need, &trust, m.Customers/4, m.scratch.coarse)
		if m.Need != need || m.Trust != trust {
			t.Fatalf("a market of %d customers drifts to other states", m.Customers)
		}
	}
}

func TestCustomersAreListedAndSortedFastAsOneByOne(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	for last := range lanes {
		m := world(luck)
		var who, one [room]uint16
		n, plainly := listAll(m.chances(), uint8(last), &who), listPlainly(m.chances(), uint8(last), &one)
		if !slices.Equal(who[:n], one[:plainly]) {
			t.Fatalf("lanes up to %d are on seats %v, not %v", last, who[:n], one[:plainly])
		}
		var got, want lists
		got.clear()
		want.clear()
		if last >= met {
			continue
		}
		sortAll(who[:n], m, &m.scratch.chances, m.scratch.coarse, &got)
		sortPlainly(who[:n], m, &m.scratch.chances, m.scratch.coarse, &want)
		if got != want {
			t.Fatalf("those of the lanes up to %d are sorted otherwise", last)
		}
	}
}

func TestOnlyCustomersThereAreAreListed(t *testing.T) {
	for n := bookSize; n <= marketSize; n += bookSize {
		m := newMarket(draw.World{Seed: 8}, 0, n)
		m.scratch = new(scratch)
		for ; m.Week < 50; m.Week++ {
			luck(m)
			pick(m)
			for kind := range uint64(kinds) {
				for _, x := range m.scratch.lists.of(kind) {
					if int(x.seat()) >= n {
						t.Fatalf("customer %d is listed of %d", x.seat(), n)
					}
				}
			}
		}
	}
}

func TestOffersAreMadeEightAtATimeAsOneByOne(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 3))
	for range 3000 {
		m := world(luck)
		one, x := *m, m.scratch
		var before States
		s := luck.IntN(m.Customers / bookSize)
		first, able := uint32(s*bookSize+contacts*luck.IntN(bookSize/contacts)), int16(luck.IntN(whole>>(1+unit16)+slack16+1))
		got, want := make([]uint16, contacts+8), make([]uint16, contacts+8)
		offers := (*[perBook]uint64)(x.offers[s*perBook:])
		sold, open := offerAll(m, &x.before, offers, first, able, got)
		wantSold, wantOpen := offerPlainly(&one, &before, offers, first, able, want)
		if m.Trust != one.Trust || m.Open != one.Open || x.before != before {
			t.Fatalf("offers to customers from %d on leave other trust or needs", first)
		}
		if sold != wantSold || !slices.Equal(got[:open], want[:wantOpen]) {
			t.Fatalf("%d say yes and %v may, not %d and %v", sold, got[:open], wantSold, want[:wantOpen])
		}
	}
}

// By the exact appeal, who says yes at once would do so at the upper end of the lane, and who says no would not at its lower.
func TestOnlyWhatIsSureIsDecidedBySixteenBits(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 4))
	open := 0
	for range 3000 {
		m := world(luck)
		skill, who := luck.Uint64N(whole+1), make([]uint16, contacts+8)
		offers, was := (*[perBook]uint64)(m.scratch.offers[:]), *m
		_, n := offerAll(m, &m.scratch.before, offers, 0, int16(skill>>(1+unit16)+slack16), who)
		open += n
		for c := range uint64(contacts) {
			appeal := was.Need.of(c) + was.Trust.of(c) + openAdds*uint64(was.Open[c]) + skill/2
			lane, trust := offers[c/perDraw]>>(c%perDraw*8)%lanes, was.Trust[c]
			sure := m.Trust[c] == trust-warm18*(trust>>18)+warmAll
			if !slices.Contains(who[:n], uint16(c)) && (sure && appeal < least[lane+1] || !sure && appeal > least[lane]) {
				t.Fatalf("lane %d asks for %d to %d, with %d a yes is sure: %v", lane, least[lane], least[lane+1], appeal, sure)
			}
		}
	}
	if share := float64(open) / (3000 * contacts); share > 0.01 {
		t.Errorf("%.3f of the offers are left open, a lane and a little is 0.005", share)
	}
}

// A no takes a fiftieth of trust, a yes adds a tenth of what is missing. The lower 18 bits do not count, half of a part / 2^14 at
// most, and the parts are 2.3e-5 and 1.6e-5 of them off: 1.1e-6 and 3.9e-6 together.
func TestANoTakesAFiftiethOfTrustAndAYesAddsATenth(t *testing.T) {
	for _, offer := range []struct {
		lane            uint64
		becomes, at, no float64
	}{{lanes - 1, 0, annoy, 1.1e-6}, {0, 1, warm, 3.9e-6}} {
		m := newMarket(draw.World{Seed: 3}, 0, bookSize)
		m.scratch = new(scratch)
		for c := range uint64(bookSize) {
			m.Need.set(c, calm*whole)
			m.Trust.set(c, (c+1)*whole/bookSize)
		}
		var luck [perBook]uint64
		for k := range luck {
			luck[k] = offer.lane * 0x0101010101010101
		}
		offerAll(m, &m.scratch.before, &luck, 40, slack16, make([]uint16, contacts+8))
		for c := range uint64(bookSize) {
			want := float64(c+1) / bookSize
			if 40 <= c && c < 60 {
				want += offer.at * (offer.becomes - want)
			}
			if got := real(m.Trust.of(c)); math.Abs(got-want) > offer.no {
				t.Errorf("with lane %d an offer leaves customer %d a trust of %.8f, not of %.8f", offer.lane, c, got, want)
			}
		}
	}
}

func TestAStepOfTrustDecidesOnlyWhatAllOfItDecides(t *testing.T) {
	for i := range uint64(100_000) {
		trust := (i*0x9e3779b97f4a7c15>>32)*whole>>32 + 1
		if step, chance := trust>>24, chanceToLeave(trust); chance > leaves[step] || chance < leaves[step+1] {
			t.Fatalf("at a trust of %v the chance to leave is %d, outside of its step", real(trust), chance)
		}
	}
}
