package main

// What the assembly beside asks of its registers: numbers of 16 bits in the half that counts.
const (
	needPullUpper  int32 = -needPull16 << 16
	needCellLower  int32 = needCell
	trustPullUpper int32 = -trustPull16 << 16
	trustCellUpper int32 = trustCell << 16
	annoyUpper     int32 = -annoy18 << 16
	annoyNone      int32 = -annoyAll
	openTwice      int32 = openAdds16<<16 | openAdds16
)

// driftAll moves need and trust of two customers for each shock, of which there must be an even number. It does what
// driftPlainly does, four customers at a time.
//
//go:noescape
func driftAll(need, trust *States, shocks []uint64)

// listAll lists the places of those lanes, eight to a word and an even number of words, that are at most the last one, and
// returns how many they are. It does what listPlainly does, eight at a time, and may write up to eight places too many.
//
//go:noescape
func listAll(lanes []uint64, last uint8, who *[room]uint16) (n int)

// offerAll makes a seller's offers, to the customers from first on: it takes from trust what a no takes, keeping what it was
// before, lists who may say yes from who on, and returns how many. What the seller adds to appeal is able. It does what
// offerPlainly does, eight at a time, and may write up to eight too many.
//
//go:noescape
func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (n int)
