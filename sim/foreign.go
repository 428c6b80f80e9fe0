package sim

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"xsell/sim/draw"
	"xsell/sim/snapshot"
)

// ErrNoCheckpoint is of bytes that were never a checkpoint.
var ErrNoCheckpoint = errors.New("it is no checkpoint of xsell")

// Foreign is a checkpoint that is sound, but of something else.
type Foreign struct{ What string }

func (e *Foreign) Error() string { return "it is of something else: " + e.What }

func foreign(format string, args ...any) error { return &Foreign{fmt.Sprintf(format, args...)} }

// readHead reads the head of a checkpoint, checks that it is of this program, model and world, or says how it is not,
// and tells whether the history has ended.
func readHead(in *snapshot.Reader, tool string, model *Model, world draw.World) (ended bool, err error) {
	var head savedHead
	if err := in.Get(&head); err != nil {
		return false, err
	}
	mine, err := headOf(tool, model, world)
	if err != nil {
		return false, err
	}
	return head.Ended, head.differs(&mine)
}

// differs says how one head is not another, nil where nothing but the week is. Behind the + of a version stands its build.
func (head *savedHead) differs(mine *savedHead) error {
	theirs, _, _ := strings.Cut(head.Tool, "+")
	own, _, _ := strings.Cut(mine.Tool, "+")
	switch {
	case head.Tool != mine.Tool && theirs == own:
		return foreign("another build of xsell %s wrote it, %s, and this is %s, whose formulas may be others", own, head.Tool, mine.Tool)
	case head.Tool != mine.Tool:
		return foreign("version %s of xsell wrote it, and this is version %s", head.Tool, mine.Tool)
	case head.Layout != mine.Layout:
		return foreign("another build of xsell %s wrote it, whose tables are not those of this one", head.Tool)
	case head.World != mine.World:
		return foreign("its luck is that of seed %d, replication %d, not of seed %d, replication %d",
			head.World.Seed, head.World.Replication, mine.World.Seed, mine.World.Replication)
	case head.Size != mine.Size:
		return foreign("its run is %s, not %s", head.Size, mine.Size)
	case head.Model != mine.Model:
		return foreign("the scenario, an assignment or a constant has changed since")
	}
	return nil
}

// Own tells what a checkpoint is of, reading no more than its head: an error where it is not of this program, model and
// world.
func Own(from io.Reader, tool string, model *Model, world draw.World) error {
	in, err := unseal(from, model)
	if err != nil {
		return err
	}
	_, err = readHead(in, tool, model, world)
	return err
}

// String says how large and how long a run is.
func (s Size) String() string {
	return fmt.Sprintf("%d weeks after a warm-up of %d, closes every %d, of %d customers and %d sellers in %d markets",
		s.Weeks, s.WarmUp, s.Close, s.Customers, s.Sellers, s.Markets)
}
