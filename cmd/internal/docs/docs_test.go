package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../../.."

// same says the first line in which a document differs from what it should be.
func same(t *testing.T, path, want, found string) {
	t.Helper()
	wanted, lines := strings.Split(want, "\n"), strings.Split(found, "\n")
	for i := range wanted {
		if i >= len(lines) || wanted[i] != lines[i] {
			t.Errorf("%s:%d is not up to date: run make docs; it should be\n%s", path, i+1, wanted[i])
			return
		}
	}
	assert.Equal(t, len(wanted), len(lines), "%s has lines too many: run make docs", path)
}

func TestTablesInTheDocumentsAreUpToDate(t *testing.T) {
	files, err := documents(root)
	require.NoError(t, err)
	for _, f := range files {
		same(t, f.path, f.text, f.old)
	}
}

func TestCommandsThatTakeNoTimePrintWhatTheDocumentsShow(t *testing.T) {
	for _, path := range texts {
		old, err := os.ReadFile(filepath.Join(root, path))
		require.NoError(t, err)
		absolute, err := filepath.Abs(root)
		require.NoError(t, err)
		fresh, err := replayed(absolute, string(old), runs{progress: io.Discard})
		require.NoError(t, err, path)
		same(t, path, fresh, string(old))
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

func TestLinksBetweenDocumentsLeadSomewhere(t *testing.T) {
	for _, path := range append([]string{"CHANGELOG.md"}, texts...) {
		text, err := os.ReadFile(filepath.Join(root, path))
		require.NoError(t, err)
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			target := filepath.Join(root, filepath.Dir(path), found[1])
			assert.FileExists(t, target, "%s links to %s, which is not there", path, found[1])
		}
	}
}

func TestPicturesAreSmall(t *testing.T) {
	pictures, err := filepath.Glob(filepath.Join(root, "docs/pictures/*"))
	require.NoError(t, err)
	require.NotEmpty(t, pictures)
	for _, path := range pictures {
		info, err := os.Stat(path)
		require.NoError(t, err)
		assert.Less(t, info.Size(), int64(200_000), "%s takes too long to load", path)
	}
}

func TestStaleDocumentsAreNamed(t *testing.T) {
	assert.NoError(t, staleness([]document{{"a.md", "x", "x"}}))
	assert.EqualError(t, staleness([]document{{"a.md", "x", "y"}}), "not up to date: a.md; run make docs")
}

func TestOnlyThePartAskedForIsShown(t *testing.T) {
	shown := "```text\n$ xsell list\none\ntwo\nthree\n```\n"
	assert.Equal(t, "```text\n$ xsell list\n…\ntwo\nthree\n```\n", part(shown, "from", "two"))
	assert.Equal(t, "```text\n$ xsell list\none\n…\n```\n", part(shown, "lines", "1"))
	assert.Equal(t, shown, part(shown, "lines", "9"), "a part as long as the whole is the whole")
	assert.Equal(t, shown, part(shown, "", ""))
}

func TestFilesAreWrittenBeforeTheyAreUsed(t *testing.T) {
	text := "<!-- file: a.toml -->\n```toml\ntitle = \"A\"\nbase = \"silo\"\n```\n" +
		"<!-- output: xsell check a.toml -->\nold\n<!-- /output -->\n"
	fresh, err := replayed(t.TempDir(), text, runs{progress: io.Discard})
	require.NoError(t, err)
	assert.Contains(t, fresh, "$ go run ./cmd/xsell check a.toml\na.toml: ok\n```\n<!-- /output -->\n")
	_, err = replayed(t.TempDir(), "<!-- output: rm -r / -->\n<!-- /output -->\n", runs{progress: io.Discard})
	assert.ErrorContains(t, err, "only xsell can be run here")
}

func TestPicturesKeepTheirColours(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 4, 2))
	red := color.RGBA{R: 255, A: 255}
	whole.SetRGBA(3, 1, red)
	var data bytes.Buffer
	require.NoError(t, png.Encode(&data, whole))
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a.png"), filepath.Join(dir, "b", "c.png")
	require.NoError(t, os.WriteFile(from, data.Bytes(), fileMode))
	require.NoError(t, copyPicture(from, to))
	written, err := os.ReadFile(to)
	require.NoError(t, err)
	small, err := png.Decode(bytes.NewReader(written))
	require.NoError(t, err)
	assert.Equal(t, red, color.RGBAModel.Convert(small.At(3, 1)))
	assert.Equal(t, whole.Bounds(), small.Bounds())
}

func TestPurposesOfLuckAreListedWithWhereTheyAreDrawn(t *testing.T) {
	text, err := purposes(root)
	require.NoError(t, err)
	assert.Contains(t, text, "| 23 | `Seek` | whether a customer comes on their own | `sim/seek.go` |")
	assert.NotContains(t, text, "`AccountWhich`", "a purpose set aside decides nothing")
}
