package sim

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
	"xsell/sim/metric"
)

// risky is smallModel with sellers without conscience and a disclosure in about a third of the histories.
func risky() *Model {
	m := smallModel()
	shameless(m)
	m.Around.Regulator = 0.005
	return m
}

// undisclosed is a model in which chance discloses nothing once measuring has begun.
func undisclosed(m *Model) *Model {
	m.Undisclosed = true
	return m
}

// strike is the first disclosure of a history: its frame, counted from 0, and its bill; -1 where there is none.
func strike(r *Record) (frame int, bill int64) {
	for i := range r.Frames {
		if r.Frames[i].Books[metric.Disclosures] > 0 {
			return i, r.Frames[i].Books[metric.ConductBill]
		}
	}
	return -1, 0
}

// TestRiskOfAnUndisclosedHistoryIsThatOfTheFirstDisclosure is what conditional Monte Carlo rests on: until it strikes
// the path is the same. The luck of each close, laid on the chances that the undisclosed history noted, must strike in the
// very close, and with the very bill, of the history in which chance may strike.
func TestRiskOfAnUndisclosedHistoryIsThatOfTheFirstDisclosure(t *testing.T) {
	struck, spared := 0, 0
	for replication := range uint64(40) {
		world := draw.World{Seed: 5, Replication: replication}
		plain := livedIn(t, risky(), world, 1)
		record := livedIn(t, undisclosed(risky()), world, 1)
		require.Len(t, record.Risk, len(record.Frames), "a risk at every close of the measured time and none of the warm-up")
		never, _ := strike(record)
		require.Equal(t, -1, never, "chance must disclose nothing in the measured time")

		first, bill := -1, int64(0)
		for i, h := range record.Risk {
			if world.Stream(draw.Disclosure, draw.Firm, h.Week+1).Uniform(0) < h.Chance {
				first, bill = i, int64(h.Bill)
				break
			}
		}
		frame, billed := strike(plain)
		require.Equal(t, frame, first, "world %d: the first disclosure must come at the close that the chances foretell", replication)
		require.Equal(t, billed, bill, "world %d: and bring the bill noted there", replication)
		if first < 0 {
			spared++
		} else {
			struck++
		}
	}
	require.Greater(t, struck, 5, "the test needs worlds with a disclosure")
	require.Greater(t, spared, 5, "the test needs worlds without one")
}

func TestRiskOfNothingHiddenIsNone(t *testing.T) {
	m := risky()
	for p := range m.Market.Products {
		m.Market.Products[p].Silent = 0
	}
	for _, h := range lived(t, undisclosed(m)).Risk {
		require.Zero(t, h.Chance, "week %d", h.Week)
		require.Zero(t, h.Bill, "week %d", h.Week)
		require.Equal(t, h.Week, h.Since, "there is no oldest account")
	}
}

func TestBillGrowsUntilADateDiscloses(t *testing.T) {
	m := undisclosed(risky())
	m.Changes = []Change{{Name: "disclosure", Week: 60, Markets: 1, Give: -1, Disclose: true}}
	r := lived(t, m)
	certain := 0
	for i, h := range r.Risk {
		require.False(t, math.IsNaN(h.Chance) || h.Chance < 0 || h.Chance > 1, "a chance is in [0, 1]")
		require.InDelta(t, h.Week+int32(m.Around.BillDelay), h.Due, 1, "the bill is paid around its delay")
		require.LessOrEqual(t, h.Since, h.Week)
		if h.Chance == 1 {
			certain++
			require.EqualValues(t, 60, h.Week, "only the date is certain")
			continue
		}
		if i > 0 && r.Risk[i-1].Chance < 1 {
			require.GreaterOrEqual(t, h.Bill, r.Risk[i-1].Bill, "what is hidden stays hidden: the bill cannot shrink")
		}
	}
	require.Equal(t, 1, certain, "a dated disclosure is noted as certain")
	frame, bill := strike(r)
	require.Equal(t, 4, frame, "week 60 lies in the fifth close of 13 weeks: dated disclosures still strike")
	require.Positive(t, bill)
}
