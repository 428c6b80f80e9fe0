package cli

import (
	"context"
	"fmt"
	"io"

	"xsell/scenarios/experiment"
)

// following is how a plan is followed while it is lived.
type following struct {
	notes  io.Writer
	quiet  bool
	verify bool
	what   string // is lived, for who looks on; "" where that is plain
}

// follow lives a plan of so many histories with progress and Ctrl-C. An interrupted run may have both results and an error.
func follow[T any](parent context.Context, f following, p *experiment.Plan, histories int, run func(context.Context) (*T, error)) (*T, error) {
	ctx, release := interruptible(parent, f.notes)
	defer release()
	if !f.quiet {
		p.Progress = progressOf(f.notes, histories, f.what)
	}
	defer spareMemory(*p)()
	set, err := run(ctx)
	if err != nil {
		fmt.Fprintln(f.notes) // leaves the line of the unfinished bar
	}
	if set != nil && f.verify {
		fmt.Fprintln(f.notes, "books balance")
	}
	return set, err
}

// following is how the flags say.
func (a *asked) following(notes io.Writer) following {
	if a.quiet {
		notes = io.Discard
	}
	return following{notes: notes, quiet: a.quiet, verify: a.verify}
}
