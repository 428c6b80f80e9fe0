package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/calibrate"
	"xsell/scenarios/evidence"
	"xsell/scenarios/results"
)

// calibrating is what the flags of calibrate say.
type calibrating struct {
	out                       string
	workers                   int
	quiet, sensitivity, apply bool
	outGiven                  bool
}

const calibrateHelp = `Read a file that names parameters with ranges, facts with tolerances and a search;
live the firms of the facts at many points in the same luck, go where they are
met better, and confirm the answer in fresh luck:

  title = "how customers leave"
  [search]
  seed = 1
  worlds = 8
  size = ["run.customers=4000", "run.markets=4"]
  confirm-seed = 2
  [parameter.exit]
  set = "market.exit"
  low = "0.08 per year"
  high = "0.2 per year"
  [parameter.affinity]
  constant = "stay.affinity"
  [parameter.needs]
  scale = ["products.*.need"]
  low = 0.5
  high = 2
  [target.R1]
  [target.R6]
  weight = 2

The directory holds calibration.toml (the file and the chosen values),
parameters.csv, confirm.csv, jacobian.csv, directions.csv and trace.csv (every
point that was tried). With --sensitivity, sensitivity.csv stands in place of
jacobian.csv, and sensitivity.md is the printed table in Markdown.
Nothing of the model is changed; --apply adds copies of psychology.toml and
base.toml with the chosen values. See docs/calibration.md.

The exit code is 0 whether targets are met or not, and 3 after Ctrl-C: what was
found until then is kept.`

func newCalibrate() *cobra.Command {
	c := &calibrating{}
	cmd := &cobra.Command{
		Use:   "calibrate FILE",
		Short: "Set parameters so that the model meets published figures",
		Long:  calibrateHelp,
		Example: `  xsell calibrate docs/calibration/base.toml
  xsell calibrate mine.toml --out out/mine --apply
  xsell calibrate docs/calibration/base.toml --sensitivity`,
		Args: argued(1, 1, "one file"),
		RunE: func(cmd *cobra.Command, args []string) error { return c.do(cmd, args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&c.out, "out", "", "put the results into `DIR`, new or empty (default: out/NAME-SEED)")
	f.BoolVar(&c.sensitivity, "sensitivity", false, "only how each target answers to each parameter, at the start")
	f.BoolVar(&c.apply, "apply", false, "also write psychology.toml and base.toml with the chosen values")
	f.IntVar(&c.workers, "workers", 0, "use this many `PROCESSORS`, 0 for all; it never changes a result")
	f.BoolVar(&c.quiet, "quiet", false, "no progress and no notes")
	return cmd
}

func (c *calibrating) do(cmd *cobra.Command, name string) error {
	var wrong problems
	c.outGiven = cmd.Flags().Changed("out")
	wrong.add(c.ranges())
	plan, err := calibrate.Read(name)
	wrong.add(err)
	if err := wrong.err(); err != nil {
		return err
	}
	if c.sensitivity && !plan.Moves() || !c.sensitivity && len(plan.Parameters) == 0 {
		return fmt.Errorf("%s: it names no parameter that could be calibrated; with --sensitivity all-constants is enough", name)
	}
	to := c.place(name, plan)
	if err := results.Check(to.dir); err != nil {
		return err
	}
	c.note(cmd, to.note)
	ctx, release := onInterrupt(cmd.Context(), cmd.ErrOrStderr(), "stopping: points that were judged are kept; once more stops at once")
	defer release()
	set, failure := c.run(ctx, cmd, plan)
	if set == nil {
		return failure
	}
	set.Manifest.Tool, set.Manifest.Command = Version, c.line(name)
	if err := results.WriteCalibration(to.dir, set); err != nil {
		return ours(err)
	}
	if err := c.present(cmd.OutOrStdout(), set, to.dir); err != nil {
		return err
	}
	return kept(failure, to.dir)
}

// kept says of an interruption where what was judged until then is.
func kept(failure error, dir string) error {
	var cut *evidence.Interrupted
	if errors.As(failure, &cut) {
		return stopped{cut, dir}
	}
	return failure
}

// stopped is a calibration that was interrupted.
type stopped struct {
	*evidence.Interrupted
	dir string
}

func (s stopped) Error() string {
	return "interrupted: the points that were judged are kept in " + s.dir
}

func (s stopped) Unwrap() error { return s.Interrupted }

// ranges says what cannot be meant.
func (c *calibrating) ranges() error {
	switch {
	case c.workers < 0:
		return fmt.Errorf("--workers %d: it must be 0 (all processors) or more", c.workers)
	case c.outGiven && c.out == "":
		return fmt.Errorf("--out is empty: name a directory, or leave it out")
	case c.apply && c.sensitivity:
		return fmt.Errorf("--sensitivity chooses nothing that --apply could write: use one of them")
	}
	return nil
}

// place is the directory named with --out or one named after the file.
func (c *calibrating) place(name string, plan *calibrate.Plan) place {
	bare := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	kind := "calibrate"
	if c.sensitivity {
		kind = "sensitivity"
	}
	a := asked{out: c.out, seed: plan.Seed}
	return a.placeFor([]string{kind, bare})
}

func (c *calibrating) note(cmd *cobra.Command, text string) {
	if text != "" && !c.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), text)
	}
}

// run calibrates; the set is nil where there is nothing to write.
func (c *calibrating) run(ctx context.Context, cmd *cobra.Command, plan *calibrate.Plan) (*results.Calibration, error) {
	o := calibrate.Options{Workers: c.workers}
	if !c.quiet {
		o.Progress = stages(cmd.ErrOrStderr())
	}
	doing, kind := calibrate.Fit, results.Search
	if c.sensitivity {
		doing, kind = calibrate.Sensitivity, results.Sensitivity
	}
	found, err := doing(ctx, plan, o)
	if found.Chosen == nil {
		return nil, err
	}
	set := found.Written(kind)
	if c.sensitivity && found.Slopes != nil {
		set.Texts = map[string]string{"sensitivity.md": reports.SensitivityTable(set)}
	}
	if c.apply {
		texts, wrong := found.Apply()
		if wrong != nil {
			err = errors.Join(err, fmt.Errorf("--apply: %w", wrong))
		}
		set.Texts = texts
	}
	return set, err
}

// stages prints a line when a stage begins, when it ends, and now and then between.
func stages(w io.Writer) func(stage string, done, all int) {
	last, tenth := "", 0
	return func(stage string, done, all int) {
		if now := mostLines * done / all; stage != last || now != tenth {
			fmt.Fprintf(w, "%s: %d of %d points\n", stage, done, all)
			last, tenth = stage, now
		}
	}
}

// line is the command line that gives the same results.
func (c *calibrating) line(name string) []string {
	line := []string{"xsell", "calibrate", name}
	if c.sensitivity {
		line = append(line, "--sensitivity")
	}
	if c.apply {
		line = append(line, "--apply")
	}
	return line
}

// present prints what was found, and says where the rest is.
func (c *calibrating) present(out io.Writer, set *results.Calibration, dir string) error {
	if c.sensitivity {
		if err := reports.Sensitivities(out, set); err != nil {
			return ours(err)
		}
	} else if err := reports.CalibrationTable(out, set); err != nil {
		return ours(err)
	}
	if len(set.Texts) > 0 && c.apply {
		fmt.Fprintf(out, "\nto use the chosen values, look at the copies of psychology.toml and base.toml in the directory,"+
			"\nput them in the places of scenarios/psychology.toml and scenarios/library/base.toml, and build again\n")
	}
	_, err := fmt.Fprintf(out, "\ndirectory: %s\n", dir)
	return ours(err)
}
