package cli

import (
	"os"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
)

func TestListNamesOverlaysBelowTheScenarios(t *testing.T) {
	code, out, err := call(t, "list")
	require.Equal(t, Done, code, err)
	assert.Regexp(t, `(?s)silo .*\n\nOverlays, to lay over any scenario, as in silo\+low-skill:\n\n.*low-skill +Sellers start`, out)
}

func TestOverlaysAreCompletedBehindAPlus(t *testing.T) {
	_, out, err := call(t, cobra.ShellCompRequestCmd, "compare", "silo", "silo+low-skill+")
	assert.Contains(t, out, "silo+low-skill+clear-territories\tClear territories\n", err)
	assert.NotContains(t, out, "low-skill+low-skill", "what is named already cannot be named again")
	_, out, err = call(t, cobra.ShellCompRequestCmd, "run", "silo+low")
	assert.Contains(t, out, "silo+low-skill\tLow skill\n", err)
	_, out, err = call(t, cobra.ShellCompRequestCmd, "show", "low")
	assert.Contains(t, out, "low-skill\tLow skill\n", "show prints overlays too: %s", err)
}

func TestAnOverlayIsShownCheckedAndStartedFrom(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, "show", "silo+low-skill")
	require.Equal(t, Done, code, err)
	assert.Regexp(t, `(?s)^# ---- scenario silo\n.*\n# ---- overlay low-skill\n`, out)
	code, out, err = call(t, "show", "silo+low-skill", "--resolved")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "title = \"Silo + low skill\"")
	assert.NotContains(t, out, "\"times ", "the whole scenario holds plain values")
	code, out, err = call(t, "check", "silo+low-skill", "low-skill")
	require.Equal(t, Done, code, err)
	assert.Equal(t, "silo+low-skill: ok\nlow-skill: ok\n", out)
	code, out, err = call(t, "init", "silo+low-skill")
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "my-silo-low-skill.toml written")
	s, failure := scenarios.Load("my-silo-low-skill.toml", nil)
	require.NoError(t, failure)
	assert.Equal(t, "My variant of Silo + low skill", s.Spec.Title)
}

func TestScenariosWithOverlaysAreCompared(t *testing.T) {
	elsewhere(t)
	require.NoError(t, os.WriteFile("half.toml", []byte("overlay = true\n[pay.rule.\"*\".curve.\"*\"]\neach = \"times 0.5\"\n"), 0o600))
	code, out, err := call(t, with("compare", "silo", "silo+half.toml", "silo+low-skill", "--verify", "--out", "here")...)
	require.Equal(t, Done, code, err)
	assert.Contains(t, out, "silo+half and silo+low-skill against silo")
	refused(t, `silo+halff.toml: there is no file "halff.toml"; did you mean "half.toml"?`, "run", "silo+halff.toml")
}
