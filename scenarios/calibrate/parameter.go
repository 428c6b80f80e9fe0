package calibrate

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"

	"xsell/scenarios/evidence"
)

// Kinds of parameters.
const (
	Constant = "constant"
	Set      = "set"
	Scale    = "scale"
)

// Parameter is a number that may move.
type Parameter struct {
	Name             string
	Kind             string   // Constant, Set or Scale
	What             []string // the constant, the key, or the keys that are multiplied
	Low, High, Start float64
	Present          float64 // its value in the model as it is
	Log              bool    // distances are measured by factors
	Source           string  // of a constant's value
	form             form
}

// coordinate of a value: -1 at the low end, 1 at the high one.
func (p Parameter) coordinate(value float64) float64 {
	low, high := p.line(p.Low), p.line(p.High)
	return min(max((2*p.line(value)-low-high)/(high-low), -1), 1)
}

// at is the value of a coordinate, with so many digits as are worth writing down.
func (p Parameter) at(z float64) float64 {
	low, high := p.line(p.Low), p.line(p.High)
	value := (low + high + float64(z*(high-low))) / 2
	if p.Log {
		value = math.Exp(value)
	}
	return min(max(rounded(value), p.Low), p.High)
}

// line is the scale on which distances are measured.
func (p Parameter) line(value float64) float64 {
	if p.Log {
		return math.Log(value)
	}
	return value
}

// digits of a parameter.
const digits = 6

// rounded to the digits of a parameter. What strconv wrote it can read.
func rounded(value float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', digits, 64), 64)
	if err != nil {
		panic("calibrate: a number that was written cannot be read: " + err.Error())
	}
	return short
}

// put lays a value of the parameter over firms.
func (p Parameter) put(value float64, change *evidence.Change) {
	if p.Kind == Constant {
		change.Mind = maps.Clone(change.Mind)
		change.Mind[p.What[0]] = value
		return
	}
	change.Set = append(change.Set, p.Assignments(value)...)
}

// Assignments set the keys of the scenario to a value of the parameter; a constant has none.
func (p Parameter) Assignments(value float64) (sets []string) {
	switch p.Kind {
	case Set:
		return []string{p.What[0] + "=" + p.form.write(value)}
	case Scale:
		for _, key := range p.What {
			sets = append(sets, fmt.Sprintf("%s=times %s", key, plainNumber(value)))
		}
	}
	return sets
}

// Unit is the unit of the parameter's values as the scenario or the table writes it.
func (p Parameter) Unit() string {
	if p.Kind == Scale {
		return "factor"
	}
	return strings.TrimSpace(p.form.prefix + " " + p.form.unit)
}

// form is how a quantity is written around its number: "EUR 350", "0.135 per year".
type form struct{ prefix, unit string }

var quantity = regexp.MustCompile(`^([A-Za-z]*) *(-?[0-9][0-9,_]*(?:\.[0-9]+)?) *([^0-9]*)$`)

// quantityOf splits what a file holds into number and form.
func quantityOf(value any) (number float64, f form, ok bool) {
	switch v := value.(type) {
	case float64:
		return v, f, !math.IsNaN(v) && !math.IsInf(v, 0)
	case int64:
		return float64(v), f, true
	case string:
		parts := quantity.FindStringSubmatch(v)
		if parts == nil {
			return 0, f, false
		}
		number, err := strconv.ParseFloat(strings.NewReplacer(",", "", "_", "").Replace(parts[2]), 64)
		return number, form{parts[1], parts[3]}, err == nil
	}
	return 0, f, false
}

// write is the inverse of quantityOf. Behind a currency, three decimals could be read as thousands; a zero is added.
func (f form) write(value float64) string {
	text := plainNumber(value)
	if f.prefix == "" && f.unit == "" {
		return text
	}
	if _, decimals, _ := strings.Cut(text, "."); f.prefix != "" && len(decimals) == 3 {
		text += "0"
	}
	return `"` + strings.TrimSpace(f.prefix+" "+text+" "+f.unit) + `"`
}

// plainNumber writes a number without an exponent.
func plainNumber(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
