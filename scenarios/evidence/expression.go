package evidence

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"xsell/sim/metric"
)

// expression is a compiled value of a claim.
type expression struct {
	program *vm.Program
	arms    []string // that it names
}

// compile checks every name in an expression over the named arms and compiles it. It returns all unknown names, or what
// else is wrong.
func compile(text string, arms []string) (*expression, []string) {
	read, err := parser.Parse(text)
	if err != nil {
		return nil, []string{plainly(err)}
	}
	names := &nameCheck{arms: arms}
	names.walk(read.Node)
	if len(names.wrong) > 0 {
		return nil, names.wrong
	}
	options := []expr.Option{expr.Env(environment(arms, nil)), expr.AsFloat64(), expr.WarnOnAny()}
	for _, clock := range []string{"now", "date"} { // a value must not depend on the day
		options = append(options, expr.DisableBuiltin(clock))
	}
	program, err := expr.Compile(text, options...)
	if err != nil {
		return nil, []string{plainly(err)}
	}
	return &expression{program, names.used}, nil
}

// plainly is an error of the expression library on one line, without its drawing.
func plainly(err error) string {
	first, _, _ := strings.Cut(err.Error(), "\n")
	return "not an expression: " + first
}

// of evaluates the expression over the arms' histories.
func (e *expression) of(pools map[string]*pool) (float64, error) {
	x, err := expr.Run(e.program, environment(slices.Collect(maps.Keys(pools)), pools))
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return 0, fmt.Errorf("%s", first)
	}
	return x.(float64), nil
}

// needs returns the arms that the expression names; all where it could not be compiled.
func (e *expression) needs(arms []arm) (needed []arm) {
	for _, a := range arms {
		if e == nil || slices.Contains(e.arms, a.name) {
			needed = append(needed, a)
		}
	}
	return needed
}

// environment is all that an expression can name. Without pools it only says of which types.
func environment(arms []string, pools map[string]*pool) map[string]any {
	env := maps.Clone(helpers)
	for _, name := range arms {
		env[name] = pools[name].reading()
	}
	return env
}

// nameCheck finds unknown names in an expression.
type nameCheck struct {
	arms, local []string
	used        []string // arms
	wrong       []string
}

// walk visits a node and all below it; variables that let declares are known from there on.
func (c *nameCheck) walk(node ast.Node) { ast.Walk(&node, c) }

// Visit implements ast.Visitor. Children come before their parents.
func (c *nameCheck) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		c.identifier(n.Value)
	case *ast.CallNode:
		if member, ok := n.Callee.(*ast.MemberNode); ok {
			c.call(member, n.Arguments)
		}
	case *ast.VariableDeclaratorNode:
		c.local = append(c.local, n.Name)
		c.wrong = slices.DeleteFunc(c.wrong, func(message string) bool { return message == c.unknown(n.Name) })
	}
}

func (c *nameCheck) identifier(name string) {
	if slices.Contains(c.arms, name) && !slices.Contains(c.used, name) {
		c.used = append(c.used, name)
	}
	if slices.Contains(c.arms, name) || slices.Contains(c.local, name) || helpers[name] != nil {
		return
	}
	c.wrong = append(c.wrong, c.unknown(name))
}

func (c *nameCheck) unknown(name string) string {
	known := slices.Concat(c.arms, sortedKeys(helpers))
	if hint := meant(name, known); hint != "" {
		return fmt.Sprintf("no arm or function %q%s", name, hint)
	}
	return fmt.Sprintf("no arm or function %q; the arms are %s", name, strings.Join(c.arms, ", "))
}

// call checks what an arm is asked for.
func (c *nameCheck) call(member *ast.MemberNode, arguments []ast.Node) {
	arm, isArm := member.Node.(*ast.IdentifierNode)
	property, isName := member.Property.(*ast.StringNode)
	if !isArm || !isName || !slices.Contains(c.arms, arm.Value) {
		return
	}
	reads, known := readers[property.Value]
	if !known {
		c.wrong = append(c.wrong, fmt.Sprintf("%s.%s: an arm has no %[2]q%s", arm.Value, property.Value, meant(property.Value, sortedKeys(readers))))
		return
	}
	for i, kind := range reads {
		if i >= len(arguments) {
			return // the compiler says that too few are given
		}
		name, ok := arguments[i].(*ast.StringNode)
		if !ok {
			c.wrong = append(c.wrong, fmt.Sprintf("%s.%s: write the %s as a name in quotes", arm.Value, property.Value, kind.what))
			continue
		}
		c.wrong = append(c.wrong, kind.check(name.Value)...)
	}
}

// kind is what a name in quotes refers to.
type kind struct {
	what string
	ids  func() []string
	sums bool // several may be joined by +
}

// check returns what is wrong with a name.
func (k kind) check(text string) (wrong []string) {
	parts := []string{text}
	if k.sums {
		parts = summands(text)
	}
	ids := k.ids()
	for _, name := range parts {
		if !slices.Contains(ids, name) {
			wrong = append(wrong, fmt.Sprintf("no %s %q%s", k.what, name, meant(name, ids)))
		}
	}
	return wrong
}

// summands splits "a + b".
func summands(text string) []string {
	parts := strings.Split(text, "+")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// Kinds of names.
var (
	measureName = kind{"measure", measureIDs, false}
	flowName    = kind{"flow of the books", func() []string { return itemIDs(false) }, true}
	stockName   = kind{"stock of the books", func() []string { return itemIDs(true) }, true}
	itemName    = kind{"item of the books", func() []string { return append(itemIDs(false), itemIDs(true)...) }, true}
	histName    = kind{"distribution", histIDs, false}
)

// readers of an arm, and which names they take.
var readers = map[string][]kind{
	"measure": {measureName},
	"count":   {flowName},
	"stock":   {stockName},
	"hist":    {histName},
	"bins":    {histName},
	"markets": {itemName, itemName},
	"whale":   nil,
	"loaded":  nil,
	// of the scenario's own names, known when it is loaded
	"sold": nil, "silent": nil, "seats": nil, "input": nil, "passed": nil, "passed_signed": nil, "holders": nil, "steps": nil,
}

func measureIDs() (ids []string) {
	for i := range metric.Measures {
		ids = append(ids, metric.Measures[i].ID)
	}
	return ids
}

func itemIDs(stock bool) (ids []string) {
	for i := range metric.Items {
		if metric.Items[i].Stock == stock {
			ids = append(ids, metric.Items[i].ID)
		}
	}
	return ids
}

func histIDs() (ids []string) {
	for i := range metric.Shapes {
		ids = append(ids, metric.Shapes[i].ID)
	}
	return ids
}
