package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"xsell/sim"
	"xsell/sim/metric"
)

// weekWord stands in conditions for the weeks since the end of the warm-up.
const weekWord = "week"

// condition compiles a condition on what management sees at a close, or notes what is wrong with it.
func (c *compiler) condition(text string, path []string) sim.Condition {
	if wrong := wrongIn(text); wrong != "" {
		c.problem(path, "%s", wrong)
		return nil
	}
	program, err := expr.Compile(text, expr.Env(seen(&metric.Frame{})), expr.AsBool())
	if err != nil {
		c.problem(path, "%q is no condition: %s; want a comparison such as churn > 12", text, firstLine(err))
		return nil
	}
	return condition{text, program}
}

// condition is a compiled condition.
type condition struct {
	text    string
	program *vm.Program
}

func (x condition) String() string { return x.text }

// Holds asks the condition of the close that a frame ends with.
func (x condition) Holds(frame *metric.Frame) bool {
	answer, err := expr.Run(x.program, seen(frame))
	if err != nil {
		panic(fmt.Sprintf("scenarios: a condition that was checked cannot be asked: %v", err))
	}
	return answer.(bool)
}

// seen is what a condition can see: the published measures over the frame, and the week that begins after it. A measure
// that is not defined is not a number, and no comparison with it holds.
func seen(frame *metric.Frame) map[string]any {
	env := map[string]any{weekWord: float64(frame.Week + 1)}
	for _, id := range metric.Published {
		if m, found := metric.ByID(id); found {
			env[id] = m.Over([]metric.Frame{*frame})
		}
	}
	return env
}

// wrongIn says what is wrong with the words of a condition, "" for nothing.
func wrongIn(text string) string {
	parsed, err := parser.Parse(text)
	if err != nil {
		return fmt.Sprintf("%q cannot be read: %s", text, firstLine(err))
	}
	look := &critic{}
	ast.Walk(&parsed.Node, look)
	return look.wrong
}

// critic finds the first word of a condition that it must not use. Without lists, texts and calls it always has an answer.
type critic struct{ wrong string }

// operators that a condition may use.
var operators = []string{"+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "and", "or", "not", "&&", "||", "!"}

// Visit looks at one part of a condition.
func (k *critic) Visit(part *ast.Node) {
	if k.wrong != "" {
		return
	}
	switch x := (*part).(type) {
	case *ast.IdentifierNode:
		k.wrong = unseen(x.Value)
	case *ast.BinaryNode:
		k.operator(x.Operator)
	case *ast.UnaryNode:
		k.operator(x.Operator)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
	default:
		k.wrong = fmt.Sprintf("%s has no place in a condition; it is made of published measures, week, numbers and %s",
			kindOf(x), strings.Join(operators[:13], " "))
	}
}

// kindOf names a part of a condition that cannot be.
func kindOf(part ast.Node) string {
	switch part.(type) {
	case *ast.StringNode:
		return "a text"
	case *ast.ArrayNode:
		return "a list"
	case *ast.ConditionalNode:
		return "a choice"
	case *ast.BuiltinNode, *ast.CallNode:
		return "a function"
	}
	return "this"
}

func (k *critic) operator(sign string) {
	if !slices.Contains(operators, sign) {
		k.wrong = fmt.Sprintf("%q has no place in a condition; there are %s", sign, strings.Join(operators[:13], " "))
	}
}

// unseen says why a name is not for conditions, "" where it is.
func unseen(name string) string {
	if name == weekWord || slices.Contains(metric.Published, name) {
		return ""
	}
	if m, found := metric.ByID(name); found {
		return fmt.Sprintf("management does not see %s (%s); it sees week, %s", name, strings.ToLower(m.Title),
			strings.Join(metric.Published, ", "))
	}
	return fmt.Sprintf("no published measure %q%s", name, hint(name, append([]string{weekWord}, metric.Published...)))
}

// firstLine of an error that draws a picture below it.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
