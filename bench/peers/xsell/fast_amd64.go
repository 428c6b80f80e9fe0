package main

import "xsell/sim/draw"

// What the assembly beside asks of its registers: numbers of 16 bits in the half that counts, or in both.
const (
	needPullUpper  int32 = -needPull16 << 16
	needCellLower  int32 = needCell
	trustPullUpper int32 = -trustPull16 << 16
	trustCellUpper int32 = trustCell << 16

	noUpper      int32 = -annoy18 << 16
	noAll        int32 = -annoyAll
	yesOrNoUpper int32 = -warm18<<16 ^ noUpper
	yesOrNoAll   int32 = warmAll ^ noAll
	openTwice    int32 = openAdds16<<16 | openAdds16
)

// The constants of draw.Stream.BitsAt and draw.Way, with which the assembly draws; the tests compare every routine that does with
// draw.Stream itself.
const (
	spread    = 0x9e3779b97f4a7c15
	firstMix  = 0xbf58476d1ce4e5b9
	secondMix = 0x94d049bb133111eb
)

// fillFours draws for as many whole fours of ids as there are, the first of which lies at z, and returns how many ids that are.
//
//go:noescape
func fillFours(into []uint64, z, k1 uint64) (done int)

// driftAll does what driftPlainly does, four customers at a time.
//
//go:noescape
func driftAll(need, trust *States, fours int, luck draw.Stream)

// listAll does what listPlainly does, eight customers at a time; it may write up to eight too many, that are not counted.
//
//go:noescape
func listAll(lanes []uint64, last uint8, who *[room]uint16) (n int)

// sortAll does what sortPlainly does.
//
//go:noescape
func sortAll(who []uint16, m *Market, lanes *[seats / perDraw]uint64, luck draw.Stream, x *lists)

// offerAll does what offerPlainly does, eight customers at a time; it may write up to eight too many, that are not counted.
//
//go:noescape
func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (sold, open int)
