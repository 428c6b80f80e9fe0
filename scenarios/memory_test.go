package scenarios_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/sim"
)

// TestABankFitsIntoItsMemory: a bank like the largest, with 11,667 customers and 17 sellers in a market, takes at most so
// many bytes for one household more. It is the difference between a bank of 12 markets and one of 3, so that what is there
// once, such as the room of a worker, does not count: 70 million customers and a twentieth of vacant homes take
// 73.5 million times as much, 5.5 GiB of 6.
func TestABankFitsIntoItsMemory(t *testing.T) {
	const most, markets = 80.0, 9
	built, lived := bankMemory(t, 12)
	small, afterwards := bankMemory(t, 3)
	households := float64(markets * 12_250)
	atStart, later := (built-small)/households, (lived-afterwards)/households
	t.Logf("bytes a household: %.1f as built, %.1f after half a year", atStart, later)
	require.Less(t, atStart, most, "bytes a household as the bank is built")
	require.Less(t, later, most, "bytes a household after half a year")
}

// bankMemory is what a bank of so many markets takes as it is built and after half a year, in bytes.
func bankMemory(t *testing.T, markets int) (built, lived float64) {
	t.Helper()
	s, err := scenarios.Load("sales-quota", nil)
	require.NoError(t, err)
	m := s.Model
	m.Size = sim.Size{Markets: markets, Customers: markets * 11_667, Sellers: markets * 17, Weeks: 26, Close: m.Size.Close}
	m.Market.Vacant = 0.05
	built = builtMemory(m)
	before := heapInUse()
	watch := &sim.Watch{Every: m.Size.Weeks, See: func(*sim.Firm) { lived = heapInUse() - before }}
	_, err = sim.RunObserved(t.Context(), m, world, 1, watch)
	require.NoError(t, err)
	return built, lived
}

// builtMemory is what a bank takes as it is built.
func builtMemory(m *sim.Model) float64 {
	before := heapInUse()
	firm := sim.NewFirm(m, world, 1)
	after := heapInUse()
	runtime.KeepAlive(firm)
	return after - before
}

// heapInUse is what is still in use once everything that is not has been swept.
func heapInUse() float64 {
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return float64(now.HeapAlloc)
}
