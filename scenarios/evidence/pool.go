package evidence

import (
	"fmt"
	"math"
	"slices"

	"xsell/scenarios"
	"xsell/sim"
	"xsell/sim/metric"
)

// pool is what a firm did in some worlds taken together: counters and bins are sums over the worlds.
type pool struct {
	records []*sim.Record // at least one, all of the same calendar
	frames  []metric.Frame
	hists   metric.Hists
	model   *sim.Model      // of the firm, where its units, products or words are asked for
	spec    *scenarios.Spec // likewise
}

// poolOf adds worlds up, all but the one numbered leftOut; -1 leaves none out.
func poolOf(records []*sim.Record, leftOut int) *pool {
	p := &pool{}
	for i, r := range records {
		if i == leftOut {
			continue
		}
		if p.frames == nil {
			p.frames = slices.Clone(r.Frames)
		} else {
			for f := range r.Frames {
				p.frames[f].Books.Merge(&r.Frames[f].Books)
			}
		}
		p.hists.Merge(&r.Hists)
		p.records = append(p.records, r)
	}
	return p
}

// worlds is how many.
func (p *pool) worlds() float64 { return float64(len(p.records)) }

// reading is an arm as expressions see it. Weeks count from 0 at the end of the warm-up; a window of weeks is two
// numbers, from the first to the one behind the last, at both of which the books are closed; without it all measured
// weeks are meant. Counts are per world.
type reading struct {
	// Measure returns one of the list of measures over a window, of all worlds together; a stock is its mean over the last
	// year of the window. NaN where it is not defined.
	Measure func(id string, weeks ...float64) (float64, error) `expr:"measure"`
	// Count returns the sum of flows, "a + b", over a window.
	Count func(ids string, weeks ...float64) (float64, error) `expr:"count"`
	// Stock returns stocks after so many measured weeks; without a week at the end.
	Stock func(ids string, week ...float64) (float64, error) `expr:"stock"`
	// Hist returns what a distribution counts between two places on its axis, of the bin that begins at one, or in all.
	// Its last bin is open: whatever lies beyond counts there.
	Hist func(id string, between ...float64) (float64, error) `expr:"hist"`
	// Bins returns a distribution as a list.
	Bins func(id string) ([]float64, error) `expr:"bins"`
	// Markets returns the ratio of two sums of flows, or of stocks at the end, for each market of each world; those without
	// a ratio are left out. Without a second sum it returns the first one.
	Markets func(above string, below ...string) ([]float64, error) `expr:"markets"`
	// Whale returns the share of the summed profit earned with this share of the customers, the most profitable first;
	// the mean over the worlds with a profit, NaN without any.
	Whale func(share float64) (float64, error) `expr:"whale"`
	// Loaded is Whale after all costs: those booked to no single customer are shared out by accounts and weeks.
	Loaded func(share float64) (float64, error) `expr:"loaded"`
	// Sold returns the openings by sellers of units, with or without consent, of products or all of lines.
	Sold func(units string, products ...string) (float64, error) `expr:"sold"`
	// Silent returns the openings without consent of a product or of all of a line.
	Silent func(what string) (float64, error) `expr:"silent"`
	// Seats returns how many seats a unit has.
	Seats func(unit string) (float64, error) `expr:"seats"`
	// Input returns a number of the scenario by its key, in weeks, hours or EUR, or as a share or rate per year.
	Input func(key string) (float64, error) `expr:"input"`
	// Passed returns leads passed on, by who passes on and who receives; PassedSigned those signed.
	Passed       func(from string, to ...string) (float64, error) `expr:"passed"`
	PassedSigned func(from string, to ...string) (float64, error) `expr:"passed_signed"`
	// Holders returns customers at the end who use a product in each of these groups of lines.
	Holders func(groups ...string) (float64, error) `expr:"holders"`
	// Steps returns for each product how many others a segment's households used when they bought it.
	Steps func(segment string) ([]float64, error) `expr:"steps"`
}

func (p *pool) reading() reading {
	return reading{Measure: p.measure, Count: p.count, Stock: p.stock, Hist: p.hist, Bins: p.bins, Markets: p.markets, Whale: p.whale,
		Loaded: p.loaded, Sold: p.sold, Silent: p.silent, Seats: p.seats, Input: p.input,
		Passed: p.passed, PassedSigned: p.passedSigned, Holders: p.holders, Steps: p.steps}
}

