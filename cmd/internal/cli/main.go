package cli

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"xsell/scenarios/results"
)

// Main runs the command line and returns its exit code.
func Main(ctx context.Context, args []string, out, err io.Writer) (code int) {
	s := &screen{Writer: out, json: slices.Contains(args, "--json")}
	defer func() {
		if cause := recover(); cause != nil {
			fmt.Fprintf(err, "xsell is broken, please report this: %v\n%s", cause, debug.Stack())
			code = codeOf(s.failed(ours(fmt.Errorf("xsell is broken, please report this: %v", cause))))
		}
	}()
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(s)
	root.SetErr(err)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return s.prepare(cmd) }
	failure := root.ExecuteContext(ctx)
	if failure == nil {
		return Done
	}
	fmt.Fprintln(err, results.Harmless(failure.Error())) // it may quote a page or a file of anybody's
	return codeOf(s.failed(failure))
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "xsell",
		Short: "Simulate organisations that sell to their own customers, and compare them",
		Long: `xsell simulates a firm's customers, its sellers, their pay and the structure
they work in, week by week, and compares designs in the same luck.

A scenario is a text file that says how a firm is organised. Some are built in:
list them, show one, start your own from it with init, and check what you wrote.
run tells you what a scenario does; compare tells you what a design changes.`,
		Example: `  xsell list                              # what is built in
  xsell compare                           # three ways to organise the same firm
  xsell init silo                         # start your own: my-silo.toml
  xsell compare silo my-silo.toml         # what your changes do
  xsell trace silo --customer 7 --weeks 0:8`,
		Version:       Version,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return withHelp(cmd, plainFlag(cmd, err)) })
	screenFlags(root)
	root.AddCommand(
		newList(), newShow(), newInit(), newCheck(), newSchema(),
		newRun(), newCompare(), newSelect(), newExtend(), newResume(), newDecide(), newExplain(), newTwins(), newRisk(), newFacts(), newLaws(), newSystems(),
		newTrace(), newODD(), newReport(), newRerun(), newVersion(), newCalibrate(), newBench(),
	)
	return root
}

// withHelp points to the help of a command that was called wrongly.
func withHelp(cmd *cobra.Command, err error) error {
	return fmt.Errorf("%w; see: %s --help", err, cmd.CommandPath())
}

// argued is a rule for arguments with a sentence for those who break it.
func argued(least, most int, want string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return withHelp(cmd, fmt.Errorf("%s takes %s, found %d", cmd.CommandPath(), want, len(args)))
		}
		return nil
	}
}
