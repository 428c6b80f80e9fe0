package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"xsell/scenarios/experiment"
	"xsell/scenarios/explain"
	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// explainPlan loads the two scenarios, finds their levers and checks everything that can be wrong, the place to write to
// included.
func (e *explaining) explainPlan(cmd *cobra.Command, names []string) (explain.Plan, place, error) {
	given := cmd.Flags().Changed
	e.weeksGiven, e.outGiven, e.marketsGiven, e.worldsGiven = given("weeks"), given("out"), given("markets"), true
	pair, wrong := e.plan(cmd.Name(), names)
	hands := e.hands(&wrong)
	if e.markets < 0 {
		wrong.add(fmt.Errorf("--markets %d: it must be 0 (all) or more", e.markets))
	}
	var whole explain.Plan
	if len(wrong) == 0 {
		made, err := e.of(pair, hands, names)
		whole = made
		wrong.add(err)
	} else {
		whole.Plan = pair
	}
	where := e.whyPlace(whole.Plan)
	wrong.add(results.Check(where.dir))
	if len(wrong) > 0 {
		return explain.Plan{}, place{}, wrong.err()
	}
	whole.Prepare()
	return whole, where, nil
}

// of is the plan to explain a pair of scenarios, which the command line knows under these names.
func (e *explaining) of(pair experiment.Plan, hands []explain.Hand, names []string) (explain.Plan, error) {
	if err := e.narrow(&pair); err != nil {
		return explain.Plan{Plan: pair}, err
	}
	pair.CommandLine = e.repeatExplain(names)
	return e.parted(pair, hands)
}

// hands are the levers put together on the command line.
func (e *explaining) hands(wrong *problems) (hands []explain.Hand) {
	for _, text := range e.levers {
		h, err := explain.ParseHand(text)
		wrong.add(err)
		hands = append(hands, h)
	}
	return hands
}

// narrow takes so many markets of both scenarios as are asked for, with their share of customers and sellers.
func (e *explaining) narrow(p *experiment.Plan) error {
	size := p.Scenarios[0].Model.Size
	if e.marketsGiven && e.markets > size.Markets {
		return fmt.Errorf("--markets %d: %s has %d; 0 takes all of them", e.markets, p.Scenarios[0].Name, size.Markets)
	}
	if !e.marketsGiven {
		e.markets = min(size.Markets, max(1, int(fewCustomers/math.Max(float64(size.Customers)/float64(size.Markets), 1))))
	}
	if e.markets == 0 || e.markets == size.Markets {
		return nil
	}
	p.Scenarios = slices.Clone(p.Scenarios)
	for i, whole := range p.Scenarios {
		size := whole.Model.Size
		part := func(n int) int {
			return max(min(n, 1), int(math.Round(float64(n)*float64(e.markets)/float64(size.Markets))))
		}
		s, err := whole.Again(fmt.Sprintf("run.markets=%d", e.markets), fmt.Sprintf("run.customers=%d", part(size.Customers)),
			fmt.Sprintf("run.sellers=%d", part(size.Sellers)))
		if err != nil {
			return err
		}
		p.Scenarios[i] = s
	}
	p.AtOnce = 0
	p.AtOnce = atOnce(*p, machineMemory())
	return checkMemory(*p)
}

// whyPlace is where the results go.
func (e *explaining) whyPlace(p experiment.Plan) place {
	names := []string{"why"}
	for _, s := range p.Scenarios {
		if s != nil {
			names = append(names, s.Name)
		}
	}
	return e.placeFor(names)
}

// announce says what will be lived, and what was done to get the levers.
func (e *explaining) announce(notes io.Writer, p explain.Plan, where place) {
	if where.note != "" {
		fmt.Fprintln(notes, where.note)
	}
	for _, note := range p.Split.Notes {
		if !(results.LeverNote{Note: note}).Checked() {
			fmt.Fprintln(notes, note)
		}
	}
	for _, l := range p.Split.Levers {
		if l.Note != "" {
			fmt.Fprintf(notes, "one lever: %s, because %s\n", l.Name, l.Note)
		}
	}
	size := p.Scenarios[0].Model.Size
	fmt.Fprintf(notes, "%s, %d histories of %d customers in %d markets\n", leversOf(len(p.Split.Levers)), p.Histories(), size.Customers, size.Markets)
	if !p.Exact() && p.Replications < stats.LeastAlong {
		fmt.Fprintf(notes, "orders are drawn, and with fewer than %d worlds the intervals are too narrow; --replications %d holds them\n", stats.LeastAlong, stats.LeastAlong)
	}
	beyond(notes, p.Scenarios)
}

// leversOf counts levers.
func leversOf(n int) string {
	if n == 1 {
		return "1 lever"
	}
	return fmt.Sprintf("%d levers", n)
}

// repeatExplain is the command line that gives the same results.
func (e *explaining) repeatExplain(names []string) []string {
	line := append([]string{"xsell", "explain"}, names...)
	for _, m := range e.measures {
		line = append(line, "--measure", m)
	}
	line = append(line, "--by", e.by)
	for _, l := range e.levers {
		line = append(line, "--lever", l)
	}
	line = append(line, "--replications", strconv.Itoa(e.replications), "--markets", strconv.Itoa(e.markets),
		"--orders", strconv.Itoa(e.orders), "--seed", strconv.FormatUint(e.seed, 10))
	if e.weeks != 0 {
		line = append(line, "--weeks", strconv.Itoa(e.weeks))
	}
	for _, set := range e.sets {
		line = append(line, "--set", set)
	}
	return line
}
