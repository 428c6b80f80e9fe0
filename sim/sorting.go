package sim

import "slices"

// few keys are sorted by comparing.
const few = 32

// sortUpper sorts keys by their upper 32 bits, equal ones as they stood, with room for as many. The result stands in keys.
// Below few keys it compares, which needs the lower halves to rise; else it deals the keys by one byte after the other,
// the last one first.
func sortUpper(keys, room []uint64) []uint64 {
	if len(keys) < few {
		slices.Sort(keys)
		return keys
	}
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
