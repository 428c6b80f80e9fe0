package scenarios_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/tree"
	"xsell/sim"
)

// small is the head of a text that changes the small bank.
const small = "base = \"testdata/small.toml\"\n"

// over loads changes of the small bank.
func over(text string) (*scenarios.Scenario, error) {
	return scenarios.LoadText("my.toml", small+text, nil)
}

// model compiles changes of the small bank that must be right.
func model(t *testing.T, text string) *sim.Model {
	t.Helper()
	s, err := over(text)
	require.NoError(t, err)
	return s.Model
}

// complaints are the lines of what is wrong with changes of the small bank.
func complaints(t *testing.T, text string) []string {
	t.Helper()
	_, err := over(text)
	if err == nil {
		return nil
	}
	problems := tree.Problems{}
	require.ErrorAs(t, err, &problems, "every error must be a list of problems")
	return strings.Split(problems.Error(), "\n")
}
