package sim

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
	"xsell/sim/snapshot"
)

// halfway is a checkpoint of smallModel from the middle of its history.
func halfway(t testing.TB) []byte {
	t.Helper()
	f, r := NewFirm(smallModel(), smallWorld, 1), &Record{}
	for f.Week < 52 {
		f.begin()
		end := f.periodEnd()
		f.livePeriod(t.Context(), end, 1)
		f.meet(end, r, 1)
	}
	return saved(t, f, r)
}

// refusal is why bytes are no checkpoint of smallModel, and fails the test where they are.
func refusal(t *testing.T, text []byte, what string, at int) error {
	t.Helper()
	_, _, err := Restore(bytes.NewReader(text), thisTool, smallModel(), smallWorld)
	require.Error(t, err, "%s at byte %d: nobody noticed", what, at)
	return err
}

func TestNoByteOfACheckpointCanChangeUnnoticed(t *testing.T) {
	sound := halfway(t)
	text := bytes.Clone(sound)
	for at := range text {
		if at > 2000 && at%97 != 0 && at < len(text)-200 {
			continue
		}
		for _, bit := range []byte{1, 0x80, 0xFF} {
			text[at] ^= bit
			err := refusal(t, text, "a changed bit", at)
			if at >= len(savedMagic) {
				require.ErrorIs(t, err, snapshot.ErrDamaged, "byte %d", at)
			}
			text[at] ^= bit
		}
	}
	_, _, err := Restore(bytes.NewReader(sound), thisTool, smallModel(), smallWorld)
	require.NoError(t, err, "the test has put back what it changed")
}

func TestACheckpointThatWasCutOffIsRefused(t *testing.T) {
	text := halfway(t)
	for length := 0; length < len(text); length += 1 + length/50 {
		refusal(t, text[:length], "cut off", length)
	}
	refusal(t, text[:len(text)-1], "cut off", len(text)-1)
	refusal(t, text[:len(text)-8], "without its last block", len(text)-8)
	refusal(t, append(bytes.Clone(text), 0), "with more behind it", len(text))
	refusal(t, append(bytes.Clone(text), text...), "twice", len(text))
}

func TestACheckpointOfSomethingElseIsRefusedWithAReason(t *testing.T) {
	text := halfway(t)
	longer, stricter, rarer := smallModel(), smallModel(), smallModel()
	longer.Size.Weeks = 156
	stricter.Controls.Audit += 0.01
	rarer.Mind.Need.Switch *= 1.5
	for _, x := range []struct {
		tool  string
		model *Model
		world draw.World
		want  string
	}{
		{"later", smallModel(), smallWorld, "version test of xsell wrote it, and this is version later"},
		{"test+b", smallModel(), smallWorld, "another build of xsell test wrote it, test, and this is test+b"},
		{thisTool, smallModel(), draw.World{Seed: 21, Replication: 1}, "its luck is that of seed 20, replication 1, not of seed 21, replication 1"},
		{thisTool, smallModel(), draw.World{Seed: 20}, "not of seed 20, replication 0"},
		{thisTool, longer, smallWorld, "its run is 104 weeks after a warm-up of 13, closes every 13, of 60 customers and 6 sellers in 2 markets, not 156 weeks"},
		{thisTool, stricter, smallWorld, "the scenario, an assignment or a constant has changed since"},
		{thisTool, rarer, smallWorld, "the scenario, an assignment or a constant has changed since"},
	} {
		_, _, err := Restore(bytes.NewReader(text), x.tool, x.model, x.world)
		var other *Foreign
		require.ErrorAs(t, err, &other)
		assert.ErrorContains(t, err, x.want)
	}
	_, _, err := Restore(bytes.NewReader([]byte("week,measure\n")), thisTool, smallModel(), smallWorld)
	assert.ErrorIs(t, err, ErrNoCheckpoint)
	_, _, err = Live(t.Context(), smallModel(), smallWorld, 1, Journey{From: bytes.NewReader(text), Tool: thisTool, Verify: true})
	assert.ErrorContains(t, err, "the history was begun without its books being verified")
}

// FuzzRestore: whatever the bytes, a checkpoint is read to the last one or refused, and nothing panics.
func FuzzRestore(f *testing.F) {
	sound := halfway(f)
	f.Add(sound)
	f.Add(sound[:len(sound)/2])
	f.Add([]byte(savedMagic))
	f.Fuzz(func(t *testing.T, text []byte) {
		firm, r, err := Restore(bytes.NewReader(text), thisTool, smallModel(), smallWorld)
		if err == nil {
			require.True(t, bytes.Equal(text, saved(t, firm, r)), "a checkpoint that is accepted is one that was written")
		}
	})
}
