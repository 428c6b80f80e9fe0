package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"xsell/scenarios/evidence"
	"xsell/scenarios/experiment"
)

// Exit codes.
const (
	Done       = 0
	Broken     = 1 // a mistake in the program, or the machine failed it
	BadInput   = 2 // nothing was run or written
	Incomplete = 3 // interrupted: what was finished is kept
	Different  = 4 // a repetition gave something else than what was repeated
)

// broken marks an error that is not the user's.
type broken struct{ error }

func (b broken) Unwrap() error { return b.error }

// ours marks an error as not the user's; nil stays nil.
func ours(err error) error {
	if err == nil {
		return nil
	}
	return broken{err}
}

// codeOf returns the exit code of an error. Whatever is not known to be something
// else is bad input.
func codeOf(err error) int {
	var interrupted *experiment.Interrupted
	var unbalanced *experiment.Unbalanced
	var machine broken
	var cut *evidence.Interrupted
	var other *different
	switch {
	case err == nil:
		return Done
	case errors.As(err, &unbalanced), errors.As(err, &machine):
		return Broken
	case errors.As(err, &interrupted), errors.As(err, &cut), errors.Is(err, context.Canceled):
		return Incomplete
	case errors.As(err, &other):
		return Different
	}
	return BadInput
}

// problems collects everything that is wrong, each line once: what is wrong with
// a --set is wrong for every scenario.
type problems []string

func (ps *problems) add(err error) {
	if err == nil {
		return
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if !slices.Contains(*ps, line) {
			*ps = append(*ps, line)
		}
	}
}

// err returns the problems as one error, nil where there are none.
func (ps problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	return errors.New(strings.Join(ps, "\n"))
}
