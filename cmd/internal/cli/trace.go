package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
)

// followed is what the flags of trace say.
type followed struct {
	customer, seller, replication int
	bySeller                      bool // the seller is followed, not the customer
	weeks                         string
	seed                          uint64
	sets                          []string
}

func newTrace() *cobra.Command {
	f := &followed{}
	trace := &cobra.Command{
		Use:   "trace SCENARIO",
		Short: "Follow one customer or seller week by week",
		Long: `Print what happens to one customer or one seller in each phase of each week: what
changed, from what, to what. Numbers count from 0 over all markets; weeks count
from 0 at the end of the warm-up, and weeks of the warm-up are negative. The
history is the one that run lives with the same seed and replication.`,
		Example: `  xsell trace silo --customer 7 --weeks 0:8
  xsell trace group-retail --seller 3 --weeks 10:13 --replication 2`,
		Args:              argued(1, 1, "one scenario"),
		ValidArgsFunction: completeScenario,
		RunE:              func(cmd *cobra.Command, args []string) error { return f.do(cmd, args[0]) },
	}
	flags := trace.Flags()
	flags.IntVar(&f.customer, "customer", 0, "follow the customer with this `NUMBER`")
	flags.IntVar(&f.seller, "seller", 0, "follow the seller with this `NUMBER`")
	flags.StringVar(&f.weeks, "weeks", "0:4", "first and last week, as `FROM:TO`")
	flags.Uint64Var(&f.seed, "seed", usualSeed, "`NUMBER` where luck starts")
	flags.IntVar(&f.replication, "replication", 0, "`WORLD` to look into, from 0")
	setFlag(trace, &f.sets)
	return trace
}

func (f *followed) do(cmd *cobra.Command, name string) error {
	f.bySeller = cmd.Flags().Changed("seller")
	var wrong problems
	wrong.add(f.whom(cmd))
	s, err := scenarios.Load(name, f.sets)
	wrong.add(err)
	from, to, err := parseWeeks(f.weeks)
	wrong.add(err)
	if f.replication < 0 {
		wrong.add(fmt.Errorf("--replication %d: it must be 0 or more", f.replication))
	}
	if len(wrong) == 0 {
		wrong.add(f.within(s.Model.Size, from, to))
		wrong.add(traceFits(s.Model, machineMemory()))
	}
	if err := wrong.err(); err != nil {
		return err
	}
	world := draw.World{Seed: f.seed, Replication: uint64(f.replication)}
	subject := sim.Subject{Seller: f.bySeller, Number: f.number()}
	return ours(sim.Trace(cmd.OutOrStdout(), s.Model, world, subject, int32(from), int32(to)))
}

// whom says whether it is clear who is to be followed.
func (f *followed) whom(cmd *cobra.Command) error {
	switch byCustomer := cmd.Flags().Changed("customer"); {
	case byCustomer && f.bySeller:
		return withHelp(cmd, errors.New("a trace follows one person: give --customer or --seller, not both"))
	case !byCustomer && !f.bySeller:
		return withHelp(cmd, errors.New("a trace follows one person: name one with --customer NUMBER or --seller NUMBER"))
	}
	return nil
}

func (f *followed) number() int {
	if f.bySeller {
		return f.seller
	}
	return f.customer
}

// within says whether the scenario has the person and the weeks.
func (f *followed) within(size sim.Size, from, to int) error {
	var wrong []error
	kind, most := "customer", size.Customers
	if f.bySeller {
		kind, most = "seller", size.Sellers
	}
	if number := f.number(); number < 0 || number >= most {
		wrong = append(wrong, fmt.Errorf("--%s %d: the scenario has %d %ss, numbered from 0", kind, number, most, kind))
	}
	if from < -size.WarmUp || to >= size.Weeks {
		wrong = append(wrong, fmt.Errorf("--weeks %s: the scenario has weeks %d to %d", f.weeks, -size.WarmUp, size.Weeks-1))
	}
	return errors.Join(wrong...)
}

// parseWeeks reads "0:8", or "3" for a single week.
func parseWeeks(text string) (from, to int, err error) {
	first, last, isRange := strings.Cut(text, ":")
	if !isRange {
		last = first
	}
	from, errFrom := strconv.Atoi(strings.TrimSpace(first))
	to, errTo := strconv.Atoi(strings.TrimSpace(last))
	if errFrom != nil || errTo != nil {
		return 0, 0, fmt.Errorf("--weeks %s: write the first and the last week, such as 0:8", text)
	}
	if from > to {
		return 0, 0, fmt.Errorf("--weeks %s: the first week comes after the last", text)
	}
	return from, to, nil
}
