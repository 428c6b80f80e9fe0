package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"xsell/scenarios/evidence"
)

// claimed is what the flags of facts and laws have in common.
type claimed struct {
	replications int
	seed         uint64
	csv          string
	quiet, list  bool

	replicationsGiven, csvGiven bool
}

func (c *claimed) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.IntVar(&c.replications, "replications", 0, "look at each in this many `WORLDS`, 2 or more (default: as each says)")
	f.Uint64Var(&c.seed, "seed", usualSeed, "`NUMBER` where luck starts; the same seed repeats every result")
	f.StringVar(&c.csv, "csv", "", "write the table as CSV to `FILE`, - for the terminal in place of the table")
	f.BoolVar(&c.quiet, "quiet", false, "no progress and no notes")
	f.BoolVar(&c.list, "list", false, "list them without running anything")
	jsonFlag(cmd)
}

// ranges says what cannot be meant.
func (c *claimed) ranges(cmd *cobra.Command) error {
	c.replicationsGiven, c.csvGiven = cmd.Flags().Changed("replications"), cmd.Flags().Changed("csv")
	var wrong []error
	if c.replicationsGiven && (c.replications < 2 || c.replications > mostReplications) {
		wrong = append(wrong, fmt.Errorf("--replications %d: it must be from 2 to %d, as an interval needs two worlds", c.replications, mostReplications))
	}
	if c.csvGiven && c.csv == "" {
		wrong = append(wrong, errors.New("--csv is empty: name a file, or - for the terminal"))
	}
	if c.csv != "" && c.csv != "-" {
		wrong = append(wrong, freeFile(c.csv))
	}
	return errors.Join(wrong...)
}

// options of a look at claims.
func (c *claimed) options(notes io.Writer) evidence.Options {
	o := evidence.Options{Seed: c.seed, Worlds: c.replications}
	if c.quiet {
		return o
	}
	var show func(done, total int)
	o.Progress = func(done, total int) {
		if show == nil {
			show = progress(notes, total)
		}
		show(done, total)
	}
	return o
}

// stoppable is a context that Ctrl-C cancels. Claims are judged all together, so nothing is kept then.
func stoppable(cmd *cobra.Command) (ctx context.Context, release func()) {
	return onInterrupt(cmd.Context(), cmd.ErrOrStderr(), "stopping: nothing is kept; once more stops at once")
}

// repeat is the command line that gives the same results.
func (c *claimed) repeat(command string, words []string, more ...string) []string {
	line := append([]string{"xsell", command}, words...)
	line = append(line, "--seed", strconv.FormatUint(c.seed, 10))
	if c.replicationsGiven {
		line = append(line, "--replications", strconv.Itoa(c.replications))
	}
	return append(line, more...)
}

// writeCSV writes a table where the flag says; to the terminal it takes the place of the table.
func (c *claimed) writeCSV(out io.Writer, data []byte) error {
	switch c.csv {
	case "":
		return nil
	case "-":
		_, err := out.Write(data)
		return ours(err)
	}
	return writeNew(c.csv, string(data))
}
