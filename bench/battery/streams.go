package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"xsell/sim/draw"
)

// stream is one way to walk through the luck of a world. A defect of the keyed draws would show along some walks and not
// along others, so each moves another part of the key and leaves the rest alone. No walk comes to the same draw twice
// within 2^40.
type stream struct {
	name string
	what string
	at   func(i uint64) uint64 // the i-th 64 bits; i rises by one from call to call
}

// Where all walks start; any other place would do.
const (
	usualSeed   = 20260101
	replication = 7
	home        = 42 // market
	now         = 13 // week
)

const (
	seatBits    = 24 // of the seats of a market, after which the walk goes on in the next week
	few         = 64 // households of a walk by agents and weeks
	markets     = 6000
	products    = 16
	laneBits    = 8
	lanes       = 8
	second      = 1 << 40 // tells a second draw of an id for the same purpose from the first, as in the week
	fineBits    = 52
	seats       = 4096
	generations = 256
)

// walker walks under one seed. It keeps the streams of the week it is in.
type walker struct {
	world      draw.World
	week       int32
	luck, fine draw.Stream
	byPurpose  []draw.Stream
}

func newWalker(seed uint64) *walker {
	w := &walker{world: draw.World{Seed: seed, Replication: replication}}
	w.goTo(now)
	for p := draw.Segment; p <= draw.DataRead; p++ {
		w.byPurpose = append(w.byPurpose, w.world.Stream(p, home, now))
	}
	return w
}

// goTo takes the streams of a week.
func (w *walker) goTo(week int32) {
	if w.week != week || w.luck == (draw.Stream{}) {
		w.week = week
		w.luck, w.fine = w.world.Stream(draw.CustomerLuck, home, week), w.world.Stream(draw.NeedFine, home, week)
	}
}

// household goes to the i-th household of a walk along the seats, week after week, and returns its id.
func (w *walker) household(i uint64) uint64 {
	w.goTo(int32(i >> seatBits))
	return uint64(draw.Person(uint32(i&(1<<seatBits-1)), 0))
}

// walks are all streams under a seed, in the order of the results. The first is no walk but a generator of another kind,
// which shows what the batteries say of luck that is beyond doubt.
func walks(seed uint64) []stream {
	control := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), byte(seed >> 16), byte(seed >> 24)})
	w := newWalker(seed)
	return slices.Concat([]stream{
		{"control", "no keyed draws: ChaCha8 of Go's library, for comparison", func(uint64) uint64 { return control.Uint64() }},
	}, w.byWho(), w.byWhere(), w.byPart())
}

// byWho walks along ids.
func (w *walker) byWho() []stream {
	return []stream{
		{"ids", "ids 0, 1, 2, … of one stream", func(i uint64) uint64 { return w.luck.Bits(i) }},
		{"seats", "first occupants of the seats 0, 1, 2, …", func(i uint64) uint64 {
			id := w.household(i)
			return w.luck.Bits(id)
		}},
		{"generations", "all 256 generations of a seat, then the next seat, 4,096 seats a week", func(i uint64) uint64 {
			w.goTo(int32(i / (seats * generations)))
			return w.luck.Bits(uint64(draw.Person(uint32(i/generations%seats), uint8(i))))
		}},
		{"two-draws", "two draws of a household for one purpose and week, one after the other", func(i uint64) uint64 {
			id := w.household(i / 2)
			return w.luck.Bits(id | i%2*second)
		}},
		{"agents-weeks", "64 households, week by week", func(i uint64) uint64 {
			w.goTo(int32(i / few))
			return w.luck.Bits(uint64(draw.Person(uint32(i%few), 0)))
		}},
		{"pairs", "what 256 agents draw about 256 others, week by week", func(i uint64) uint64 {
			w.goTo(int32(i >> 16))
			return w.fine.Bits(draw.Pair(uint32(i>>8&255), uint32(i&255)))
		}},
		{"nth", "four draws of an agent about each of 16 products", func(i uint64) uint64 {
			return w.fine.Bits(draw.Nth(uint32(i/(4*products)), uint32(i/4%products), uint8(i%4)))
		}},
	}
}

// byWhere walks along the key of the cipher.
func (w *walker) byWhere() []stream {
	one := func(seed, replication uint64, market uint32, week int32) uint64 {
		return draw.World{Seed: seed, Replication: replication}.Stream(draw.CustomerLuck, market, week).Bits(9)
	}
	seed := w.world.Seed
	return []stream{
		{"weeks", "one household, week by week", func(i uint64) uint64 { return one(seed, replication, home, int32(i)) }},
		{"purposes", "for each id all purposes in turn", func(i uint64) uint64 {
			n := uint64(len(w.byPurpose))
			return w.byPurpose[i%n].Bits(i / n)
		}},
		{"markets", "one household of each of 6,000 markets, week by week", func(i uint64) uint64 {
			return one(seed, replication, uint32(i%markets), int32(i/markets))
		}},
		{"replications", "one draw in the replications 0, 1, 2, …", func(i uint64) uint64 { return one(seed, i, home, now) }},
		{"seeds", "one draw under seeds that follow one another", func(i uint64) uint64 { return one(seed+i, replication, home, now) }},
		{"near-keys", "seed and replication walk a Gray code: neighbours differ in one bit of the key", func(i uint64) uint64 {
			gray := i ^ i>>1
			return one(seed^gray&0xffff, gray>>16, home, now)
		}},
	}
}

// byPart walks along the parts of a draw.
func (w *walker) byPart() (all []stream) {
	for which := range uint(lanes) {
		all = append(all, stream{fmt.Sprintf("lane-%d", which), fmt.Sprintf("lane %d of 0 to 7: eight bits each of eight households", which), w.lane(which)})
	}
	return append(all,
		stream{"lane-and-fine", "a lane with the upper part of its fine part, as compared with exact chances", w.laneAndFine},
		stream{"low-halves", "the lower 32 bits of each draw", func(i uint64) uint64 {
			return w.luck.Bits(2*i)&(1<<32-1) | w.luck.Bits(2*i+1)<<32
		}},
		stream{"high-halves", "the upper 32 bits of each draw", func(i uint64) uint64 {
			return w.luck.Bits(2*i)>>32 | w.luck.Bits(2*i+1)>>32<<32
		}})
}

// lane is a walk that puts one lane of eight households into 64 bits.
func (w *walker) lane(which uint) func(uint64) uint64 {
	return func(i uint64) (bits uint64) {
		for k := range uint64(lanes) {
			id := w.household(lanes*i + k)
			bits |= uint64(draw.Lane(w.luck.Bits(id), which)) << (laneBits * k)
		}
		return bits
	}
}

// laneAndFine puts the upper 32 bits of two refined uniforms into 64 bits.
func (w *walker) laneAndFine(i uint64) (bits uint64) {
	for k := range uint64(2) {
		id := w.household(2*i + k)
		u := w.fine.Refine(draw.Lane(w.luck.Bits(id), 0), id)
		bits |= uint64(u*(1<<fineBits)) >> (fineBits - 32) << (32 * k)
	}
	return bits
}
