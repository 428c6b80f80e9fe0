package reports

import (
	"bufio"
	"fmt"
	"io"

	"xsell/scenarios/results"
)

// BenchTable writes how fast the simulator is as aligned columns, with what the words mean.
func BenchTable(w io.Writer, b *results.Bench) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "xsell %s, %s, %s, %s. Medians of %s.\n", b.Tool, b.Go, b.System,
		plural(b.Processors, "processor"), plural(b.Repetitions, "repetition"))
	fmt.Fprintf(out, "%s\n\n", clockWords(b))
	fmt.Fprintf(out, "yardstick, integer   %6.2f ns   one keyed draw after another: four dependent multiplications and shifts\n", b.Yardstick.Integer)
	fmt.Fprintf(out, "yardstick, memory    %6.2f ns   64 bytes read and written in order, in 128 MiB\n", b.Yardstick.Memory)
	if b.Start.Wall > 0 {
		fmt.Fprintf(out, "start of the program %6.1f ms   %.1f ms of the processor: xsell version, from call to end\n", b.Start.Wall, b.Start.CPU)
	}
	for i := range b.Scenarios {
		benchScenario(out, &b.Scenarios[i])
	}
	benchSizes(out, b.Sizes)
	fmt.Fprint(out, benchWords)
	if len(b.Scenarios) > 0 {
		fmt.Fprint(out, " The build is per customer, once.")
	}
	fmt.Fprintln(out)
	return out.Flush()
}

func clockWords(b *results.Bench) string {
	switch {
	case b.Clock == "cpu" && len(b.Sizes) > 0:
		return "Costs are processor time of all workers together, so that neighbours on the machine count little."
	case b.Clock == "cpu":
		return "Costs are processor time of the whole program on one worker, so that neighbours on the machine count little."
	}
	return "Costs are time on the wall, as this system does not tell processor time: neighbours on the machine count."
}

const benchWords = `
A customer-week is one customer of the scenario for one week, warm-up included. yardsticks are the cost over the integer
yardstick of the same repetition: a number that hardly changes from machine to machine.`

func benchScenario(out io.Writer, s *results.BenchScenario) {
	fmt.Fprintf(out, "\n%s: %s customers (%s households, %.0f bytes each after the build), %s sellers, %s, %s\n",
		s.Name, number(float64(s.Customers), 0), number(float64(s.Households), 0), s.Bytes, number(float64(s.Sellers), 0), plural(s.Markets, "market"), plural(s.Weeks, "week"))
	fmt.Fprintf(out, "one worker: %s customer-weeks a second, %.1f ns each: %.1f yardsticks, %.1f of the memory's\n",
		millions(s.PerSecond), s.Cost, s.Ratio, s.MemoryRatio)
	fmt.Fprintf(out, "%s: %s customer-weeks a second on the wall, %.2f times as fast as one; %.1f ns each of all together\n\n",
		plural(s.Workers, "worker"), millions(s.PerSecondAll), s.SpeedUp, s.CostAll)
	if s.Draws > 0 {
		fmt.Fprintf(out, "%.2f keyed draws per customer-week; counting them takes time, so that times here mean nothing\n\n", s.Draws)
	}
	fmt.Fprintf(out, "  %-8s %8s %11s %8s\n", "part", "ns", "yardsticks", "share")
	for _, p := range s.Parts {
		fmt.Fprintf(out, "  %-8s %8.2f %11.2f %6.1f %%\n", p.Name, p.Cost, p.Ratio, 100*p.Share)
	}
}

// benchSizes writes what a customer-week costs at each size, and how much dearer the dearest is than the cheapest.
func benchSizes(out io.Writer, sizes []results.BenchSize) {
	if len(sizes) == 0 {
		return
	}
	x := sizes[0]
	least, most := x.Cost, x.Cost
	fmt.Fprintf(out, "\n%s, %s, %s\n\n", x.Name, plural(x.Weeks, "week"), plural(x.Workers, "worker"))
	fmt.Fprintf(out, "  %12s %8s %10s %20s %11s %10s %6s\n", "customers", "markets", "sellers", "ns a customer-week", "yardsticks", "wall s", "lived")
	for _, x := range sizes {
		least, most = min(least, x.Cost), max(most, x.Cost)
		fmt.Fprintf(out, "  %12s %8s %10s %20.1f %11.2f %10.2f %6d\n", number(float64(x.Customers), 0), number(float64(x.Markets), 0),
			number(float64(x.Sellers), 0), x.Cost, x.Ratio, x.Wall, x.Lived)
	}
	fmt.Fprintf(out, "\nThe dearest is %.2f times the cheapest.\n", most/least)
}

// millions writes a large number of things a second.
func millions(x float64) string { return fmt.Sprintf("%.1f million", x/million) }
