package checkpoint

import (
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
