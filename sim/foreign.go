package sim

import (
	"errors"
	"fmt"
)

// ErrNoCheckpoint is of bytes that were never a checkpoint.
var ErrNoCheckpoint = errors.New("it is no checkpoint of xsell")

// Foreign is a checkpoint that is sound, but of something else.
type Foreign struct{ What string }

func (e *Foreign) Error() string { return "it is of something else: " + e.What }

func foreign(format string, args ...any) error { return &Foreign{fmt.Sprintf(format, args...)} }

// own checks that a checkpoint is of this program, model and world, and says how it is not.
func (f *Firm) own(head *savedHead, tool string) error {
	mine, err := f.head(tool)
	if err != nil {
		return err
	}
	switch {
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

// String says how large and how long a run is.
func (s Size) String() string {
	return fmt.Sprintf("%d weeks after a warm-up of %d, closes every %d, of %d customers and %d sellers in %d markets",
		s.Weeks, s.WarmUp, s.Close, s.Customers, s.Sellers, s.Markets)
}
