package sim

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
)

func TestTheSameModelTwiceIsTheSameHistory(t *testing.T) {
	want := lived(t, smallModel())
	require.Equal(t, want, lived(t, smallModel()), "a model against itself differs by exactly nothing")
	other := livedIn(t, smallModel(), draw.World{Seed: 20, Replication: 2}, 2)
	require.NotEqual(t, digest(t, want), digest(t, other), "another replication is another history")
}

func TestWorkersDoNotMatter(t *testing.T) {
	model := smallModel()
	model.Size.Markets, model.Size.Customers, model.Size.Sellers = 8, 160, 24
	want := livedIn(t, model, smallWorld, 1)
	for _, workers := range []int{0, 2, 3, 8, 99} {
		require.Equal(t, want, livedIn(t, model, smallWorld, workers), "%d workers", workers)
	}
}

func TestProcessorsDoNotMatter(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
	want := lived(t, smallModel())
	for _, processors := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(processors)
		require.Equal(t, want, livedIn(t, smallModel(), smallWorld, 4), "GOMAXPROCS %d", processors)
	}
}

func TestAReplicationAloneIsTheOneOfTheBatch(t *testing.T) {
	model := smallModel()
	batch := make([]*Record, 9)
	broken, failed := make([][]string, len(batch)), make([]error, len(batch))
	Parallel(len(batch), 3, func(i int) {
		batch[i], broken[i], failed[i] = RunVerified(t.Context(), model, draw.World{Seed: 20, Replication: uint64(i)}, 1)
	})
	for i := range batch {
		require.NoError(t, failed[i])
		require.Empty(t, broken[i], "the books of every history balance")
	}
	require.Equal(t, livedIn(t, smallModel(), draw.World{Seed: 20, Replication: 7}, 2), batch[7],
		"nothing is carried over from one replication to the next")
}

// changed is a firm with twice the pressure and audits.
func changed() *Model {
	levers := smallModel()
	levers.Targets.Pressure, levers.Controls.Audit = 0.8, 0.5
	return levers
}

func TestADatedChangeLeavesThePastAlone(t *testing.T) {
	want := lived(t, smallModel())
	for _, date := range []int32{0, 1, 13, 30, 91} {
		for name, x := range map[string]Change{
			"levers":     {Week: date, Markets: 1, Give: -1, Levers: true},
			"a shock":    {Week: date, Markets: 1, Give: -1, Shock: 0.5},
			"disclosure": {Week: date, Markets: 1, Give: -1, Disclose: true},
			"a gift":     {Week: date, Markets: 1, Give: int(smallMotor), Share: 0.5},
		} {
			model := smallModel()
			model.Changes = []Change{x}
			model.Regimes = map[InForce]*Model{InForce{}.With(0): changed()}
			got, moved := lived(t, model), false
			for i, f := range got.Frames {
				if f.Week < int(date) {
					require.Equal(t, want.Frames[i], f, "%s in week %d: the frame that ends with week %d is before it", name, date, f.Week)
				}
				moved = moved || f != want.Frames[i]
			}
			require.True(t, moved, "%s in week %d has some effect", name, date)
		}
	}
}

func TestALongerRunBeginsWithTheShorterOne(t *testing.T) {
	short, long := smallModel(), smallModel()
	short.Size.Weeks, long.Size.Weeks = 52, 104
	a, b := lived(t, short), lived(t, long)
	require.Len(t, b.Frames, 2*len(a.Frames))
	require.Equal(t, a.Frames, b.Frames[:len(a.Frames)], "the first year does not know that there will be a second")
	require.Equal(t, a.Opening, b.Opening)
}

// placebo is smallModel with a change of levers to what they are anyway.
func placebo(x Change) *Model {
	model := smallModel()
	x.Name, x.Give, x.Levers = "none", -1, true
	model.Changes = []Change{x}
	model.Regimes = map[InForce]*Model{InForce{}.With(0): smallModel()}
	return model
}

// onlyLives is a record without what is said about the changes themselves.
func onlyLives(r *Record) *Record {
	r.Happened, r.Trials = []int32{}, nil
	return r
}

func TestAChangeThatChangesNothingChangesNothing(t *testing.T) {
	want := lived(t, smallModel())
	for _, date := range []int32{-13, -5, 0, 26, 30} {
		model := placebo(Change{Week: date, Markets: 1})
		require.Equal(t, want, onlyLives(lived(t, model)), "the same levers again in week %d", date)
	}
}

func TestAnExperimentStartsFromEqualMarkets(t *testing.T) {
	want := lived(t, smallModel())
	model := placebo(Change{Week: 30, Markets: 0.5})
	require.Equal(t, want, onlyLives(lived(t, model)), "to be chosen for a treatment that does nothing does nothing")
	model.Changes = []Change{{Name: "gift", Week: 30, Markets: 1, Give: int(smallMotor), Share: 0}}
	got := onlyLives(lived(t, model))
	got.Hists = want.Hists // the arms are counted in other bins
	require.Equal(t, want, got, "a gift to nobody does nothing but draw lots")
}

func TestChangesOfOneWeekMayStandInAnyOrder(t *testing.T) {
	shock := Change{Name: "shock", Week: 20, Markets: 1, Give: -1, Shock: 0.3}
	gift := Change{Name: "gift", Week: 20, Markets: 0.5, Give: int(smallMotor), Share: 0.5}
	a, b := smallModel(), smallModel()
	a.Changes, b.Changes = []Change{shock, gift}, []Change{gift, shock}
	require.Equal(t, onlyLives(lived(t, a)), onlyLives(lived(t, b)), fmt.Sprintf("%s and %s touch different things", shock.Name, gift.Name))
}
