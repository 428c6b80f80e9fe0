package evidence

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/words"
)

// Band is where a value must lie; an open end is infinite.
type Band struct{ Low, High float64 }

// holds says whether a number lies within the band, its ends included.
func (b Band) holds(x float64) bool { return x >= b.Low && x <= b.High }

// String writes the band: "2 to 3", "at least 2", "at most 3".
func (b Band) String() string {
	switch {
	case math.IsInf(b.Low, -1) && math.IsInf(b.High, 1):
		return "anything"
	case math.IsInf(b.High, 1):
		return "at least " + words.Factor(b.Low).String()
	case math.IsInf(b.Low, -1):
		return "at most " + words.Factor(b.High).String()
	}
	return fmt.Sprintf("%v to %v", words.Factor(b.Low), words.Factor(b.High))
}

func (b Band) open() bool { return math.IsInf(b.Low, -1) && math.IsInf(b.High, 1) }

func bandOf(low, high *words.Factor) Band {
	b := Band{math.Inf(-1), math.Inf(1)}
	if low != nil {
		b.Low = float64(*low)
	}
	if high != nil {
		b.High = float64(*high)
	}
	return b
}

// Claim is what facts and laws have in common.
type Claim struct {
	ID, Title, Text, Source, Unit string
	Explanation                   string // why the model does not show it; empty where it does
	Value                         string // the expression
	Band                          Band
	Worlds                        int // courses of luck, at least 2
	arms                          []arm
	value                         *expression
}

// Fact is a published figure with its tolerance.
type Fact struct {
	Claim
	Role string // one of Roles
}

// Roles of facts, in the order in which they are shown: CAL, the model was set to it; CHK, it was not; BOUND, a figure so
// loose that it only says what is plausible, counted apart.
var Roles = []string{"CAL", "CHK", "BOUND"}

// Law is a shape that must come out.
type Law struct {
	Claim
	Number int // 0: none
	Also   []Also
	Off    *Off
}

// Also is a further condition of a law.
type Also struct {
	Text  string
	Band  Band
	value *expression
}

// Off is a law with its mechanism switched off.
type Off struct {
	Text string
	Band Band // what must then hold beyond doubt; open: the value lies outside the law's band
	arms []arm
}

// arm is one firm of a claim.
type arm struct {
	name string
	firm
}

// firm is a scenario with changes, and the people in it.
type firm struct {
	scenario string // built in, of the claims, or a path
	with     string // a scenario written out, in place of a name
	dir      string // where relative paths start
	sets     []string
	mind     map[string]float64
}

// Scenarios names the scenarios of the arms, each once, in their order.
func (c *Claim) Scenarios() string {
	var names []string
	for _, a := range c.arms {
		if name := a.title(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// title is the scenario's name for people.
func (f *firm) title() string {
	if f.with != "" {
		return "one of its own"
	}
	return f.scenario
}

// Firms describes the arms: name, scenario and all that is changed in it.
func (c *Claim) Firms() string {
	lines := make([]string, len(c.arms))
	for i, a := range c.arms {
		changes := slices.Clone(a.sets)
		for _, constant := range sortedKeys(a.mind) {
			changes = append(changes, fmt.Sprintf("%s=%v", constant, a.mind[constant]))
		}
		lines[i] = strings.TrimSuffix(fmt.Sprintf("%s: %s with %s", a.name, a.title(), strings.Join(changes, ", ")), " with ")
	}
	return strings.Join(lines, "; ")
}

// named says whether a word of the command line means the claim: its id, or the beginning of it before a "-".
func (c *Claim) named(word string) bool {
	return strings.EqualFold(c.ID, word) || len(c.ID) > len(word) && strings.EqualFold(c.ID[:len(word)+1], word+"-")
}
