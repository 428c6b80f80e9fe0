package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"xsell/reports"
	"xsell/scenarios/bench"
	"xsell/scenarios/results"
)

// benchAsked is what the flags of bench say.
type benchAsked struct {
	plan                 bench.Plan
	out, record, against string
	margin               float64
	tries                int
	asJSON, digest       bool
}

const benchHelp = `Measure how many customer-weeks a second this machine lives, in all and by phase
of the week, how much memory a household takes, what more workers bring, and how
long the program takes to start. Everything is measured in turn, beside a
yardstick of the machine's own pace, and printed as medians; costs also as
multiples of the yardstick, which can be compared between machines.

--record keeps these multiples in a file; --against measures again at the sizes
of that file and fails (exit code 1) if a customer-week has become dearer by more
than --margin in each of so many --tries.

--sizes measures what a customer-week of one scenario (silo unless --scenario
says which) costs at each of several sizes, on all processors, in place of its
parts; markets keep their size.

--digest measures nothing: it lives small histories of every scenario and prints
sha256 of all their whole numbers. Any machine must print the same.

--json writes the figures as JSON (schema ` + results.BenchSchema + `, explained in
docs/performance.md); --out puts them into a directory with a picture.`

func newBench() *cobra.Command {
	a := &benchAsked{plan: bench.Plan{Tool: Version}}
	command := &cobra.Command{
		Use:   "bench",
		Short: "Measure speed and memory on this machine",
		Long:  benchHelp,
		Example: `  xsell bench
  xsell bench --scenario silo --customers 20000 --weeks 260 --repeat 9
  xsell bench --json > speed.json
  xsell bench --scenario national-bank --sizes 10000,100000,1000000 --weeks 52
  xsell bench --digest`,
		Args: argued(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.do(cmd) },
	}
	a.flags(command)
	return command
}

func (a *benchAsked) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&a.plan.Scenarios, "scenario", usualRisk, "measure these `SCENARIOS`, built in or files")
	f.IntVar(&a.plan.Customers, "customers", 6000, "so many `CUSTOMERS`; markets and sellers in the scenario's proportion")
	f.IntSliceVar(&a.plan.Sizes, "sizes", nil, "measure one scenario at these numbers of `CUSTOMERS`, such as 10000,100000")
	f.IntVar(&a.plan.Weeks, "weeks", 104, "measure this many `WEEKS` after the warm-up")
	f.IntVar(&a.plan.Repetitions, "repeat", 5, "measure everything so many `TIMES`")
	f.IntVar(&a.plan.Workers, "workers", 0, "use this many `PROCESSORS` where more than one is used, 0 for all")
	f.BoolVar(&a.asJSON, "json", false, "print the figures as JSON")
	f.BoolVar(&a.digest, "digest", false, "print digests of small histories and measure nothing")
	f.StringVar(&a.out, "out", "", "also put figures and a picture into `DIR`, new or empty")
	f.StringVar(&a.record, "record", "", "keep the costs in yardsticks in `FILE`, over what was there")
	f.StringVar(&a.against, "against", "", "fail if a customer-week is dearer than `FILE` says")
	f.Float64Var(&a.margin, "margin", 0.3, "how much dearer it may be, as a `SHARE`")
	f.IntVar(&a.tries, "tries", 3, "measure so many `TIMES` before failing")
	setFlag(cmd, &a.plan.Sets)
}

func (a *benchAsked) do(cmd *cobra.Command) error {
	ctx, release := interruptible(cmd.Context(), cmd.ErrOrStderr())
	defer release()
	out := cmd.OutOrStdout()
	if err := a.sizesAlone(); err != nil {
		return err
	}
	if len(a.plan.Sizes) > 0 && !cmd.Flags().Changed("scenario") {
		a.plan.Scenarios = usualRisk[:1]
	}
	switch {
	case a.digest:
		return fingerprints(ctx, out, a.plan.Workers)
	case a.against != "":
		return a.hold(ctx, out)
	}
	if a.out != "" {
		if err := results.Check(a.out); err != nil {
			return err
		}
	}
	b, err := a.measure(ctx)
	if err != nil {
		return err
	}
	return a.present(out, b)
}

