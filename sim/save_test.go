package sim

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"reflect"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/agents/pay"
	"xsell/sim/draw"
	"xsell/sim/metric"
	"xsell/sim/snapshot"
)

// thisTool is the version of the program in these tests.
const thisTool = "test"

// savable are models in which everything that a firm can hold is held at one time or another.
func savable() map[string]*Model {
	promises := busy()
	for u := range promises.Plans {
		for r := range promises.Plans[u].Rules {
			promises.Plans[u].Rules[r].Deferral = pay.Deferral{Deferred: 0.6, Vests: 26, Weight: 0.8}
		}
	}
	promises.Changes = append(promises.Changes, Change{Name: "retention", Week: 20, Markets: 1, Give: -1, Retain: agents.EUR(900), Vests: 39})
	mined := crowded()
	mined.Org.Targeting.Bundles = 0.5
	all := map[string]*Model{"busy": busy(), "crowded": crowded(), "promises": promises, "mined": mined,
		"moves": acted(Change{Week: 26, Markets: 0.5, Move: 0.5, Plant: 1, When: from(30)})}
	for name, x := range crowds {
		all["a trial of "+name] = tried(x, pushed())
		x.Until = 60
		all["an episode for "+name] = tried(x, pushed())
	}
	return all
}

func TestEverythingAFirmHoldsCanBeSaved(t *testing.T) {
	for _, part := range []reflect.Type{reflect.TypeFor[Finished](), reflect.TypeFor[savedHead]()} {
		require.NoError(t, (&snapshot.Format{}).Check(part))
	}
	err := savedAs.Check(reflect.TypeFor[struct {
		Firm   Firm
		Market Market
	}]())
	require.NoError(t, err, "a field of a kind that checkpoints cannot hold: see savedAs in save.go")
}

// saved is a checkpoint.
func saved(t testing.TB, f *Firm, r *Record) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, f.Save(&out, thisTool, r))
	return out.Bytes()
}

// reborn is a firm as it comes back from its checkpoint. The room of its worker, which is not kept, is full of rubbish.
func reborn(t *testing.T, f *Firm, r *Record) (*Firm, *Record) {
	t.Helper()
	text := saved(t, f, r)
	in, err := unseal(bytes.NewReader(text), f.Model)
	require.NoError(t, err)
	_, err = readHead(in, thisTool, f.Model, f.World)
	require.NoError(t, err)
	again, record, err := restore(in, f.Model, f.World)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(text, saved(t, again, record)), "week %d: what is saved again is the same checkpoint", f.Week)
	assert.Same(t, f.Around, again.Around, "week %d: the firm has the same surroundings", f.Week)
	for i, m := range f.Markets {
		require.Same(t, m.Model, again.Markets[i].Model, "week %d: market %d has the same levers", f.Week, i)
	}
	litter(again.rooms[0])
	return again, record
}

// litter fills a worker's tables with what nobody can count on. What it has worked out for reuse stays.
func litter(room *scratch) {
	const odd = 0xA5A5A5A5
	for _, rows := range [][]float64{room.Births.odds, room.Births.logOdds, room.Sales.worth, room.Sales.pitch, room.Weight, room.Waiting,
		room.Room.sum[:], room.Room.weeks[:], room.Room.later[:]} {
		fill(rows, math.NaN())
	}
	d := &room.Due
	for _, rows := range [][]uint64{room.Births.ways, room.Births.owns, room.Births.asleep, room.Needy.marks, room.Sorter.keys, room.Sorter.room, d.join, d.want, d.lose, d.ask, d.age, d.leave} {
		fill(rows, odd<<32|odd)
	}
	for _, rows := range room.Lines {
		fill(rows, -1)
	}
	fill(room.Sketches, sketch{way: odd, own: odd, held: odd, can: odd, need: odd, who: odd, brings: -1, covered: 0xA5A5, segment: 0xA5, house: 0xA5})
	fill(room.Near[:], odd)
	fill(room.Covering, 0xA5A5)
	fill(room.Seen, -1)
	fill(room.Scores, float32(math.NaN()))
	fill(room.Sorter.near, 0xA5A5)
	fill(room.Rank, ranked{-1, float32(math.NaN()), odd})
	fill(room.Requests, Request{Customer: odd, Week: -1, Product: 0xA5})
	fill(room.Appeal, appeal{math.NaN(), math.NaN()})
	fill(room.Attention, attention{})
}

// fill puts x on all rows a table has or has room for.
func fill[T any](rows []T, x T) {
	for i := range rows[:cap(rows)] {
		rows[:cap(rows)][i] = x
	}
}

