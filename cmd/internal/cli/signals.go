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
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	forget := context.AfterFunc(ctx, func() {
		stop()
		fmt.Fprintln(notes, "\nstopping: complete worlds are kept; once more stops at once")
	})
	return ctx, func() {
		forget()
		stop()
	}
}
