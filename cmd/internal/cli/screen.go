package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"xsell/reports"
	"xsell/reports/document"
)

// screen is where a command writes its answer, and in which form.
type screen struct {
	io.Writer
	terminal reports.Terminal
	json     bool // one JSON document and nothing else
	full     bool // all measures
	begun    bool // something was written
}

func (s *screen) Write(text []byte) (int, error) {
	s.begun = s.begun || len(text) > 0
	return s.Writer.Write(text)
}

// screenOf is the screen behind a writer; what is none is one of the usual kind.
func screenOf(out io.Writer) *screen {
	if s, is := out.(*screen); is {
		return s
	}
	return &screen{Writer: out}
}

// inJSON writes a value as the one JSON document of a command.
func inJSON(out io.Writer, value any) error {
	text, err := document.JSON(value)
	if err != nil {
		return ours(fmt.Errorf("the answer cannot be written as JSON: %w", err))
	}
	_, err = out.Write(text)
	return ours(err)
}

// failed says in JSON what went wrong, if that is how the screen is asked to speak and nothing was said yet.
func (s *screen) failed(failure error) error {
	if !s.json || s.begun {
		return failure
	}
	return errors.Join(failure, inJSON(s, errorDocument(failure)))
}

// aside is where a command writes what is not its answer: beside a JSON document nothing else may stand.
func aside(out, notes io.Writer) io.Writer {
	if screenOf(out).json {
		return notes
	}
	return out
}

// screenFlags are the flags that every command has.
func screenFlags(root *cobra.Command) {
	root.PersistentFlags().String("color", "auto", "use colours: `WHEN` is auto, always or never")
}

// jsonFlag lets a command answer in JSON.
func jsonFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("json", false, "print one JSON document in place of words, and nothing else (docs/json.md)")
}

// fullFlag lets a command show all measures.
func fullFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("full", false, "also print all measures, before the answer")
}

// given is the value of a flag that not every command has.
func given(cmd *cobra.Command, name string) bool {
	flag := cmd.Flags().Lookup(name)
	return flag != nil && flag.Value.String() == "true"
}

// prepare finds out what the screen can show and what is asked of it.
func (s *screen) prepare(cmd *cobra.Command) error {
	s.json, s.full = given(cmd, "json"), given(cmd, "full")
	when := cmd.Flag("color").Value.String()
	var wrong problems
	if when != "auto" && when != "always" && when != "never" {
		wrong.add(fmt.Errorf("--color %s: want auto, always or never", when))
	}
	if s.json && s.full {
		wrong.add(errors.New("--full and --json: the JSON document holds all measures; leave --full out"))
	}
	if csv := cmd.Flags().Lookup("csv"); s.json && csv != nil && csv.Value.String() == "-" {
		wrong.add(errors.New("--json and --csv -: both print in place of the words; leave one of them out, or name a file for the CSV"))
	}
	s.terminal = terminalOf(s.Writer, when, os.Getenv)
	return wrong.err()
}

// narrowest and shortest are the size of a terminal that does not tell its own [columns, lines].
const narrowest, shortest = 80, 24

// terminalOf tells what a place can show: its width and letters, and colours when they are wanted. What is no file, such
// as the output of a test, takes all letters and no colours.
func terminalOf(out io.Writer, colour string, env func(string) string) reports.Terminal {
	t := reports.Terminal{Width: reports.UsualWidth, Colour: colour == "always"}
	f, isFile := out.(*os.File)
	if !isFile {
		return t
	}
	t.ASCII = asciiOnly(runtime.GOOS, env)
	if !term.IsTerminal(int(f.Fd())) {
		return t
	}
	t.Width, t.Height = narrowest, shortest
	if width, height, err := term.GetSize(int(f.Fd())); err == nil && width > 0 && height > 0 {
		t.Width, t.Height = width, height
	}
	if colour == "auto" {
		t.Colour = env("NO_COLOR") == "" && env("TERM") != "dumb"
	}
	t.Colour = t.Colour && understandsColour(f)
	return t
}

// asciiOnly tells whether the locale has no Unicode: by the first of its variables that is set, as POSIX says. Where none
// is set nothing is known, and most terminals have it; Windows has it always.
func asciiOnly(system string, env func(string) string) bool {
	if system == "windows" {
		return false
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(env(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return false
}
