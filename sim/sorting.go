package sim

import "math/bits"

const (
	few    = 24      // keys are sorted by comparing alone
	most   = 1 << 12 // shelves there are
	jammed = 64      // keys on one shelf are too many to compare
)

// sorter sorts keys by their upper 32 bits, equal ones as they stood. Each key comes with the shelf it belongs on, a number
// that never falls as keys rise: the keys are dealt out by it, and neighbours are then put right by comparing. So a few
// thousand keys spread over about as many shelves take three passes. Where some shelf is jammed they are dealt by one byte
// after the other, which takes longer and hangs on no spread.
type sorter struct {
	keys, room []uint64
	near       []uint16 // shelf by key
	n          int      // keys so far
	jam        bool     // on some shelf of those last shelved
	count      [most]int32
}

// fit makes room for so many keys.
func (x *sorter) fit(n int) {
	x.keys, x.room, x.near = fit(x.keys, n), fit(x.room, n), fit(x.near, n)
}

// shelfBits of so many keys: on average about one stands on each of so many shelves, a power of two.
func shelfBits(n int) int { return min(bits.Len(uint(n)), bits.Len(uint(most-1))) }

// add puts a key on a shelf. Keys with equal upper halves must come with rising lower halves.
func (x *sorter) add(key uint64, shelf uint16) {
	x.keys[x.n], x.near[x.n] = key, shelf
	x.n++
}

// sorted are the keys in order, where none stands on shelf end or beyond. They hold until the next is added.
func (x *sorter) sorted(end int) []uint64 {
	keys := x.keys[:x.n]
	if len(keys) <= few {
		x.n = 0
		settle(keys)
		return keys
	}
	x.shelve(end)
	return x.ranked(0, end)
}

// shelve deals the keys out by shelf, where none stands on shelf end or beyond; see ranked.
func (x *sorter) shelve(end int) {
	count, keys, near, room := x.count[:end], x.keys[:x.n], x.near[:x.n], x.room[:x.n]
	x.n = 0
	clear(count)
	for _, shelf := range near {
		count[shelf]++
	}
	at, fullest := int32(0), int32(0)
	for i, n := range count {
		count[i] = at
		at, fullest = at+n, max(fullest, n)
	}
	x.jam = fullest > jammed
	for i, key := range keys {
		place := &count[near[i]]
		room[*place] = key
		*place++
	}
}

// ranked are the keys on so many shelves from one on, in order, of those last shelved. They hold until others are.
func (x *sorter) ranked(from, shelves int) []uint64 {
	start, end := int32(0), x.count[from+shelves-1] // dealing has moved all marks to where the next shelf begins
	if from > 0 {
		start = x.count[from-1]
	}
	keys := x.room[start:end]
	if x.jam {
		return sortUpper(keys, x.keys[:len(keys)])
	}
	settle(keys)
	return keys
}

// settle sorts keys of which few stand far from their place.
func settle(keys []uint64) {
	for i := 1; i < len(keys); i++ {
		key, j := keys[i], i
		for ; j > 0 && keys[j-1] > key; j-- {
			keys[j] = keys[j-1]
		}
		keys[j] = key
	}
}

// sortUpper sorts keys by their upper 32 bits, equal ones as they stood, with room for as many: it deals the keys by one
// byte after the other, the last one first. The result stands in keys.
func sortUpper(keys, room []uint64) []uint64 {
	var count [4][256]int32
	for _, key := range keys {
		count[0][uint8(key>>32)]++
		count[1][uint8(key>>40)]++
		count[2][uint8(key>>48)]++
		count[3][uint8(key>>56)]++
	}
	for i := range count {
		at := int32(0)
		for b, n := range count[i] {
			count[i][b] = at
			at += n
		}
		deal(keys, room, &count[i], 32+8*i)
		keys, room = room, keys
	}
	return keys
}

// deal puts the keys into room by the byte that shift brings down; count says where those with each byte start.
func deal(keys, room []uint64, count *[256]int32, shift int) {
	room = room[:len(keys)]
	for _, key := range keys {
		at := &count[uint8(key>>(shift&63))]
		room[*at] = key
		*at++
	}
}
