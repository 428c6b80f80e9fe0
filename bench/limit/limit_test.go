package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
)

// lived is a market of a small silo after half a year.
func lived(t *testing.T) *sim.Market {
	t.Helper()
	s, err := scenarios.Load("silo", []string{"run.markets=1", "run.customers=400", "run.sellers=4", "run.weeks=26 weeks"})
	require.NoError(t, err)
	var m *sim.Market
	watch := &sim.Watch{See: func(f *sim.Firm) { m = f.Markets[0] }}
	_, err = sim.RunObserved(context.Background(), s.Model, draw.World{Seed: 1}, 1, watch)
	require.NoError(t, err)
	return m
}

func written(t *testing.T, columns ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, column := range columns {
		require.NoError(t, binary.Write(&b, binary.LittleEndian, column))
	}
	return b.Bytes()
}

func TestAMoodOfAnotherBitIsNamed(t *testing.T) {
	cs := &lived(t).Customers
	said := written(t, cs.Trust, cs.Satisfaction, cs.Relation, cs.Fatigue)
	require.NoError(t, sameMoods(said, cs), "the same moods are no difference")
	said[4*(len(cs.Here)+7)] ^= 1
	require.ErrorContains(t, sameMoods(said, cs), "satisfaction of household 7", "the last bit of a mood counts")
}

func TestAMarkTooManyIsNamed(t *testing.T) {
	m := lived(t)
	said := written(t, m.Marked("join"), m.Marked("want"), m.Marked("lose"), m.Marked("ask"), m.Marked("age"), m.Marked("leave"))
	require.NoError(t, sameMarks(said, m), "the same marks are no difference")
	said[8*len(m.Marked("join"))+1] ^= 1 << 3
	require.ErrorContains(t, sameMarks(said, m), "household 11 is marked for want", "one mark more or less is a difference")
}

func TestEveryDecisionShowsInWhatIsCompared(t *testing.T) {
	m := lived(t)
	require.NoError(t, remember(m).differs(m), "a market is as it was remembered")
	moving := slices.IndexFunc(m.Customers.Segment, func(x uint8) bool { return m.Model.Market.Segments[x].Next != int(x) })
	for what, d := range map[string]decision{"a need": {What: needed}, "a customer won": {What: joined}, "a message": {What: hears},
		"a new stage of life": {What: newStage}, "a need that fades": {What: faded}, "a need met elsewhere": {What: competed},
		"a request": {What: asked}, "an exit": {What: left}, "an audit": {What: fate, Fate: 7},
		"an account returned": {What: fate, Fate: 0, After: ends}, "one that falls asleep": {What: fate, Fate: sleeps}} {
		was := remember(m)
		d.Who = uint32(moving)
		was.apply(d, m)
		require.Error(t, was.differs(m), "%s of the kernel alone is a difference", what)
	}
	was := remember(m)
	was.elsewhere[3] ^= 1
	require.ErrorContains(t, was.differs(m), "household 3", "what ends elsewhere is compared too")
}
