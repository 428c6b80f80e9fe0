package checkpoint

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
)

// TestAHistoryThatEndedCountsOnlyIfItsBooksWereLookedAtAsAsked: else its sentences, or their absence, would be another
// run's.
func TestAHistoryThatEndedCountsOnlyIfItsBooksWereLookedAtAsAsked(t *testing.T) {
	for _, kept := range []bool{false, true} {
		for _, asked := range []bool{false, true} {
			one, d := plan(t).Legs()[0], folder(t, t.TempDir())
			one.Workers, one.Verify = 1, kept
			want, _, err := d.Live(t.Context(), one)
			require.NoError(t, err)
			d.Resume = true
			again, fresh := one, false
			again.Verify = asked
			again.Lived = func(x sim.Stretch) { fresh = fresh || !x.Earlier }
			got, broken, err := d.Live(t.Context(), again)
			require.NoError(t, err)
			require.Empty(t, broken)
			require.Equal(t, want, got)
			assert.Equal(t, kept != asked, fresh, "verified %t, and asked to be %t: lived again", kept, asked)
			e, err := d.ended(again)
			require.NoError(t, err, "what is lived again is kept")
			assert.Equal(t, asked, e.Verified)
		}
	}
}

// TestBesideAHistoryThatEndedNoCheckpointCounts: a power cut may come after the one is written and before the other is
// removed, and what lies there may even be of another run.
func TestBesideAHistoryThatEndedNoCheckpointCounts(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	p.Workers = 1
	_, over := leg(t, p, d, 40_000) // a world and a half of 26,000 customer-weeks, and a little more
	require.False(t, over)
	ended, running, err := d.Open(p)
	require.NoError(t, err)
	require.Equal(t, [2]int{1, 1}, [2]int{ended, running}, "histories that ended, and on their way")
	begun, err := filepath.Glob(filepath.Join(d.Dir, "*"+runningEnd))
	require.NoError(t, err)
	onItsWay, err := os.ReadFile(begun[0])
	require.NoError(t, err)
	for what, text := range map[string][]byte{"of another history": onItsWay, "damaged": onItsWay[:len(onItsWay)/2], "no checkpoint": []byte("?")} {
		stale := d.path(p.Legs()[0], runningEnd)
		require.NotEqual(t, begun[0], stale)
		require.NoError(t, os.WriteFile(stale, text, 0o600))
		ended, running, err = d.Open(p)
		require.NoError(t, err, "what lies beside a history that ended does not stop the run: %s", what)
		assert.Equal(t, [2]int{1, 1}, [2]int{ended, running}, "a history is counted once: %s", what)
		assert.NoFileExists(t, stale)
		assert.FileExists(t, begun[0])
	}
}

func TestTwoProcessesDoNotKeepCheckpointsInOneDirectory(t *testing.T) {
	p, d := plan(t), folder(t, t.TempDir())
	_, _, err := d.Open(p)
	require.NoError(t, err)
	other := folder(t, d.Dir)
	other.Resume = true
	_, _, err = other.Open(p)
	assert.ErrorContains(t, err, "is at work in "+d.Dir+": wait for its end, or choose another directory")
	require.NoError(t, d.Close())
	_, _, err = other.Open(p)
	require.NoError(t, err)
	require.NoError(t, other.Clear(p))
	assert.NoDirExists(t, d.Dir, "the lock goes with the rest")
}
