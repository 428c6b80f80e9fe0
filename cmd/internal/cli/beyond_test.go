package cli

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAChangeDatedAfterTheEndIsSaid(t *testing.T) {
	elsewhere(t)
	late := []string{"silo", "--set", `timeline.calm.at="25 weeks"`, "--set", "timeline.calm.set.targets.pressure=0",
		"--set", `timeline.storm.at="26 weeks"`, "--set", "timeline.storm.set.targets.pressure=1"}
	code, _, err := call(t, with("run", append(late, "--out", "one")...)...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, err, "silo ends after 26 weeks, before its timeline does: storm (week 26) will not happen; a run of more than 26 weeks has it all")
	assert.NotContains(t, err, "calm", "a change in the last week happens")
	code, _, err = call(t, with("run", append(late, "--out", "two", "--quiet")...)...)
	require.Equal(t, Done, code, err)
	assert.Empty(t, err, "--quiet has no notes")
}
