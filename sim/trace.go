package sim

import (
	"bufio"
	"fmt"
	"io"
	"runtime"

	"xsell/sim/draw"
)

// Subject is whom a trace follows: a seat, whoever sits on it. Numbers count from 0 over all markets: the first market
// has the first numbers, and its share of them is the one that Build gives it. Customers' numbers are those of the
// seats that are customers when the history begins; the seats of households that may join later have none. When the
// household or the seller goes, the trace goes on with who comes next.
type Subject struct {
	Seller bool
	Number int
}

// Trace lives a history of the model in a world exactly as Run does, up to week to, and writes what happened to the
// subject in weeks from to to, as lines to read: what happened, why, what it was worth. Chances and hazards are worked
// out again from the state before the phase; where two meetings of a week touch one another they are near, not exact.
// Weeks of the warm-up are negative. The error names a number or week the model does not have, or is that of w.
func Trace(w io.Writer, model *Model, world draw.World, who Subject, from, to int32) error {
	if err := who.check(&model.Size, from, to); err != nil {
		return err
	}
	t := newTracer(w, NewFirm(model, world, runtime.GOMAXPROCS(0)), who)
	t.from, t.to = from, to
	t.run(&Record{})
	return t.out.Flush()
}

// check says what of it the model does not have.
func (who Subject) check(size *Size, from, to int32) error {
	kind, most := "customer", size.Customers
	if who.Seller {
		kind, most = "seller", size.Sellers
	}
	if who.Number < 0 || who.Number >= most {
		return fmt.Errorf("%s %d: there are %d, numbered from 0 to %d", kind, who.Number, most, most-1)
	}
	if from > to {
		return fmt.Errorf("weeks %d to %d: write the earlier week first", from, to)
	}
	if from < -int32(size.WarmUp) || to >= int32(size.Weeks) {
		return fmt.Errorf("weeks %d to %d: the history has weeks %d to %d", from, to, -size.WarmUp, size.Weeks-1)
	}
	return nil
}

// follower knows one subject's cells and how to speak of them.
type follower interface {
	header() string             // who this is now
	look()                      // keeps the cells as they are before a phase
	tell(phase string) []string // what changed since then, and why
	drift() string              // what moved slowly since drift was last asked
}

// tracer runs one market phase by phase and compares the subject's cells before and after each.
type tracer struct {
	out      *bufio.Writer
	firm     *Firm
	m        *Market // the subject's
	who      follower
	from, to int32
	begun    bool
	keep     func(Told) // takes the lines of the history in place of out; nil: they are written
}

func newTracer(w io.Writer, f *Firm, who Subject) *tracer {
	n := f.Model.Size.Customers
	if who.Seller {
		n = f.Model.Size.Sellers
	}
	t := &tracer{out: bufio.NewWriter(w), firm: f}
	market, seat := 0, who.Number
	for seat >= share(n, len(f.Markets), market) {
		seat -= share(n, len(f.Markets), market)
		market++
	}
	t.m = f.Markets[market]
	t.who = t.follow(who.Seller, seat)
	return t
}

func (t *tracer) follow(seller bool, seat int) follower {
	if seller {
		return newSellerTrace(t, seat)
	}
	return newCustomerTrace(t, seat)
}

// run lives the periods until the last traced week is over.
func (t *tracer) run(r *Record) {
	f, workers := t.firm, runtime.GOMAXPROCS(0)
	for f.Week <= t.to {
		t.watch(f.Week, "change", f.begin)
		end := f.periodEnd()
		f.eachMarket(workers, func(m *Market) { t.live(m, end) })
		t.watch(end-1, "close", func() { f.meet(end, r, workers) })
	}
}

// live lives the weeks of one period, the subject's market phase by phase where it is watched.
func (t *tracer) live(m *Market, end int32) {
	if m != t.m {
		m.liveUntil(end)
		return
	}
	for m.Week < end {
		if !t.watches(m.Week) {
			m.live()
			continue
		}
		for i := range Week {
			t.watch(m.Week, Week[i].Name, func() { Week[i].Run(m) })
		}
		m.Week++
	}
}

func (t *tracer) watches(week int32) bool { return week >= t.from && week <= t.to }

// summary is how often slow movements are told [weeks].
const summary = 13

// watch lets one thing happen and writes what it did to the subject.
func (t *tracer) watch(week int32, phase string, do func()) {
	if !t.watches(week) {
		do()
		return
	}
	if !t.begun {
		t.begun = true
		t.paragraph(t.who.header(), "")
		t.who.drift()
	}
	t.who.look()
	do()
	for _, line := range t.who.tell(phase) {
		t.line(week, phase, line)
	}
	if phase == "drift" && (modulo(week+1, summary) == 0 || week == t.to) {
		t.line(week, phase, t.who.drift())
	}
}
