package tree

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strconv"

	"xsell/scenarios/words"
)

// relativePattern is how a value is written that says what becomes of the one below it.
const relativePattern = `^(times|at least|at most) (\S.*)$`

var relative = regexp.MustCompile(relativePattern)

// relativeHelp ends the message about a relative value where nothing lies below.
const relativeHelp = `which changes a value that is there: only an overlay, a dated change or --set can say so`

// isRelative tells a value that speaks of the one below it from one that stands for itself.
func isRelative(n *node) bool {
	text, ok := n.scalar.(string)
	return ok && relative.MatchString(text)
}

// number resolves a relative value.
func (l *layer) number(s spot) *node {
	if s.over.kind != scalar || !isRelative(s.over) {
		return s.over
	}
	parts := relative.FindStringSubmatch(s.over.scalar.(string))
	change, err := changeOf(parts[1], parts[2], s.typ)
	if err != nil {
		l.problem(s, "found %s: %s", s.over.describe(), err)
		return nil
	}
	if s.below == nil {
		if !s.wild {
			l.problem(s, "found %s, but nothing is set below that it could change; set a value", s.over.describe())
		}
		return nil
	}
	old, err := reading(s.below.plain(), s.typ)
	if err != nil {
		return nil // the value below is wrong itself, which Decode says
	}
	return &node{at: s.over.at, scalar: writing(change(old), s.typ)}
}

// changeOf reads what a relative value does to a base number.
func changeOf(how, much string, t reflect.Type) (func(float64) float64, error) {
	if how == "times" {
		factor, err := strconv.ParseFloat(much, 64)
		if err != nil || !(factor >= 0) || math.IsInf(factor, 0) {
			return nil, fmt.Errorf(`"times" wants a number that is not negative, as in "times 0.5"`)
		}
		return func(old float64) float64 { return old * factor }, nil
	}
	bound, err := reading(setValue(much), t)
	if err != nil {
		return nil, fmt.Errorf("after %q: %w", how, err)
	}
	if how == "at least" {
		return func(old float64) float64 { return max(old, bound) }, nil
	}
	return func(old float64) float64 { return min(old, bound) }, nil
}

// reading returns the base number of a written value of a type.
func reading(value any, t reflect.Type) (float64, error) {
	if !reflect.PointerTo(t).Implements(readerType) {
		t = plainWord(t)
	}
	read := reflect.New(t)
	if err := read.Interface().(reader).UnmarshalTOML(value); err != nil {
		return 0, err
	}
	base, _ := number(read.Elem())
	return base, nil
}

// plainWord is the word that reads numbers of a type that does not read itself.
func plainWord(t reflect.Type) reflect.Type {
	if isWhole(t.Kind()) {
		return reflect.TypeFor[words.Count]()
	}
	return reflect.TypeFor[words.Factor]()
}

// digits is how many decimal digits a changed number keeps, so that 0.1 times 3 is 0.3.
const digits = 12

// writing is the inverse of reading. Whole numbers are rounded, halves away from zero.
func writing(base float64, t reflect.Type) any {
	if isWhole(t.Kind()) {
		base = math.Round(base)
	}
	base, _ = strconv.ParseFloat(strconv.FormatFloat(base, 'g', digits, 64), 64) // infinite at worst, which its range refuses
	if word, ok := wordOf(t); ok && word.Meaning().Pattern != "" {
		return express(t, base)
	}
	if isWhole(t.Kind()) {
		return int64(base)
	}
	return base
}