func (p *pool) measure(id string, weeks ...float64) (float64, error) {
	m, found := metric.ByID(id)
	if !found {
		return 0, fmt.Errorf("no measure %q", id)
	}
	from, to, err := p.window(weeks)
	if err != nil {
		return 0, fmt.Errorf("measure %s: %w", id, err)
	}
	if m.Kind == metric.Tail { // happens or not in each world
		sum := 0.0
		for _, r := range p.records {
			sum += m.Over(r.Frames[from:to])
		}
		return sum / p.worlds(), nil
	}
	x := m.Over(p.frames[from:to])
	if len(m.Den) == 0 {
		x /= p.worlds()
	}
	return x, nil
}

func (p *pool) count(ids string, weeks ...float64) (sum float64, err error) {
	from, to, err := p.window(weeks)
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", ids, err)
	}
	counters, err := countersOf(ids)
	for _, c := range counters {
		for f := range p.frames[from:to] {
			sum += float64(p.frames[from+f].Books[c])
		}
	}
	return sum / p.worlds(), err
}

func (p *pool) stock(ids string, week ...float64) (sum float64, err error) {
	counters, err := countersOf(ids)
	if err != nil || len(week) > 1 {
		return 0, fmt.Errorf("stock %s: takes one week, found %d", ids, len(week))
	}
	books := p.opening()
	if len(week) == 0 {
		books = p.frames[len(p.frames)-1].Books
	} else if week[0] != 0 {
		_, to, err := p.window([]float64{0, week[0]})
		if err != nil {
			return 0, fmt.Errorf("stock %s: %w", ids, err)
		}
		books = p.frames[to-1].Books
	}
	for _, c := range counters {
		sum += float64(books[c])
	}
	return sum / p.worlds(), nil
}

// opening is the stocks when measuring began.
func (p *pool) opening() (sum metric.Books) {
	for _, r := range p.records {
		sum.Merge(&r.Opening)
	}
	return sum
}

func (p *pool) markets(above string, below ...string) ([]float64, error) {
	num, err := countersOf(above)
	if err != nil || len(below) > 1 {
		return nil, fmt.Errorf("markets %s: %w", above, cause(err, "takes one sum or two"))
	}
	var den []metric.Counter
	for _, ids := range below {
		if den, err = countersOf(ids); err != nil {
			return nil, err
		}
	}
	var ratios []float64
	for _, r := range p.records {
		for i := range r.Markets {
			x := sumOf(&r.Markets[i], num)
			if len(den) > 0 {
				x /= sumOf(&r.Markets[i], den)
			}
			if !math.IsNaN(x) && !math.IsInf(x, 0) {
				ratios = append(ratios, x)
			}
		}
	}
	return ratios, nil
}

func sumOf(b *metric.Books, counters []metric.Counter) (sum float64) {
	for _, c := range counters {
		sum += float64(b[c])
	}
	return sum
}

func (p *pool) whale(share float64) (float64, error) {
	return p.curve("whale", share, func(r *sim.Record) *[sim.WhaleBins]float64 { return &r.Whale })
}

func (p *pool) loaded(share float64) (float64, error) {
	return p.curve("loaded", share, func(r *sim.Record) *[sim.WhaleBins]float64 { return &r.Loaded })
}

// curve is the mean over worlds of a cumulative curve of profit at a share of the customers.
func (p *pool) curve(name string, share float64, of func(*sim.Record) *[sim.WhaleBins]float64) (float64, error) {
	bin := int(math.Round(share*sim.WhaleBins)) - 1
	if bin < 0 || bin >= sim.WhaleBins || math.Abs(float64(bin+1)/sim.WhaleBins-share) > 1e-9 {
		return 0, fmt.Errorf("%s: %v is not a share in steps of %v", name, share, 1.0/sim.WhaleBins)
	}
	sum, worlds := 0.0, 0.0
	for _, r := range p.records {
		if c := of(r); c[sim.WhaleBins-1] != 0 { // all zero: no profit to share
			sum, worlds = sum+c[bin], worlds+1
		}
	}
	return sum / worlds, nil
}

// countersOf reads "a + b".
func countersOf(ids string) (counters []metric.Counter, err error) {
	for _, id := range summands(ids) {
		c := slices.IndexFunc(metric.Items[:], func(item metric.Item) bool { return item.ID == id })
		if c < 0 {
			return nil, fmt.Errorf("no item %q in the books", id)
		}
		counters = append(counters, metric.Counter(c))
	}
	return counters, nil
}
