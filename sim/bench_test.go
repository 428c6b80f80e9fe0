package sim

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// town is one market of usual size: 1000 customers, ten sellers with thirty hours each.
func town() *Model {
	model := smallModel()
	model.Size = Size{Markets: 1, Customers: 1000, Sellers: 10, Weeks: 260, WarmUp: 0, Close: 13}
	for p := range model.Market.Products {
		model.Market.Products[p].Need /= 10
	}
	for u := range model.Org.Units {
		model.Org.Units[u].Hours = 30
	}
	return model
}

// settled is a town after a year, at the start of a period.
func settled() (*stepper, *Market) {
	x := newStepper(town())
	for x.Week < 52 {
		x.week(nothing)
	}
	return x, x.Markets[0]
}

// mallocs counts the allocations of do, to the last one.
func mallocs(do func()) uint64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

func TestTheWeekAllocatesNothing(t *testing.T) {
	_, m := settled()
	m.liveUntil(m.Week + 13)
	for range 26 {
		for _, phase := range Week {
			require.Zero(t, mallocs(func() { phase.Run(m) }), "allocations in phase %s of week %d", phase.Name, m.Week)
		}
		m.Week++
	}
	require.Zero(t, testing.AllocsPerRun(26, m.live), "allocations in a week")
}

// BenchmarkWeek is the cost of a week in nanoseconds per household on the books and week: of all phases and of each.
func BenchmarkWeek(b *testing.B) {
	b.Run("all", func(b *testing.B) {
		x, m := settled()
		b.ReportAllocs()
		for b.Loop() {
			x.week(nothing)
		}
		perHousehold(b, m)
	})
	for i := range Week {
		b.Run(Week[i].Name, func(b *testing.B) {
			x, m := settled()
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				b.StopTimer()
				for _, before := range Week[:i] {
					before.Run(m)
				}
				b.StartTimer()
				Week[i].Run(m)
				b.StopTimer()
				for _, after := range Week[i+1:] {
					after.Run(m)
				}
				m.Week++
				if m.Week == x.periodEnd() {
					x.meet(m.Week, &x.record, 1)
				}
				b.StartTimer()
			}
			perHousehold(b, m)
		})
	}
}

func perHousehold(b *testing.B, m *Market) {
	weeks := float64(b.N) * float64(len(m.Customers.Here))
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/weeks, "ns/household-week")
}

// BenchmarkClose is the cost of a meeting of the firm per household.
func BenchmarkClose(b *testing.B) {
	x, m := settled()
	b.ReportAllocs()
	for b.Loop() {
		x.close(13, 1)
	}
	perHousehold(b, m)
}
