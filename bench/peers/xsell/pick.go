package main

import (
	"encoding/binary"
	"math/bits"

	"xsell/sim/draw"
)

// A customer has one lane a week for needs, service and exit. In the first wantLanes of the 256 a need may arise or fade. Of
// the others the first serveLanes are for service, and the next exitLanes for those who leave without. For who is in the first,
// want draws a lane among those others.
const (
	wantLanes  = 16 // at least arise of all lanes
	leftLanes  = lanes - wantLanes
	serveLanes = 10 // at least ask of those that are left
	exitLanes  = 3  // at least (1-ask) exit of those that are left
)

// What a lane may be for. Each has a list.
const (
	forWant = iota
	forServe
	forExit
	forNothing
	kinds // a power of two
)

// kind says what a lane is for.
var kind = func() (x [lanes]uint8) {
	for lane := range x {
		switch {
		case lane < wantLanes:
			x[lane] = forWant
		case lane < wantLanes+serveLanes:
			x[lane] = forServe
		case lane < wantLanes+serveLanes+exitLanes:
			x[lane] = forExit
		default:
			x[lane] = forNothing
		}
	}
	return x
}()

const (
	thresholds = (wantLanes + serveLanes + exitLanes - 1) * 0x0101010101010101 // in each lane the last that may concern anybody
	word       = 64                                                            // marks in a word
	gather     = 0x0002040810204081                                            // moves the highest bit of byte k to bit 56 + k
)

// pick lists whom needs, service and exit may concern.
func pick(m *Market) {
	x := m.scratch
	clear(x.listed[:])
	for first := 0; first < m.Customers; first += word {
		stretch := (*[word / perDraw]eight)(x.chances[first/perDraw:])
		met := marks(stretch)
		if rest := m.Customers - first; rest < word {
			met &= 1<<rest - 1
		}
		for ; met != 0; met &= met - 1 {
			i := uint32(bits.TrailingZeros64(met))
			x.list(uint32(first)+i, stretch[i/perDraw%(word/perDraw)][i%perDraw])
		}
	}
}

// marks are those whose lane passes, a bit each. Eight are compared at once; the product has their bits in its highest byte.
func marks(stretch *[word / perDraw]eight) (met uint64) {
	for k := range stretch {
		passing := draw.Passing(binary.LittleEndian.Uint64(stretch[k][:]), thresholds)
		met = met>>8 | passing*gather>>56<<56
	}
	return met
}

// list puts c on the list that its lane is for.
func (x *scratch) list(c uint32, lane uint8) {
	k := kind[lane] % kinds
	x.lists[k][x.listed[k]%room] = candidateOf(c, uint32(lane))
	x.listed[k]++
}
