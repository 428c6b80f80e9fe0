package main

import (
	"math/bits"

	"xsell/sim/draw"
)

// A customer has one lane a week for needs, service and exit. In the first wantLanes of the 256 a need may arise or fade; of
// the others the first serveLanes are for service and exit. For those in the first want draws that lane anew.
const (
	wantLanes  = 16 // at least arise of all lanes
	leftLanes  = lanes - wantLanes
	serveLanes = 12 // at least ask + (1-ask) exit of those that are left
)

// thresholds holds in each lane the last number that may concern anybody.
const thresholds = (wantLanes + serveLanes - 1) * 0x0101010101010101

// pick lists whom needs and service may concern.
func pick(m *Market) {
	x := m.scratch
	x.want.n, x.serve.n = 0, 0
	for first := 0; first < m.Customers; first += word {
		stretch := (*[word / perDraw]uint64)(x.chances[first/perDraw:])
		met := marks(stretch)
		if rest := m.Customers - first; rest < word {
			met &= 1<<rest - 1
		}
		x.split(uint32(first), stretch, met)
	}
}

const word = 64

// marks are those whose lane passes, a bit each. Eight are compared at once; the product gathers their highest bits in its
// highest byte.
func marks(lanes *[word / perDraw]uint64) (met uint64) {
	for _, luck := range lanes {
		passing := draw.Passing(luck, thresholds)
		met = met>>8 | passing>>7*0x0102040810204080&(0xff<<56)
	}
	return met
}

// split puts those who are marked on the list that their lane is for.
func (x *scratch) split(first uint32, lanes *[word / perDraw]uint64, met uint64) {
	want, serve := &x.want.who, &x.serve.who
	w, s := x.want.n, x.serve.n
	for ; met != 0; met &= met - 1 {
		i := uint(bits.TrailingZeros64(met))
		lane := draw.Lane(lanes[i/perDraw%8], i)
		c := candidateAt(first+uint32(i), lane)
		want[w%room], serve[s%room] = c, c
		wants := (lane - wantLanes) >> 31
		w += wants
		s += 1 - wants
	}
	x.want.n, x.serve.n = w, s
}
