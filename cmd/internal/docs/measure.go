package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// measured tells what measures this machine: it takes long, and no two runs print the same.
func measured(kind string) bool { return kind == "program" || kind == "make" }

// measure returns the block that goes below an instruction to run the built program or a target of the Makefile.
func measure(root, kind, what string) (string, error) {
	if kind == "make" {
		printed, err := printedBy(root, "make", "--no-print-directory", "--silent", what)
		return shownAs("make "+what, printed), err
	}
	words := strings.Fields(what)
	dir, err := os.MkdirTemp("", "xsell-program")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	built := filepath.Join(dir, "xsell")
	if _, err := printedBy(root, "go", "build", "-o", built, "./cmd/xsell"); err != nil {
		return "", err
	}
	begun := time.Now()
	printed, err := printedBy(".", built, words[1:]...)
	return shownAs(what, printed+fmt.Sprintf("\n\nIt took %.1f s.", time.Since(begun).Seconds())), err
}

// printedBy runs a program in a directory and returns what it printed.
func printedBy(dir, name string, words ...string) (string, error) {
	program := exec.Command(name, words...)
	program.Dir, program.Stderr = dir, os.Stderr
	printed, err := program.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(words, " "), err)
	}
	return strings.TrimRight(string(printed), "\n"), nil
}

// shownAs is a command with what it printed.
func shownAs(command, printed string) string {
	return "```text\n$ " + command + "\n" + wrapped(printed) + "\n```\n"
}
