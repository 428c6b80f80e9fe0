package sim

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/sim/draw"
)

// TestHistoriesAreWhatTheyWere compares the fingerprints of some histories with those on file. When a change of results
// is meant, go test ./sim -update writes them anew, and the changelog says why under "Results change".
func TestHistoriesAreWhatTheyWere(t *testing.T) {
	var got strings.Builder
	for _, x := range []struct {
		name  string
		model *Model
	}{{"small", smallModel()}, {"busy", busy()}, {"crowded", crowded()}} {
		for replication := range uint64(3) {
			r := livedIn(t, x.model, draw.World{Seed: 1, Replication: replication}, 2)
			fmt.Fprintf(&got, "%s %d %s\n", x.name, replication, digest(t, r))
		}
	}
	file := filepath.Join("testdata", "histories.golden")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got.String(), "histories have changed; if that is meant, run go test ./sim -update and say why in the changelog")
}
