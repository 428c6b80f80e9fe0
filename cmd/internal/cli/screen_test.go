package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/reports"
)

func TestLettersFollowTheFirstVariableOfTheLocaleThatIsSet(t *testing.T) {
	for _, c := range []struct {
		system, all, kind, lang string
		want                    bool
	}{
		{"linux", "", "", "", false},
		{"linux", "", "", "de_DE.UTF-8", false},
		{"linux", "", "", "C", true},
		{"linux", "C", "", "en_GB.utf8", true},
		{"linux", "C.UTF-8", "C", "C", false},
		{"linux", "", "de_DE@euro", "C.UTF-8", true},
		{"darwin", "POSIX", "", "", true},
		{"windows", "C", "", "", false},
	} {
		set := map[string]string{"LC_ALL": c.all, "LC_CTYPE": c.kind, "LANG": c.lang}
		assert.Equal(t, c.want, asciiOnly(c.system, func(name string) string { return set[name] }), "%v", c)
	}
}

func TestWhatIsNoTerminalHasTheUsualWidthAndColoursOnlyWhenAsked(t *testing.T) {
	nothing := func(string) string { return "" }
	assert.Equal(t, reports.Terminal{Width: reports.UsualWidth}, terminalOf(&bytes.Buffer{}, "auto", nothing))
	assert.Equal(t, reports.Terminal{Width: reports.UsualWidth, Colour: true}, terminalOf(&bytes.Buffer{}, "always", nothing))
	file, err := os.Create(filepath.Join(t.TempDir(), "answer.txt"))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	assert.Equal(t, reports.Terminal{Width: reports.UsualWidth}, terminalOf(file, "auto", nothing))
	plain := func(name string) string { return map[string]string{"LC_ALL": "C", "NO_COLOR": "1"}[name] }
	assert.Equal(t, reports.Terminal{Width: reports.UsualWidth, ASCII: true, Colour: true}, terminalOf(file, "always", plain),
		"--color always outranks NO_COLOR")
}

func TestColoursAreChosenByWord(t *testing.T) {
	elsewhere(t)
	_, _, _ = call(t, with("run", "silo", "--out", "here", "--quiet")...)
	_, plain, err := call(t, "report", "here", "--color", "never")
	assert.NotContains(t, plain, "\x1b", err)
	_, coloured, err := call(t, "report", "here", "--color", "always")
	assert.Contains(t, coloured, "\x1b[1m", err)
	refused(t, "--color blue: want auto, always or never", "report", "here", "--color", "blue")
	assert.Contains(t, told(t, BadInput, "report", "here", "--full")["problems"].([]any)[0].(map[string]any)["message"],
		"--full and --json: the JSON document holds all measures; leave --full out")
	_, full, _ := call(t, "report", "here", "--full")
	assert.Contains(t, full, "CROSS-SELL\n")
	assert.Contains(t, full, "Hours coordinating")
	assert.NotContains(t, plain, "Hours coordinating")
	assert.Contains(t, plain, "all measures: xsell report here --full")
}
