package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// interruptible returns a context that the first Ctrl-C cancels; the second one
// ends the program at once. release must be called when the work is safe.
func interruptible(parent context.Context, notes io.Writer) (ctx context.Context, release func()) {
	return onInterrupt(parent, notes, "stopping: complete worlds are kept; once more stops at once")
}

// onInterrupt is interruptible with a sentence of its own.
func onInterrupt(parent context.Context, notes io.Writer, sentence string) (ctx context.Context, release func()) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	forget := context.AfterFunc(ctx, func() {
		stop()
		fmt.Fprintln(notes, "\n"+sentence)
	})
	return ctx, func() {
		forget()
		stop()
	}
}
