package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"xsell/cmd/internal/cli"
)

// runs says how documents are replayed: with or without the commands that simulate many histories, and those that
// measure this machine, which never print the same twice.
type runs struct {
	simulate, measure bool
	only              string // the one document; empty: all
	progress          io.Writer
	passed            *bool // the last command was passed over, and its picture with it
}

// replay runs what the documents show, in order, in an empty directory, and writes what came out below each command:
//
//	<!-- file: NAME -->      the block that follows is written to the file NAME
//	<!-- output: COMMAND --> the block up to <!-- /output --> becomes what xsell prints; with "from TEXT" or "lines N"
//	                         in brackets before the colon, only a part of it
//	<!-- picture: FILE TO -->  the picture FILE of a results directory becomes the picture TO of the documents
//	<!-- program: COMMAND --> as output, by the built program, when measuring
//	<!-- make: TARGET -->    as output, by make in the root of the module, when measuring
func replay(root string, how runs) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	for _, path := range texts {
		if how.only != "" && path != how.only {
			continue
		}
		path = filepath.Join(root, path)
		old, err := readIfThere(path)
		if err != nil || old == "" {
			return err
		}
		text, err := replayed(root, old, how)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := write([]document{{path, old, text}}); err != nil {
			return err
		}
	}
	return nil
}

// replayed returns a text with fresh outputs.
func replayed(root, text string, how runs) (fresh string, err error) {
	dir, err := os.MkdirTemp("", "xsell-docs")
	if err != nil {
		return "", err
	}
	home, err := os.Getwd()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.Chdir(home), os.RemoveAll(dir)) }()
	if err := os.Chdir(dir); err != nil {
		return "", err
	}
	return follow(root, text, how)
}

var (
	instruction = regexp.MustCompile(`(?m)^<!-- (file|output|picture|calibration|program|make)(?: \[(from|lines) ([^\]]+)\])?: (.+) -->\n`)
	block       = regexp.MustCompile("(?s)^```[a-z]*\n(.*?)```\n")
)

// follow carries out the instructions of a text from top to bottom.
func follow(root, text string, how runs) (string, error) {
	how.passed = new(bool)
	var out strings.Builder
	for {
		at := instruction.FindStringSubmatchIndex(text)
		if at == nil {
			out.WriteString(text)
			return out.String(), nil
		}
		words := instruction.FindStringSubmatch(text)
		out.WriteString(text[:at[1]])
		text = text[at[1]:]
		shown, rest, err := carryOut(root, words, text, how)
		if err != nil {
			return "", fmt.Errorf("%s: %w", strings.TrimSpace(words[0]), err)
		}
		out.WriteString(shown)
		text = rest
	}
}

// carryOut does one instruction: words are its parts, text what follows. It returns what is shown and what is left.
func carryOut(root string, words []string, text string, how runs) (shown, rest string, err error) {
	kind, what := words[1], words[4]
	switch kind {
	case "file":
		inside := block.FindStringSubmatch(text)
		if inside == nil {
			return "", "", errors.New("no block follows")
		}
		return "", text, os.WriteFile(what, []byte(inside[1]), fileMode)
	case "picture":
		from, to, _ := strings.Cut(what, " ")
		if *how.passed {
			return "", text, nil
		}
		return "", text, copyPicture(from, filepath.Join(root, to))
	}
	end := "<!-- /" + kind + " -->"
	stop := strings.Index(text, end)
	if stop < 0 {
		return "", "", fmt.Errorf("no %s follows", end)
	}
	if *how.passed = !how.wants(kind, what); *how.passed {
		return text[:stop], text[stop:], nil
	}
	fmt.Fprintln(how.progress, what)
	shown, err = show(root, kind, what)
	return part(shown, words[2], words[3]), text[stop:], err
}

// wants tells whether an instruction is to be carried out.
func (how runs) wants(kind, what string) bool {
	if measured(kind) {
		return how.measure
	}
	return how.simulate || !heavy(kind, what)
}

// heavy tells what takes longer than a look.
func heavy(kind, command string) bool {
	return kind == "calibration" || strings.HasPrefix(command, "xsell run ") || strings.HasPrefix(command, "xsell compare") ||
		strings.HasPrefix(command, "xsell report ") || strings.HasPrefix(command, "xsell explain ") || strings.HasPrefix(command, "xsell twins ")
}

// show returns the block that goes below an instruction.
func show(root, kind, what string) (string, error) {
	switch {
	case kind == "calibration":
		return calibration(what)
	case measured(kind):
		return measure(root, kind, what)
	}
	words := strings.Fields(what)
	if words[0] != "xsell" {
		return "", errors.New("only xsell can be run here")
	}
	var out, refused bytes.Buffer
	if cli.Main(context.Background(), words[1:], &out, &refused) != cli.Done {
		out.Write(refused.Bytes()) // remarks of a command that succeeds are not shown: they tell the time it took
	}
	return shownAs("go run ./cmd/"+what, strings.TrimRight(out.String(), "\n")), nil
}

const (
	widest  = 112 // letters of a broken line
	longest = 150 // letters of a line that is left as it was laid out
)

// wrapped breaks very long lines between words; what follows a break is indented.
func wrapped(text string) string {
	var out strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out.WriteByte('\n')
		}
		if utf8.RuneCountInString(line) <= longest {
			out.WriteString(line)
			continue
		}
		used := 0
		for n, word := range strings.Fields(line) {
			letters := utf8.RuneCountInString(word)
			switch {
			case n > 0 && used+1+letters > widest:
				out.WriteString("\n  " + word)
				used = 2 + letters
			case n > 0:
				out.WriteString(" " + word)
				used += 1 + letters
			default:
				out.WriteString(word)
				used = letters
			}
		}
	}
	return out.String()
}

// part keeps the command and a part of what it printed: from the first line that begins with a text, or so many lines.
func part(shown, rule, argument string) string {
	lines := strings.Split(shown, "\n")
	first, last := 2, len(lines)-2 // after the command, before the end of the block
	switch rule {
	case "from":
		for i := first; i < last; i++ {
			if strings.HasPrefix(lines[i], argument) {
				return strings.Join(lines[:first], "\n") + "\n…\n" + strings.Join(lines[i:], "\n")
			}
		}
	case "lines":
		n := 0
		if _, err := fmt.Sscan(argument, &n); err == nil && first+n < last {
			return strings.Join(lines[:first+n], "\n") + "\n…\n" + strings.Join(lines[last:], "\n")
		}
	}
	return shown
}
