package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"xsell/agents"
	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

func main() {
	reps, _ := strconv.Atoi(os.Args[1])
	var names []string
	var sets []string
	consts := ""
	var mind *agents.Psychology
	for _, a := range os.Args[2:] {
		if a[0] == '@' {
			k, v, _ := strings.Cut(a[1:], "=")
			consts += "[" + k + "]\nvalue = " + v + "\n"
		} else if len(a) > 2 && a[:2] == "--" {
			sets = append(sets, a[2:])
		} else {
			names = append(names, a)
		}
	}
	if consts != "" {
		var err error
		if mind, err = scenarios.ReadPsychology(consts); err != nil {
			panic(err)
		}
	}
	vals := map[string][]float64{}
	for _, n := range names {
		s, err := scenarios.LoadWith(n, sets, mind)
		if err != nil {
			fmt.Println(err)
			os.Exit(2)
		}
		t := time.Now()
		recs := make([]*sim.Record, reps)
		var wg sync.WaitGroup
		sem := make(chan int, 2)
		for r := range reps {
			wg.Go(func() {
				sem <- 1
				recs[r], _ = sim.Run(context.Background(), s.Model, draw.World{Seed: 7, Replication: uint64(r)}, 1)
				<-sem
			})
		}
		wg.Wait()
		el := time.Since(t)
		cw := float64(reps) * float64(s.Model.Size.Customers) * float64(s.Model.Size.Weeks+s.Model.Size.WarmUp)
		fmt.Fprintf(os.Stderr, "%s %.1fs %.0f ns cpu/customer-week\n", n, el.Seconds(), el.Seconds()*2e9/cw)
		var h metric.Hists
		for _, r := range recs {
			if b := sim.Verify(r); len(b) > 0 {
				fmt.Println("BROKEN", b[:min(len(b), 5)])
			}
			h.Merge(&r.Hists)
		}
		for i := range metric.Measures {
			m := &metric.Measures[i]
			v := 0.0
			for _, r := range recs {
				v += m.Over(r.Frames) / float64(reps)
			}
			vals[m.ID] = append(vals[m.ID], v)
		}
		if os.Getenv("LONG") == "" {
			short(n, &h, recs)
			continue
		}
		show(&h, recs)
	}
	if os.Getenv("LONG") == "" {
		return
	}
	for i := range metric.Measures {
		m := &metric.Measures[i]
		fmt.Printf("%-32s %-28s", m.ID, m.Unit)
		for _, v := range vals[m.ID] {
			fmt.Printf(" %14.4g", v)
		}
		fmt.Println()
	}
}

func dist(b []int64) string {
	t := int64(0)
	for _, x := range b {
		t += x
	}
	s := ""
	for _, x := range b[:min(len(b), 9)] {
		s += fmt.Sprintf(" %.3f", float64(x)/float64(t))
	}
	return s
}

func show(h *metric.Hists, recs []*sim.Record) {
	fmt.Println("reported", dist(h.Bins(metric.ReportedPerCustomer)))
	fmt.Println("real    ", dist(h.Bins(metric.RealPerCustomer)))
	e, w := h.Bins(metric.ExitsByProducts), h.Bins(metric.WeeksByProducts)
	fmt.Print("hazard/yr by products")
	for i := range e[:6] {
		fmt.Printf(" %.3f", float64(e[i])/float64(w[i])*52)
	}
	e, w = h.Bins(metric.ExitsByTenure), h.Bins(metric.WeeksByTenure)
	fmt.Print("\nhazard/yr by tenure")
	for i := range e {
		fmt.Printf(" %.3f", float64(e[i])/float64(w[i])*52)
	}
	fmt.Print("\nattain ")
	a := h.Bins(metric.Attainment)
	for i := 0; i < len(a); i += 1 {
		fmt.Printf(" %d", a[i])
	}
	fmt.Print("\nwindow ")
	for _, x := range h.Bins(metric.SalesByWindowWeek)[:14] {
		fmt.Printf(" %d", x)
	}
	fmt.Print("\noff/dist ")
	o, x := h.Bins(metric.OffencesByDistance), h.Bins(metric.WeeksByDistance)
	for i := range o[:16] {
		fmt.Printf(" %d/%d", o[i], x[i])
	}
	r := recs[0]
	fmt.Printf("\nwhale %.2f\nframes:", r.Whale)
	for _, id := range []string{"products_reported", "products_real", "customers", "churn", "openings_gross", "trust", "unauthorised_per_1000_openings"} {
		m, _ := metric.ByID(id)
		fmt.Printf("\n%-20s", id)
		for i := range r.Frames {
			if i%2 == 0 {
				fmt.Printf(" %.3g", m.Over(r.Frames[i:i+1]))
			}
		}
	}
	fmt.Println()
	bk := r.Frames
	for c := 0; c < metric.Counters; c++ {
		s := int64(0)
		for i := range bk {
			s += bk[i].Books[c]
		}
		if metric.Items[c].Stock {
			s = bk[len(bk)-1].Books[c]
		}
		fmt.Printf("%s=%d ", metric.Items[c].ID, s)
	}
	fmt.Println()
}
