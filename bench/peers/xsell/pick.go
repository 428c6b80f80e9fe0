package main

import (
	"math/bits"

	"xsell/sim/draw"
)

// A customer has one lane a week for needs, service and exit. In the first wantLanes of the 256 a need may arise or fade; of
// the others the first serveLanes are for service and exit. For those in the first want draws that lane anew.
const (
	lanes      = 256
	wantLanes  = 16 // at least arise of all lanes
	leftLanes  = lanes - wantLanes
	serveLanes = 12 // at least ask + (1-ask) exit of those that are left
)

// thresholds holds in each lane the last number that may concern anybody.
const thresholds = (wantLanes + serveLanes - 1) * 0x0101010101010101

// pick lists whom needs and service may concern. Eight neighbours share a draw, eight draws a word of marks.
func pick(m *Market) {
	x, stream := m.scratch, m.stream(chances)
	x.want.n, x.serve.n = 0, 0
	for first := 0; first < len(m.Gen); first += 64 {
		met := x.scan(stream, uint64(first/8))
		if rest := len(m.Gen) - first; rest < 64 {
			met &= 1<<rest - 1
		}
		x.split(uint32(first), met)
	}
}

// scan draws the lanes of 64 customers and returns whom they may concern, a bit each.
func (x *scratch) scan(stream draw.Stream, first uint64) (met uint64) {
	for i := range x.luck {
		luck := stream.Bits(first + uint64(i))
		x.luck[i] = luck
		met |= marks(draw.Passing(luck, thresholds)) << (8 * i)
	}
	return met
}

// marks gathers the highest bits of eight lanes in the lowest byte.
func marks(passing uint64) uint64 { return passing >> 7 * 0x0102040810204080 >> 56 }

// split puts those who are marked on the list that their lane is for.
func (x *scratch) split(first uint32, met uint64) {
	want, serve := &x.want, &x.serve
	w, s := want.n, serve.n
	for ; met != 0; met &= met - 1 {
		i := uint(bits.TrailingZeros64(met))
		lane := draw.Lane(x.luck[i>>3&7], i)
		c := candidate(first+uint32(i), lane)
		wants := int((lane - wantLanes) >> 31)
		want.who[w%room], serve.who[s%room] = c, c
		w += wants
		s += 1 - wants
	}
	want.n, serve.n = w, s
}
