package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/checkpoint"
	"xsell/scenarios/experiment"
)

func TestABuildIsToldByItsBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "xsell")
	named := func(bytes string) string {
		require.NoError(t, os.WriteFile(path, []byte(bytes), 0o600))
		name, err := programAt(path)
		require.NoError(t, err)
		return name
	}
	assert.Equal(t, Version+"+ba7816bf8f01", named("abc"), "SHA-256 of abc begins so, by FIPS 180-2, B.1")
	assert.NotEqual(t, named("abc"), named("abd"), "one byte more or less is another program")
	_, err := programAt(filepath.Join(t.TempDir(), "none"))
	assert.ErrorContains(t, err, "cannot read the program itself, so no checkpoint could be told from another's")
	mine, err := thisProgram()
	require.NoError(t, err)
	assert.Regexp(t, `^0\.1\.0\+[0-9a-f]{12}$`, mine)
}

// TestACheckpointOfAnotherBuildIsRefused: of the same version, with the same tables and the same scenario.
func TestACheckpointOfAnotherBuildIsRefused(t *testing.T) {
	elsewhere(t)
	s, err := scenarios.Load("silo", []string{"run.customers=100", "run.markets=2", "run.sellers=4", "run.weeks=4 weeks", "run.warm-up=4 weeks", "run.close=4 weeks"})
	require.NoError(t, err)
	plan := experiment.Plan{Scenarios: []*scenarios.Scenario{s}, Replications: 1, Workers: 1, Seed: 1}
	other := &checkpoint.Folder{Dir: "kept", Tool: Version + "+000000000000", Note: func(text string) { t.Error(text) }}
	_, _, err = other.Open(plan)
	require.NoError(t, err)
	leg := plan.Legs()[0]
	leg.Workers = 1
	_, _, err = other.Live(t.Context(), leg)
	require.NoError(t, err)
	require.NoError(t, other.Close())
	resume := func() error {
		j := &job{asked: &asked{keeping: keeping{dir: "kept", every: usualEvery, resume: true}}, plan: plan, notes: os.Stderr}
		_, err := j.folder()
		return err
	}
	mine, err := thisProgram()
	require.NoError(t, err)
	assert.ErrorContains(t, resume(), "another build of xsell 0.1.0 wrote it, 0.1.0+000000000000, and this is "+mine+
		", whose formulas may be others; go on with the same command and program as before")
}