// sizesAlone refuses what would leave --sizes without a meaning.
func (a *benchAsked) sizesAlone() error {
	if len(a.plan.Sizes) == 0 {
		return nil
	}
	for _, other := range []struct {
		flag  string
		given bool
	}{{"--record", a.record != ""}, {"--out", a.out != ""}, {"--against", a.against != ""}, {"--digest", a.digest}} {
		if other.given {
			return fmt.Errorf("--sizes prints its figures, and %s is for something else: leave one of them out (--json prints figures for programs)", other.flag)
		}
	}
	for _, customers := range a.plan.Sizes {
		if customers < 1 {
			return fmt.Errorf("--sizes %d: a size is a number of customers, at least 1", customers)
		}
	}
	return nil
}

// measure what was asked for: parts, or sizes.
func (a *benchAsked) measure(ctx context.Context) (*results.Bench, error) {
	if len(a.plan.Sizes) > 0 {
		return bench.MeasureSizes(ctx, a.plan)
	}
	return bench.Measure(ctx, a.plan, startOf(debug.ReadBuildInfo()))
}

// present writes what was asked for.
func (a *benchAsked) present(out io.Writer, b *results.Bench) error {
	if a.record != "" {
		if err := bench.Record(a.plan, b).Write(a.record); err != nil {
			return ours(err)
		}
	}
	if a.out != "" {
		pictures, err := reports.BenchPictures(b)
		if err := errors.Join(err, results.WriteBench(a.out, b, pictures)); err != nil {
			return ours(err)
		}
	}
	if !a.asJSON {
		return ours(reports.BenchTable(out, b))
	}
	text, err := b.JSON()
	if err == nil {
		_, err = out.Write(text)
	}
	return ours(err)
}

// hold measures at the sizes on record until nothing is dearer, and fails if it always is.
func (a *benchAsked) hold(ctx context.Context, out io.Writer) error {
	recorded, err := bench.ReadRecorded(a.against)
	if err != nil {
		return err
	}
	p := recorded.Plan(a.plan)
	var dearer []string
	for try := range max(a.tries, 1) {
		b, err := bench.Measure(ctx, p, nil)
		if err != nil {
			return err
		}
		for _, s := range b.Scenarios {
			fmt.Fprintf(out, "%s: a customer-week costs %.1f yardsticks; on record are %.1f (measurement %d)\n",
				s.Name, s.Ratio, recorded.Ratios[s.Name], try+1)
		}
		if dearer = recorded.Dearer(b, a.margin); len(dearer) == 0 {
			return nil
		}
	}
	return ours(errors.New(strings.Join(dearer, "\n")))
}

// fingerprints prints the digests of small histories.
func fingerprints(ctx context.Context, out io.Writer, workers int) error {
	each, whole, err := bench.Fingerprints(ctx, workers)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "sha256 of all whole numbers of %d worlds of %d customers and %d weeks, after a warm-up of 26:\n\n",
		bench.DigestWorlds, bench.DigestCustomers, bench.DigestWeeks)
	for _, x := range append(each, bench.Fingerprint{Scenario: "all together", Digest: whole}) {
		fmt.Fprintf(out, "%-16s  %s\n", x.Scenario, x.Digest)
	}
	return nil
}

// program is where the main package of the built program lies.
const program = "xsell/cmd/xsell"

// startOf is how the start is measured: not at all where the command line is part of another program, such as a test.
func startOf(self *debug.BuildInfo, known bool) func(context.Context) (results.Start, error) {
	if !known || self.Path != program {
		return nil
	}
	return startUp
}

// startUp is how long this program takes to say its version.
func startUp(ctx context.Context) (results.Start, error) {
	path, err := os.Executable()
	if err != nil {
		return results.Start{}, ours(err)
	}
	version := exec.CommandContext(ctx, path, "version")
	begun := time.Now()
	if err := version.Run(); err != nil {
		return results.Start{}, ours(fmt.Errorf("%s version cannot be run: %w", path, err))
	}
	taken := time.Since(begun)
	state := version.ProcessState
	const inMilliseconds = 1e6
	return results.Start{
		Wall: float64(taken.Nanoseconds()) / inMilliseconds,
		CPU:  float64((state.UserTime() + state.SystemTime()).Nanoseconds()) / inMilliseconds,
	}, nil
}
