package scenarios_test

import (
	"errors"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios"
	"xsell/scenarios/tree"
)

// FuzzLoadText feeds any text: it must be compiled or refused with a list of problems, and never panic.
func FuzzLoadText(f *testing.F) {
	text, err := os.ReadFile("testdata/small.toml")
	require.NoError(f, err)
	f.Add(string(text))
	f.Add(small)
	for _, row := range mistakes {
		f.Add(small + row.text)
	}
	for _, name := range runnable() {
		built, err := scenarios.Text(name)
		require.NoError(f, err)
		f.Add(built)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := scenarios.LoadText("my.toml", text, nil)
		if problems := (tree.Problems{}); err != nil && (!errors.As(err, &problems) || len(problems) == 0) {
			t.Errorf("an error without problems: %v", err)
		}
	})
}
