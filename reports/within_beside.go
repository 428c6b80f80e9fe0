package reports

import (
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// beside puts what an explanation says of a design next to what the whole comparison says of it: on other worlds, or with
// fewer customers, one measure has two numbers, and each says of what it is.
func (v *view) beside(x *whyView, name, said string) string {
	inner, outer := x.set.Manifest, v.set.Manifest
	part, whole := customersOf(inner), customersOf(outer)
	if len(x.measures) == 0 || len(x.levers) == 0 || x.measures[0].gap.Worlds == 0 || inner.Finished == outer.Finished && part == whole {
		return said
	}
	m := x.measures[0].Measure
	r, _ := v.judged(name, m)
	if math.IsNaN(r.Difference) {
		return said
	}
	few, many := plural(inner.Finished, "world"), plural(outer.Finished, "world")
	if inner.Finished < outer.Finished {
		many = "all " + many
	}
	if part != whole && part > 0 && whole > 0 {
		few, many = few+" of "+plural(part, "customer"), many+" of "+plural(whole, "customer")
	}
	return fmt.Sprintf("In %s %s; in %s, as above, the difference is %s.", few, strings.TrimSuffix(said, "."), many,
		byUnit(change(r.Difference, r.DifferenceLow, r.DifferenceHigh), m.Unit))
}

// customersOf is how many customers were lived with; 0 where nobody knows.
func customersOf(m results.Manifest) int {
	size, known := sizeOf(m.Scenarios[0].TOML)
	if !known {
		return 0
	}
	return size.Run.Customers
}
