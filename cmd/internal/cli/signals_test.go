//go:build unix

package cli

import (
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// said hands on what is written.
type said chan string

func (s said) Write(text []byte) (int, error) {
	s <- string(text)
	return len(text), nil
}

func TestFirstInterruptCancelsAndSaysSo(t *testing.T) {
	notes := make(said, 1)
	ctx, release := interruptible(t.Context(), notes)
	defer release()
	require.NoError(t, syscall.Kill(os.Getpid(), syscall.SIGINT))
	select {
	case text := <-notes:
		assert.Contains(t, text, "complete worlds are kept; once more stops at once")
	case <-time.After(time.Minute):
		t.Fatal("the interrupt was not heard")
	}
	assert.Error(t, ctx.Err())
}

func TestWorkThatEndsByItselfSaysNothingOfStopping(t *testing.T) {
	notes := make(said, 1)
	_, release := interruptible(t.Context(), notes)
	release()
	assert.Empty(t, notes)
}
