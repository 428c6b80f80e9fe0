package sim

import (
	"math"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// plant replaces so many sellers of the market, drawn by seat, by people with a record elsewhere and no conscience at all.
// The seat is not free in between and nothing is paid for it; relationships suffer as with a leaver.
func (m *Market) plant(sellers int) {
	for range sellers {
		s := m.replaced()
		if s == agents.Nobody {
			return
		}
		m.vacate(s, metric.Replaced)
		m.Sellers.Gen[s]++
		m.takeSeat(s, false)
		m.Sellers.Integrity[s], m.Sellers.Warned[s] = 0, true
		m.Books.Add(metric.Hired, 1)
		m.Books.Add(metric.SellersEver, flag(m.measuring))
	}
}

// replaced is the seat that comes first by keyed priority among those not planted on yet this week; Nobody without any.
func (m *Market) replaced() agents.SellerID {
	luck, first, least := m.stream(draw.Planted), agents.Nobody, uint64(math.MaxUint64)
	for s, seated := range m.Sellers.Seated {
		fresh := m.Sellers.Joined[s] == m.Week && m.Sellers.Warned[s]
		if bits := luck.Bits(uint64(m.Sellers.Key[s])); seated && !fresh && bits < least {
			first, least = agents.SellerID(s), bits
		}
	}
	return first
}
