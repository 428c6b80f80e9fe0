package draw

// World is one possible course of luck: the experiment's seed and the number of
// the replication. It is the whole key of the cipher, so neighbouring seeds and
// replications share nothing.
type World struct{ Seed, Replication uint64 }

// Purpose says what a draw decides; see purposes.go.
type Purpose uint16

// Purposes is above every purpose: the length of a table with an entry for each.
const Purposes = 128

// Firm is the market number of draws that belong to no market.
const Firm uint32 = 1<<32 - 1

// Stream returns the luck for one purpose in one market and week. Negative
// weeks (history before the run) are as good as others. It costs about 20 ns:
// take it once outside the loop over customers.
func (w World) Stream(p Purpose, market uint32, week int32) Stream {
	x, y, _, _ := philox(w.Seed, w.Replication, uint64(p), uint64(market), uint64(uint32(week)), 0)
	return Stream{K0: x, K1: y}
}