// TestAHistoryIsTheSameThroughAnyNumberOfCheckpoints: a firm that dies and comes back before every market's every period
// lives the history of one that never does.
func TestAHistoryIsTheSameThroughAnyNumberOfCheckpoints(t *testing.T) {
	for name, model := range savable() {
		want := lived(t, model)
		f, r := NewFirm(model, smallWorld, 1), &Record{}
		f.auditing = true
		for f.Week < int32(model.Size.Weeks) {
			f, r = reborn(t, f, r)
			f.journey = &Journey{Halt: func() bool { return true }}
			if !f.begun {
				f.begin()
				f.begun = true
			}
			if end := f.periodEnd(); f.livePeriod(t.Context(), end, 1) {
				f.begun = false
				f.meet(end, r, 1)
			}
		}
		f.last(r)
		require.Equal(t, want, r, "%s: a history through checkpoints is another one", name)
		require.Empty(t, f.broken, name)
	}
}

var errStopped = errors.New("stopped")

// inLegs lives a history that is stopped after so many questions whether it should be, and goes on from its checkpoint.
func inLegs(t *testing.T, model *Model, world draw.World, workers int, questions int32, watch *Watch) (r *Record, legs int) {
	t.Helper()
	var checkpoint []byte
	for {
		legs++
		var asked atomic.Int32
		with := Journey{Tool: thisTool, Verify: true, Watch: watch, Halt: func() bool { return asked.Add(1) > questions },
			Rest: func(save func(io.Writer) error) error {
				var out bytes.Buffer
				err := save(&out)
				checkpoint = out.Bytes()
				return errors.Join(err, errStopped)
			}}
		if checkpoint != nil {
			with.From = bytes.NewReader(checkpoint)
		}
		r, broken, err := Live(t.Context(), model, world, workers, with)
		if errors.Is(err, errStopped) {
			continue
		}
		require.NoError(t, err)
		require.Empty(t, broken)
		return r, legs
	}
}

func TestAHistoryInLegsIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	model := busy()
	model.Size.Markets, model.Size.Customers, model.Size.Sellers = 7, 210, 21
	want := lived(t, model)
	for workers := 1; workers <= 4; workers++ {
		for _, questions := range []int32{1, 2, 5, 13, 40} {
			r, legs := inLegs(t, model, smallWorld, workers, questions, nil)
			require.Equal(t, want, r, "%d legs on %d workers", legs, workers)
			require.Greater(t, legs, 1, "it was stopped on the way")
		}
	}
}

// TestWhoLooksOnSeesTheSameThroughCheckpoints: every look once, with the deeds since the one before.
func TestWhoLooksOnSeesTheSameThroughCheckpoints(t *testing.T) {
	for _, every := range []int{0, 1, 9} {
		looks := func(seen *[]metric.Books) *Watch {
			return &Watch{Every: every, See: func(f *Firm) {
				for _, m := range f.Markets {
					*seen = append(*seen, deedsIn(m))
				}
			}}
		}
		var want, got []metric.Books
		_, broken, err := RunObservedVerified(t.Context(), turnover(), smallWorld, 1, looks(&want))
		require.NoError(t, err)
		require.Empty(t, broken)
		_, legs := inLegs(t, turnover(), smallWorld, 1, 3, looks(&got))
		require.Equal(t, want, got, "looks every %d weeks", every)
		require.Greater(t, legs, 3)
	}
}

func TestACancelledHistoryRestsBeforeItEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var checkpoint bytes.Buffer
	weeks := atomic.Int64{}
	count := func(x Stretch) {
		if weeks.Add(x.CustomerWeeks) > 30*20 {
			cancel()
		}
	}
	_, _, err := Live(ctx, smallModel(), smallWorld, 2, Journey{Tool: thisTool, Verify: true, Lived: count,
		Rest: func(save func(io.Writer) error) error { return save(&checkpoint) }})
	require.ErrorIs(t, err, context.Canceled)
	before := weeks.Swap(0)
	r, broken, err := Live(t.Context(), smallModel(), smallWorld, 2, Journey{Tool: thisTool, Verify: true,
		Lived: func(x Stretch) { weeks.Add(x.CustomerWeeks) }, From: &checkpoint})
	require.NoError(t, err)
	require.Empty(t, broken)
	require.Equal(t, lived(t, smallModel()), r)
	assert.EqualValues(t, 60*117, weeks.Load(), "what was lived before is counted too")
	assert.Less(t, before, int64(60*117), "it was stopped on the way")
}

func TestWhatIsKeptOfAHistoryThatEndedComesBack(t *testing.T) {
	want := &Finished{Record: lived(t, busy()), Verified: true, Broken: []string{"a sentence"}}
	var text bytes.Buffer
	require.NoError(t, want.Save(&text, thisTool, busy(), smallWorld))
	sound := text.Bytes()
	require.NoError(t, Own(bytes.NewReader(sound), thisTool, busy(), smallWorld))
	got, err := RestoreFinished(bytes.NewReader(sound), thisTool, busy(), smallWorld)
	require.NoError(t, err)
	require.Equal(t, want, got)
	_, _, err = Restore(bytes.NewReader(sound), thisTool, busy(), smallWorld)
	assert.ErrorContains(t, err, "its history has ended")
	_, err = RestoreFinished(bytes.NewReader(saved(t, NewFirm(busy(), smallWorld, 1), &Record{})), thisTool, busy(), smallWorld)
	assert.ErrorContains(t, err, "its history has not ended")
}
