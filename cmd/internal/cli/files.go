package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports/document"
	"xsell/scenarios"
	"xsell/scenarios/comparison"
)

const starterMode fs.FileMode = 0o644

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init SCENARIO [FILE]",
		Short: "Start your own scenario from a built-in one",
		Long: `Write a file that changes a built-in scenario: it names its base and lists what
management can choose, commented out. Take away the # of what you want to change;
everything else keeps the value of the base. No existing file is overwritten.`,
		Example: `  xsell init silo                 # writes my-silo.toml
  xsell init interlock pilot.toml`,
		Args:              argued(1, 2, "a scenario and at most one file"),
		ValidArgsFunction: completeStart,
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := starter(args[0])
			if err != nil {
				return err
			}
			path := "my-" + strings.ReplaceAll(args[0], "+", "-") + ".toml"
			if len(args) > 1 {
				path = args[1]
			}
			if err := writeNew(path, text); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s written; edit it, then: xsell check %[1]s\n", path)
			return ours(err)
		},
	}
}

// starter is the text of a new scenario. Files are no bases here: a base is
// looked for beside the file that names it, wherever that will be.
func starter(name string) (string, error) {
	if _, err := scenarios.Text(name); err != nil {
		return "", err
	}
	return scenarios.Starter(name)
}

// writeNew writes a file that must not exist yet; a half-written one is removed.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, starterMode)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists and is not overwritten; name another file", path)
	}
	if err != nil {
		return fmt.Errorf("cannot write the file: %w", err)
	}
	_, err = io.WriteString(f, text)
	if err = errors.Join(err, f.Close()); err != nil {
		return ours(errors.Join(err, os.Remove(path)))
	}
	return nil
}

func newCheck() *cobra.Command {
	command := &cobra.Command{
		Use:   "check FILE...",
		Short: "Find every mistake in scenario and comparison files",
		Long: `Read scenario and comparison files as a run would and print every mistake with its file, line
and column, and the nearest valid name. Nothing is run. An overlay alone is laid
over silo. The exit code is 2 if any file has a mistake.`,
		Example: `  xsell check my-silo.toml
  xsell check interlock+my-overlay.toml
  xsell check *.toml`,
		Args:              argued(1, math.MaxInt, "at least one file"),
		ValidArgsFunction: completeFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			return check(cmd.OutOrStdout(), args)
		},
	}
	jsonFlag(command)
	return command
}

func check(out io.Writer, paths []string) error {
	var wrong problems
	for _, path := range paths {
		if err := checkFile(path); err != nil {
			wrong.add(err)
			continue
		}
		if screenOf(out).json {
			continue
		}
		if _, err := fmt.Fprintf(out, "%s: ok\n", path); err != nil {
			return ours(err)
		}
	}
	if len(wrong) == 0 && screenOf(out).json {
		return inJSON(out, document.Check{Schema: document.CheckSchema, Files: paths})
	}
	return wrong.err()
}

// checkFile says what is wrong with a scenario, an overlay or a comparison.
func checkFile(path string) error {
	if comparison.Is(path) {
		return checkComparison(path)
	}
	return scenarios.Check(path).Err()
}
