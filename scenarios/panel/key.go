package panel

import (
	"strconv"

	"xsell/sim"
)

// place is which history the rows are of.
type place struct {
	scenario string
	world    int32 // number of the replication
}

// customerKey names a household in a world: c, market, seat, generation, joined by dots.
func customerKey(market, seat uint32, generation uint8) string {
	b := append(make([]byte, 0, 24), 'c')
	b = strconv.AppendUint(b, uint64(market), 10)
	b = strconv.AppendUint(append(b, '.'), uint64(seat), 10)
	b = strconv.AppendUint(append(b, '.'), uint64(generation), 10)
	return string(b)
}

// sellerKey names a seller in a world: s, market, unit, ordinal in the unit, generation, joined by dots.
func sellerKey(market uint32, unit string, ordinal int, generation uint8) string {
	b := append(make([]byte, 0, 32), 's')
	b = strconv.AppendUint(b, uint64(market), 10)
	b = append(append(b, '.'), unit...)
	b = strconv.AppendInt(append(b, '.'), int64(ordinal), 10)
	b = strconv.AppendUint(append(b, '.'), uint64(generation), 10)
	return string(b)
}

// rowWeek is the last week lived, from 0 at the end of the warm-up.
func rowWeek(m *sim.Market) int32 { return m.Week - 1 }
