package journal

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/experiment"
	"xsell/scenarios/lock"
)

// TestOnlyAJournalOfWorldsThatTheResultsHoldIsRemoved: it may be of another experiment, or go further than they do.
func TestOnlyAJournalOfWorldsThatTheResultsHoldIsRemoved(t *testing.T) {
	p := plan(t)
	fewer := plan(t)
	fewer.Replications, fewer.CommandLine = 3, []string{"xsell", "run"}
	other := fewer
	other.Seed = 8
	for name, x := range map[string]struct {
		plan experiment.Plan
		want string
	}{
		"the same":                {p, ""},
		"fewer worlds":            {fewer, "there are more than 3"},
		"another seed":            {other, "their seed is 7 and not 8"},
		"fewer of its scenarios":  {onlyFirst(fewer, 4), "they are of interlock too"},
		"a scenario it has not":   {plan(t, "targets.pressure=0.9"), "silo was another"},
		"fewer, the same command": {sameCommand(fewer), ""},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		lived(t, dir, p, 0)
		m := experiment.Manifest(x.plan, x.plan.Replications)
		err := Settle(dir, &m)
		if x.want == "" {
			require.NoError(t, err, name)
			assert.NoDirExists(t, Beside(dir), name)
			continue
		}
		var unspent *Unspent
		require.ErrorAs(t, err, &unspent, name)
		require.ErrorContains(t, err, x.want, name)
		require.ErrorContains(t, err, "remove "+Beside(dir), name)
		_, there := lived(t, dir, p, 0)
		assert.Equal(t, 8, there, "%s: all that was lived is kept", name)
	}
	m := experiment.Manifest(p, 4)
	require.NoError(t, Settle(filepath.Join(t.TempDir(), "none"), &m))
}

func onlyFirst(p experiment.Plan, worlds int) experiment.Plan {
	p.Scenarios, p.Replications = p.Scenarios[:1], worlds
	return p
}

func sameCommand(p experiment.Plan) experiment.Plan {
	p.CommandLine = []string{"xsell", "compare"}
	return p
}

func TestWhatIsDoneAloneIsDoneWhileNobodyElseCanBeAtWork(t *testing.T) {
	p, dir := plan(t), filepath.Join(t.TempDir(), "out")
	require.NoError(t, Alone(dir, func() error {
		_, err := open(t, dir, p)
		var held *lock.Held
		require.ErrorAs(t, err, &held)
		return nil
	}))
	assert.NoDirExists(t, Beside(dir))
	j, err := open(t, dir, p)
	require.NoError(t, err)
	var held *lock.Held
	require.ErrorAs(t, Alone(dir, func() error { return nil }), &held)
	require.NoError(t, j.Close())
}
