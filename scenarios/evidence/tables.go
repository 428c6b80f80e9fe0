package evidence

import (
	"fmt"
	"math"
	"slices"

	"xsell/agents"
	"xsell/sim"
)

// everything stands for all units, or all products.
const everything = "*"

// sold returns openings, with or without consent, per world by the sellers of units, "a + b", of products, each named
// by itself or by its line; "*" or nothing for all.
func (p *pool) sold(units string, products ...string) (float64, error) {
	us, err := p.units(units)
	if err != nil || len(products) > 1 {
		return 0, fmt.Errorf("sold %s: %w", units, cause(err, "takes units and products"))
	}
	ps, err := p.products(slices.Concat(products, []string{everything})[0])
	if err != nil {
		return 0, fmt.Errorf("sold %s: %w", units, err)
	}
	return p.cells(func(r *sim.Record) [][]int64 { return r.Sold }, us, ps), nil
}

// passed returns leads per world that units passed on, to any other or to those named.
func (p *pool) passed(from string, to ...string) (float64, error) {
	return p.between("passed", func(r *sim.Record) [][]int64 { return r.Ways.Passed }, from, to)
}

// passedSigned is passed for those signed in the measured time.
func (p *pool) passedSigned(from string, to ...string) (float64, error) {
	return p.between("passed_signed", func(r *sim.Record) [][]int64 { return r.Ways.Signed }, from, to)
}

func (p *pool) between(what string, table func(*sim.Record) [][]int64, from string, to []string) (float64, error) {
	us, err := p.units(from)
	if err != nil || len(to) > 1 {
		return 0, fmt.Errorf("%s %s: %w", what, from, cause(err, "takes the units that pass on and those that receive"))
	}
	vs, err := p.units(slices.Concat(to, []string{everything})[0])
	if err != nil {
		return 0, fmt.Errorf("%s %s: %w", what, from, err)
	}
	return p.cells(table, us, vs), nil
}

// cells is the sum over chosen rows and columns of a table, per world.
func (p *pool) cells(table func(*sim.Record) [][]int64, rows, columns []int) (sum float64) {
	for _, r := range p.records {
		for _, i := range rows {
			for _, j := range columns {
				sum += float64(table(r)[i][j])
			}
		}
	}
	return sum / p.worlds()
}

// holders returns customers at the end, per world, who use a product in each of so many groups of lines, "a + b".
func (p *pool) holders(groups ...string) (sum float64, err error) {
	sets := make([]agents.Products, len(groups))
	for i, group := range groups {
		lines, err := p.named("line", p.model.Market.Lines, group)
		if err != nil {
			return 0, fmt.Errorf("holders: %w", err)
		}
		for _, line := range lines {
			sets[i] = sets[i].With(agents.ProductID(line))
		}
	}
	for _, r := range p.records {
		for held, n := range r.Ways.Held {
			if !slices.ContainsFunc(sets, func(set agents.Products) bool { return held&set == 0 }) {
				sum += float64(n)
			}
		}
	}
	return sum / p.worlds(), nil
}

// steps returns for each product how many others households of a segment used on average when they bought it: the
// order in which they buy. NaN where none was bought.
func (p *pool) steps(segment string) ([]float64, error) {
	var names []string
	for i := range p.model.Market.Segments {
		names = append(names, p.model.Market.Segments[i].Name)
	}
	rows, err := p.named("segment", names, segment)
	if err != nil {
		return nil, fmt.Errorf("steps: %w", err)
	}
	out := make([]float64, p.model.Products())
	for j := range out {
		before := p.cells(func(r *sim.Record) [][]int64 { return r.Ways.Before }, rows, []int{j})
		out[j] = before / p.cells(func(r *sim.Record) [][]int64 { return r.Ways.Bought }, rows, []int{j})
	}
	return out, nil
}

// units are the numbers of units named.
func (p *pool) units(text string) ([]int, error) {
	var names []string
	for i := range p.model.Org.Units {
		names = append(names, p.model.Org.Units[i].Name)
	}
	return p.named("unit", names, text)
}

// products are the numbers of products named by themselves or by their lines.
func (p *pool) products(text string) (found []int, err error) {
	all := p.model.Market.Products
	names := slices.Clone(p.model.Market.Lines)
	for i := range all {
		names = append(names, all[i].Name)
	}
	chosen, err := p.named("product or line", names, text)
	for i := range all {
		if slices.Contains(chosen, int(all[i].Line)) || slices.Contains(chosen, len(p.model.Market.Lines)+i) {
			found = append(found, i)
		}
	}
	return found, err
}

// named returns the places of "a + b" among names, all of them for "*".
func (p *pool) named(what string, names []string, text string) (at []int, err error) {
	if text == everything {
		for i := range names {
			at = append(at, i)
		}
		return at, nil
	}
	for _, name := range summands(text) {
		i := slices.Index(names, name)
		if i < 0 {
			return nil, fmt.Errorf("no %s %q%s", what, name, meant(name, names))
		}
		at = append(at, i)
	}
	return at, nil
}

// cause is an error, or one that says how a reader is called.
func cause(err error, usage string) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("%s", usage)
}

// concordance is Kendall's tau of two lists: pairs in the same order less those in the opposite one, over those that
// differ in both; pairs with a NaN are left out.
func concordance(first, second any) (float64, error) {
	a, err := floats(first)
	if err != nil {
		return 0, fmt.Errorf("concordance: %w", err)
	}
	b, err := floats(second)
	if err != nil {
		return 0, fmt.Errorf("concordance: %w", err)
	}
	if len(a) != len(b) {
		return 0, fmt.Errorf("concordance: lists of %d and %d", len(a), len(b))
	}
	same, opposite := 0.0, 0.0
	for i := range a {
		for j := range i {
			switch sign := (a[i] - a[j]) * (b[i] - b[j]); {
			case sign > 0:
				same++
			case sign < 0:
				opposite++
			}
		}
	}
	if same+opposite == 0 {
		return math.NaN(), nil
	}
	return (same - opposite) / (same + opposite), nil
}

// thirds returns the mean place in bins, each standing for its middle, of the worst, the middle and the best third of what a distribution counts.
func thirds(counts any) ([]float64, error) {
	n, err := floats(counts)
	if err != nil {
		return nil, fmt.Errorf("thirds: %w", err)
	}
	part, sums := total(n)/3, make([]float64, 3)
	before := 0.0
	for bin, many := range n {
		for t := range sums {
			inside := min(before+many, part*float64(t+1)) - max(before, part*float64(t))
			sums[t] += (float64(bin) + 0.5) * max(inside, 0) / part
		}
		before += many
	}
	return sums, nil
}
