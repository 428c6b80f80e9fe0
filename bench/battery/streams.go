package main

import (
	"slices"

	"xsell/sim/draw"
)

// stream is one way to walk through the luck of a world. A defect of the keyed draws would show along some walks and not
// along others, so each moves another part of the key and leaves the rest alone.
type stream struct {
	name string
	what string
	at   func(i uint64) uint64 // the i-th 64 bits
}

// The world that all walks start from; any other would do.
const (
	seed        = 20260101
	replication = 7
	home        = 42 // market
	now         = 13 // week
)

var (
	world = draw.World{Seed: seed, Replication: replication}
	luck  = world.Stream(draw.CustomerLuck, home, now)
	fine  = world.Stream(draw.NeedFine, home, now)
)

const (
	agents     = 64   // households of a walk by agents and weeks
	markets    = 6000 // of a big bank
	products   = 16
	second     = 1 << 40 // tells the second draw of a household and week from the first, as in the week
	laneBits   = 16
	lanes      = 4
	fineBits   = 52
	seats      = 4096
	generation = 256
)

// streams are all walks, in the order of the results.
var streams = []stream{
	{"ids", "ids 0, 1, 2, … of one stream", luck.Bits},
	{"seats", "first occupants of the seats 0, 1, 2, …", func(i uint64) uint64 {
		return luck.Bits(uint64(draw.Person(uint32(i), 0)))
	}},
	{"generations", "all 256 generations of a seat, then the next seat, 4,096 seats a week", func(i uint64) uint64 {
		week := int32(i / (seats * generation))
		return streamOf(draw.CustomerLuck, home, week).Bits(uint64(draw.Person(uint32(i/generation%seats), uint8(i))))
	}},
	{"two-draws", "the two draws of a household and week, one after the other", func(i uint64) uint64 {
		return luck.Bits(uint64(draw.Person(uint32(i/2), 0)) | i%2*second)
	}},
	{"agents-weeks", "64 households, week by week", func(i uint64) uint64 {
		return streamOf(draw.CustomerLuck, home, int32(i/agents)).Bits(uint64(draw.Person(uint32(i%agents), 0)))
	}},
	{"weeks", "one household, week by week", func(i uint64) uint64 {
		return world.Stream(draw.CustomerLuck, home, int32(i)).Bits(9)
	}},
	{"purposes", "for each id all purposes in turn", func(i uint64) uint64 {
		return byPurpose[i%uint64(len(byPurpose))].Bits(i / uint64(len(byPurpose)))
	}},
	{"markets", "one household of each of 6,000 markets, week by week", func(i uint64) uint64 {
		return world.Stream(draw.CustomerLuck, uint32(i%markets), int32(i/markets)).Bits(9)
	}},
	{"replications", "one draw in the replications 0, 1, 2, …", func(i uint64) uint64 {
		return draw.World{Seed: seed, Replication: i}.Stream(draw.CustomerLuck, home, now).Bits(9)
	}},
	{"seeds", "one draw under the seeds 0, 1, 2, …", func(i uint64) uint64 {
		return draw.World{Seed: i, Replication: replication}.Stream(draw.CustomerLuck, home, now).Bits(9)
	}},
	{"near-keys", "seed and replication walk a Gray code: neighbours differ in one bit of the key", func(i uint64) uint64 {
		gray := i ^ i>>1
		return draw.World{Seed: gray & 0xffff, Replication: gray >> 16}.Stream(draw.CustomerLuck, home, now).Bits(9)
	}},
	{"pairs", "what 256 agents draw about 256 others, week by week", func(i uint64) uint64 {
		return streamOf(draw.NeedFine, home, int32(i>>16)).Bits(draw.Pair(uint32(i>>8&255), uint32(i&255)))
	}},
	{"nth", "four draws of an agent about each of 16 products", func(i uint64) uint64 {
		return fine.Bits(draw.Nth(uint32(i/(4*products)), uint32(i/4%products), uint8(i%4)))
	}},
	{"lane-0", "the first lane of 16 bits of households 0, 1, 2, …", lane(0)},
	{"lane-1", "their second lane", lane(1)},
	{"lane-2", "their third lane", lane(2)},
	{"lane-3", "their fourth lane", lane(3)},
	{"lane-and-fine", "a lane with the upper half of its fine part, as compared with exact chances", laneAndFine},
	{"low-halves", "the lower 32 bits of each draw", func(i uint64) uint64 {
		return luck.Bits(2*i)&(1<<32-1) | luck.Bits(2*i+1)<<32
	}},
	{"high-halves", "the upper 32 bits of each draw", func(i uint64) uint64 {
		return luck.Bits(2*i)>>32 | luck.Bits(2*i+1)>>32<<32
	}},
}

// byPurpose has the stream of each purpose that is in use.
var byPurpose = func() (all []draw.Stream) {
	for p := draw.Segment; p <= draw.DataRead; p++ {
		all = append(all, world.Stream(p, home, now))
	}
	return all
}()

// kept is the stream that streamOf returned last, for walks that stay in one for a while.
var kept struct {
	purpose draw.Purpose
	week    int32
	stream  draw.Stream
}

// streamOf is the stream of a purpose and week, drawn anew only when they change.
func streamOf(p draw.Purpose, market uint32, week int32) draw.Stream {
	if kept.stream == (draw.Stream{}) || kept.purpose != p || kept.week != week {
		kept.purpose, kept.week, kept.stream = p, week, world.Stream(p, market, week)
	}
	return kept.stream
}

// lane is a walk that puts one lane of four households into 64 bits.
func lane(which uint) func(uint64) uint64 {
	return func(i uint64) (bits uint64) {
		for k := range uint64(lanes) {
			id := uint64(draw.Person(uint32(lanes*i+k), 0))
			bits |= uint64(draw.Lane(luck.Bits(id), which)) << (laneBits * k)
		}
		return bits
	}
}

// laneAndFine puts the upper 32 bits of two refined uniforms into 64 bits.
func laneAndFine(i uint64) (bits uint64) {
	for k := range uint64(2) {
		id := uint64(draw.Person(uint32(2*i+k), 0))
		u := fine.Refine(draw.Lane(luck.Bits(id), 0), id)
		bits |= uint64(u*(1<<fineBits)) >> (fineBits - 32) << (32 * k)
	}
	return bits
}

// byName finds a walk; its index is -1 where there is none.
func byName(name string) int {
	return slices.IndexFunc(streams, func(s stream) bool { return s.name == name })
}
