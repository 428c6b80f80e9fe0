package scenarios

import (
	"xsell/agents"
	"xsell/scenarios/tree"
	"xsell/sim"
)

// weeksPerYear turns rates per year into rates per week.
const weeksPerYear = 52

// compiler turns words into tables of numbers. Rows are in the order of their names, so that nothing depends on the
// order in which a file or a map lists them. After the decoder every single value is in its range and every plain
// reference leads somewhere; what is left to find are mistakes between values.
type compiler struct {
	spec *Spec
	tree *tree.Tree // to say where a value was set
	mind *agents.Psychology

	units, products, lines, segments []string // names in order: their place is their index

	model    *sim.Model
	problems tree.Problems
	blamed   tree.Problems // those of changes, without the name of the change
}

// compile returns the model of a decoded scenario, or all that is wrong between its values.
func compile(spec *Spec, file *tree.Tree, mind *agents.Psychology) (*sim.Model, tree.Problems) {
	c := newCompiler(spec, file, mind)
	c.limits()
	if len(c.problems) > 0 { // tables of a size that cannot be would only cost time and memory
		return nil, sorted(c.problems)
	}
	c.levers()
	c.timeline()
	if len(c.problems) > 0 {
		return nil, sorted(c.problems)
	}
	c.stride()
	return c.model, nil
}

func newCompiler(spec *Spec, file *tree.Tree, mind *agents.Psychology) *compiler {
	c := &compiler{spec: spec, tree: file, mind: mind, model: &sim.Model{Mind: mind}}
	c.units, c.products = names(spec.Organisation.Units), names(spec.Products)
	c.segments = names(spec.Customers.Segments)
	lines := map[string]bool{}
	for _, product := range spec.Products {
		lines[product.Line] = true
	}
	c.lines = names(lines)
	return c
}

// levers compiles everything but the timeline.
func (c *compiler) levers() {
	c.size()
	c.market()
	c.model.Market.Seal()
	c.organisation()
	c.model.Org.Seal()
	c.plans()
	c.management()
	c.around()
}

// size of the run.
func (c *compiler) size() {
	r := &c.spec.Run
	c.model.Size = sim.Size{Markets: r.Markets, Customers: r.Customers, Sellers: r.Sellers,
		Weeks: int(r.Weeks), WarmUp: int(r.WarmUp), Close: int(r.Close)}
}

// management is targets and controls beside the plans.
func (c *compiler) management() {
	t, k := &c.spec.Targets, &c.spec.Controls
	c.model.Targets = sim.Targets{Pressure: float64(t.Pressure), Timing: float64(t.Timing), Discount: euro(t.Discount)}
	c.model.Controls = sim.Controls{
		Audit: float64(k.Audit), Warning: float64(k.Warning), Validation: float64(k.Validation),
		Whistle: float64(k.Whistle), Dismissal: float64(k.Dismissal), Suitability: float64(k.Suitability),
		Detector: float64(k.Detector), Penalty: float64(k.Penalty),
		CallCost: euro(k.CallCost), AuditCost: euro(k.AuditCost), Disclosure: float64(k.Disclosure),
		Disclosed: c.disclosed(k.Disclosed),
	}
}

// around is what the firm cannot choose outside its markets.
func (c *compiler) around() {
	e := &c.spec.Environment
	c.model.Around = sim.Around{
		Reputation: float64(e.Reputation), Regulator: float64(e.Regulator),
		Fine: euro(e.Fine), Remedy: euro(e.Remedy), BillDelay: int(e.BillDelay),
		Quits: weekly(e.Quits), OutsidePay: float64(e.OutsidePay), Vacancy: float64(e.Vacancy),
		Hiring: euro(e.Hiring), Acquisition: euro(e.Acquisition),
		Records: float64(e.Records),
	}
}

// problem notes a mistake at a key path.
func (c *compiler) problem(path []string, format string, args ...any) {
	c.problems = append(c.problems, c.tree.Problem(path, format, args...))
}
