package tree

import (
	"fmt"
	"math"
	"reflect"

	"xsell/scenarios/words"
)

// reader is what reads itself from a TOML value; all words do.
type reader interface{ UnmarshalTOML(value any) error }

var readerType = reflect.TypeFor[reader]()

// describe names what was found, for messages.
func (n *node) describe() string {
	switch n.kind {
	case table:
		return "a table"
	case list:
		return "a list"
	}
	return words.Describe(n.scalar)
}

// word checks a quantity that reads itself.
func (c *checker) word(n *node, t reflect.Type, r rules, path []string) {
	if c.loose(n, path) {
		return
	}
	read := reflect.New(t)
	if err := read.Interface().(reader).UnmarshalTOML(n.plain()); err != nil {
		c.problem(path, "%s", err)
		return
	}
	c.within(n, read.Elem(), r, path)
}

// loose reports a relative value that has been laid over nothing.
func (c *checker) loose(n *node, path []string) bool {
	if !isRelative(n) {
		return false
	}
	c.problem(path, "found %s, %s", n.describe(), relativeHelp)
	return true
}

// basic checks texts, switches and numbers without a unit.
func (c *checker) basic(n *node, t reflect.Type, r rules, path []string) {
	switch kind := t.Kind(); {
	case kind == reflect.String:
		c.text(n, r, path)
	case kind == reflect.Bool:
		if _, ok := n.scalar.(bool); !ok {
			c.problem(path, "found %s, want true or false", n.describe())
		}
	case isFloat(kind):
		c.word(n, reflect.TypeFor[words.Factor](), r, path)
	case isWhole(kind):
		c.whole(n, t, r, path)
	default:
		panic(fmt.Sprintf("tree: %s: a %s cannot be read from TOML", Join(path), t))
	}
}

// text checks a text and the names it may refer to. An empty reference means
// none.
func (c *checker) text(n *node, r rules, path []string) {
	text, ok := n.scalar.(string)
	if !ok {
		c.problem(path, "found %s, want text in quotes", n.describe())
		return
	}
	if text == "" && r.required {
		c.problem(path, "must not be empty")
		return
	}
	c.choose(text, r.enum, path)
	if text != "" {
		c.refer(text, r.ref, path)
	}
}

// whole checks an integer that need not be a word, such as a seed.
func (c *checker) whole(n *node, t reflect.Type, r rules, path []string) {
	if c.loose(n, path) {
		return
	}
	whole, ok := n.scalar.(int64)
	if !ok {
		c.problem(path, "found %s, want a whole number such as 12", n.describe())
		return
	}
	zero := reflect.Zero(t)
	if zero.CanInt() && zero.OverflowInt(whole) || zero.CanUint() && (whole < 0 || zero.OverflowUint(uint64(whole))) {
		c.problem(path, "found %d, which does not fit this number's type %s", whole, t.Kind())
		return
	}
	c.within(n, reflect.ValueOf(whole), r, path)
}

// within checks a number against its range, which is printed in the words of
// its type.
func (c *checker) within(n *node, value reflect.Value, r rules, path []string) {
	base, ok := number(value)
	if !ok || base >= r.low && base <= r.high {
		return
	}
	c.problem(path, "found %s%s, must be %s", n.describe(), inBaseUnit(n, value), rangeText(value.Type(), r))
}

// inBaseUnit repeats a quantity in the unit of its range where it was written
// in another: "6 years" are 312 weeks.
func inBaseUnit(n *node, value reflect.Value) string {
	word, ok := value.Interface().(words.Word)
	if !ok || word.Meaning().Pattern == "" || n.scalar == word.String() {
		return ""
	}
	return ", which is " + word.String()
}

// rangeText says a range in the words of a type: "between 0 % and 100 %".
func rangeText(t reflect.Type, r rules) string {
	switch {
	case math.IsInf(r.low, 0) && math.IsInf(r.high, 0):
		return ""
	case math.IsInf(r.high, 0):
		return "at least " + express(t, r.low)
	case math.IsInf(r.low, 0):
		return "at most " + express(t, r.high)
	}
	return "between " + express(t, r.low) + " and " + express(t, r.high)
}

// express prints a base number as a quantity of a type.
func express(t reflect.Type, base float64) string {
	value := reflect.New(t).Elem()
	switch {
	case isFloat(t.Kind()):
		value.SetFloat(base)
	case isWhole(t.Kind()) && value.CanInt() && base == math.Trunc(base):
		value.SetInt(int64(base))
	default:
		return fmt.Sprint(base)
	}
	return fmt.Sprint(value.Interface())
}

// number returns the base number of a value, if it is one.
func number(value reflect.Value) (float64, bool) {
	if word, ok := value.Interface().(words.Word); ok {
		return word.Base(), true
	}
	switch {
	case value.CanFloat():
		return value.Float(), true
	case value.CanInt():
		return float64(value.Int()), true
	}
	return 0, false
}

func isFloat(k reflect.Kind) bool { return k == reflect.Float64 || k == reflect.Float32 }

func isWhole(k reflect.Kind) bool { return k >= reflect.Int && k <= reflect.Uint64 }
