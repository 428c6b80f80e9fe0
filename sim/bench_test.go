package sim

import (
	"runtime"
	"testing"
	"time"

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
	m.liveUntil(m.Week + 52) // tables grow until they have seen their busiest week
	for range 26 {
		for _, phase := range Week {
			require.Zero(t, mallocs(func() { phase.Run(m) }), "allocations in phase %s of week %d", phase.Name, m.Week)
		}
		m.Week++
	}
	require.Zero(t, testing.AllocsPerRun(26, m.live), "allocations in a week")
}

// BenchmarkWeek is the cost of a week in nanoseconds per household: of all phases and of each. One operation is a year,
// lived from a settled firm that is built outside the clock, so that no run leaves the model's horizon.
func BenchmarkWeek(b *testing.B) {
	b.ReportAllocs()
	spent, weeks, households := make([]time.Duration, len(Week)), 0, 0
	for b.Loop() {
		b.StopTimer()
		x, m := settled()
		households = len(m.Customers.Here)
		b.StartTimer()
		for range 52 {
			for i := range Week {
				start := time.Now()
				Week[i].Run(m)
				spent[i] += time.Since(start)
			}
			m.Week++
			if weeks++; m.Week == x.periodEnd() {
				b.StopTimer()
				x.meet(m.Week, &x.record, 1)
				b.StartTimer()
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(weeks*households), "ns/household-week")
	for i := range Week {
		b.ReportMetric(float64(spent[i].Nanoseconds())/float64(weeks*households), Week[i].Name+"-ns")
	}
}

// BenchmarkClose is the cost of a meeting of the firm per household.
func BenchmarkClose(b *testing.B) {
	x, m := settled()
	b.ReportAllocs()
	for b.Loop() {
		x.close(13, 1)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(m.Customers.Here)), "ns/household")
}
