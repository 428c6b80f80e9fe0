package sim

import (
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// ear adds up what it hears in the measured time.
type ear struct {
	m    *Market
	sums *[Forged + 1]int64
}

func (e ear) Hear(what Happening, c agents.CustomerID, amount int32) {
	if e.m.Week >= 0 && e.m.Customers.Here[c] {
		e.sums[what] += int64(amount)
	}
}

// inStep lives two models in step with somebody who hears and sees everything.
func inStep(t *testing.T, a, b *Model, workers int) (records [2]*Record, heard [2][Forged + 1]int64, steps []Step) {
	t.Helper()
	var guard sync.Mutex
	parts := [2][][Forged + 1]int64{make([][Forged + 1]int64, a.Size.Markets), make([][Forged + 1]int64, a.Size.Markets)}
	look := Beside{
		Verify:  true,
		Witness: func(side int, m *Market) Witness { return ear{m, &parts[side][m.Index]} },
		See: func(at Step, pair [2]*Market) {
			if pair[0].Index == 0 {
				guard.Lock()
				defer guard.Unlock()
				steps = append(steps, at)
			}
			for _, m := range pair {
				questioned(m)
			}
		},
	}
	records, broken, err := LiveBeside(t.Context(), [2]*Model{a, b}, smallWorld, workers, look)
	require.NoError(t, err)
	require.Empty(t, broken)
	for side := range parts {
		for _, part := range parts[side] {
			for i := range part {
				heard[side][i] += part[i]
			}
		}
	}
	return records, heard, steps
}

func TestHistoriesLivedInStepAreThoseLivedAlone(t *testing.T) {
	changed := turnover()
	changed.Changes = []Change{{Name: "gift", Week: 20, Markets: 1, Give: int(smallMotor), Share: 0.5}}
	for _, workers := range []int{1, 3} {
		records, _, steps := inStep(t, turnover(), changed, workers)
		assert.Equal(t, digest(t, lived(t, turnover())), digest(t, records[0]), "the other history must not touch this one")
		assert.Equal(t, digest(t, lived(t, changed)), digest(t, records[1]), "the other history must not touch this one")
		assert.Equal(t, []Step{AtStart, AtChange, 0, 1}, steps[:4])
		assert.Equal(t, []Step{AtClose, AtEnd}, steps[len(steps)-2:])
	}
}

func TestWhatAWitnessHearsIsWhatIsBooked(t *testing.T) {
	records, heard, _ := inStep(t, busy(), smallModel(), 2)
	for side, r := range records {
		var all metric.Books
		for i := range r.Frames {
			all.Merge(&r.Frames[i].Books)
		}
		for what, counter := range map[Happening]metric.Counter{Complained: metric.Complaints, Served: metric.WaitWeeks, Called: metric.Pushes,
			NeedMet: metric.NeedsMet, SoldUnneeded: metric.OpeningsUnneeded, Forged: metric.OpeningsUnauthorised} {
			assert.Equal(t, all[counter], heard[side][what], "side %d: %s", side, metric.Items[counter].ID)
		}
	}
	assert.Positive(t, heard[0][NeedMet])
}

func TestStepsHaveNames(t *testing.T) {
	var names []string
	for _, s := range []Step{AtStart, AtChange, AtClose, AtEnd, 0, Step(len(Week) - 1)} {
		names = append(names, s.Name())
	}
	assert.Equal(t, []string{"start", "change", "close", "end", "luck", "accrue"}, names)
}

func TestTalesAreWhatTheTracerWrites(t *testing.T) {
	subjects := []Subject{{Number: 25}, {Seller: true, Number: 1}, {Number: 3}}
	tales, err := Tell(smallModel(), smallWorld, subjects)
	require.NoError(t, err)
	for i, who := range subjects {
		alone, err := Tell(smallModel(), smallWorld, []Subject{who})
		require.NoError(t, err)
		assert.Equal(t, alone[0], tales[i], "other subjects must not change what is told of one")
		assert.True(t, slices.IsSortedFunc(tales[i].Lines, func(a, b Told) int { return int(a.Week - b.Week) }))
	}
	assert.Contains(t, tales[0].Who, "ustomer 25")
	_, err = Tell(smallModel(), draw.World{}, []Subject{{Number: 60}})
	assert.EqualError(t, err, "customer 60: there are 60, numbered from 0 to 59")
}
