package main

import (
	"io"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatMeasuresIsOnlyRunWhenMeasuring(t *testing.T) {
	text := "<!-- program: xsell bench -->\nold\n<!-- /program -->\n<!-- picture: out/none.png none.png -->\n" +
		"<!-- make: arm64 -->\nold\n<!-- /make -->\n"
	fresh, err := replayed(t.TempDir(), text, runs{simulate: true, progress: io.Discard})
	require.NoError(t, err, "a picture of what was passed over is passed over too")
	assert.Equal(t, text, fresh)
	_, err = replayed(t.TempDir(), "<!-- output: xsell list -->\n<!-- /output -->\n<!-- picture: out/none.png none.png -->\n", runs{progress: io.Discard})
	assert.ErrorContains(t, err, "none.png", "a picture that should be there must be")
}

func TestAMeasuringProgramThatFailsIsNoFigure(t *testing.T) {
	printed, err := printedBy(".", "go", "env", "GOOS")
	require.NoError(t, err)
	assert.Equal(t, runtime.GOOS, printed)
	assert.Equal(t, "```text\n$ go env GOOS\n"+printed+"\n```\n", shownAs("go env GOOS", printed))
	_, err = printedBy(".", "go", "no-such-command")
	assert.ErrorContains(t, err, "go no-such-command")
	_, err = measure(t.TempDir(), "program", "xsell bench")
	assert.Error(t, err, "there is no program where there is no source")
}
