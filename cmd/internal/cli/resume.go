package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios/journal"
	"xsell/scenarios/lock"
	"xsell/scenarios/results"
)

func newResume() *cobra.Command {
	command := &cobra.Command{
		Use:   "resume DIR",
		Short: "Go on with what was stopped",
		Long: `Go on with run, compare, select or extend after it was stopped, by Ctrl-C, a kill or
a machine that went down. DIR is where its results go or are. The command and the
worlds that ended are kept beside it, in DIR.unfinished; the same command, given
again, does the same.

Results that were written after Ctrl-C, with fewer worlds than were asked for, are
extended to that many.`,
		Example:           "  xsell resume out/silo-interlock-20260101",
		Args:              argued(1, 1, "one directory"),
		ValidArgsFunction: completeDirectory,
		RunE:              func(cmd *cobra.Command, args []string) error { return resume(cmd, args[0]) },
	}
	jsonFlag(command)
	fullFlag(command)
	return command
}

func resume(cmd *cobra.Command, dir string) error {
	if err := whole(cmd, dir); err != nil {
		return err
	}
	about, err := journal.Read(dir)
	none := errors.Is(err, fs.ErrNotExist)
	if err != nil && !none {
		return err
	}
	if set, missing := results.Read(dir); none || missing == nil && about.Base == 0 {
		return complete(cmd, dir, set, missing)
	}
	if err := sameDirectory(about); err != nil {
		return err
	}
	fmt.Fprintln(cmd.ErrOrStderr(), "going on with:", inShell(about.Command))
	return callAgain(cmd, about.Command[1:])
}

// whole puts results back that were being replaced, unless another process is at work there.
func whole(cmd *cobra.Command, dir string) error {
	if held, err := lock.By(journal.Beside(dir)); err != nil || held != nil {
		return unopened(errors.Join(err, asError(held)))
	}
	if !results.Half(dir) {
		return nil
	}
	return unopened(journal.Alone(dir, func() error {
		mended, err := results.Mend(dir)
		if err != nil {
			return ours(fmt.Errorf("results that were being replaced cannot be put back: %w", err))
		}
		if mended {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s was being replaced when the program was stopped: it is whole again\n", dir)
		}
		return nil
	}))
}

// asError is who is at work, as an error; nil for nobody.
func asError(held *lock.Held) error {
	if held == nil {
		return nil
	}
	return held
}

// sameDirectory refuses another directory than that in which the command was begun: its paths start there.
func sameDirectory(about journal.About) error {
	here, err := os.Getwd()
	if err != nil {
		return ours(err)
	}
	if here != about.Directory {
		return fmt.Errorf("it was begun in %s, from which the paths of its command start: go there and resume it from there", about.Directory)
	}
	return nil
}

// complete brings results to their end that hold fewer worlds than were asked for, or no report yet.
func complete(cmd *cobra.Command, dir string, set *results.Set, missing error) error {
	if missing != nil {
		return fmt.Errorf("%s: there is nothing to go on with: no %s, and no results that were cut short: %w", dir, journal.Beside(dir), missing)
	}
	m := set.Manifest
	if m.Selection == nil && m.Finished < m.Asked {
		return callAgain(cmd, []string{"extend", dir, "--replications", strconv.Itoa(m.Asked)})
	}
	if err := journal.Settle(dir, &m); err != nil {
		return unopened(err)
	}
	if !reported(dir) || len(m.Lacking(dir)) > 0 {
		return finish(cmd, dir, set, &asked{})
	}
	return fmt.Errorf("%s is complete, with %d worlds: there is nothing to go on with; xsell extend adds worlds", dir, m.Finished)
}

// callAgain does another command in the place of this one.
func callAgain(cmd *cobra.Command, words []string) error {
	root := newRoot()
	root.SetArgs(words)
	root.SetOut(cmd.OutOrStdout())
	root.SetErr(cmd.ErrOrStderr())
	return root.ExecuteContext(cmd.Context())
}

// inShell writes words of a command so that a shell reads them back.
func inShell(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		if quoted[i] = w; w == "" || strings.ContainsAny(w, " \t\n'\"\\$`*?[]{}()<>|&;#~!") {
			quoted[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(quoted, " ")
}
