package pay

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// script is a plan with posts and slips by week.
type script struct {
	plan         Plan
	target       []float64
	posts, slips map[int][]entry
	last         int // last week that is mentioned
}

// entry is an amount on a tally (posts) or a rule (slips).
type entry struct {
	row    int
	amount float64
}

func readScript(file string) (*script, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return parseScript(file, string(text))
}

func parseScript(file, text string) (*script, error) {
	s := &script{posts: map[int][]entry{}, slips: map[int][]entry{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := s.read(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", file, number, line, err)
		}
	}
	return s, nil
}

func (s *script) read(line string) error {
	words := strings.Fields(line)
	statements := map[string]func([]string) error{"tally": s.tally, "rule": s.rule, "from": s.from, "gate": s.gate}
	if statement, known := statements[words[0]]; known {
		return statement(words[1:])
	}
	switch words[0] {
	case "week":
		return s.list(line, s.posts, s.tallyNamed)
	case "slip":
		return s.list(line, s.slips, s.ruleNamed)
	}
	return fmt.Errorf("unknown word %q; tally, rule, from, gate, week or slip begin a line", words[0])
}

func (s *script) tally(words []string) error {
	if len(words) < 3 {
		return fmt.Errorf("a tally needs a window in weeks")
	}
	values, err := pairs(words[1:], "window", "target")
	s.plan.Tallies = append(s.plan.Tallies, TallyDef{words[0], int(values["window"])})
	s.target = append(s.target, values["target"])
	return err
}

func (s *script) rule(words []string) error {
	if len(words) < 3 || words[1] != "on" {
		return fmt.Errorf("a rule reads: rule NAME on TALLY or rule NAME on quota of TALLY")
	}
	r := Rule{Name: words[0], Share: 1}
	words = words[2:]
	if len(words) > 2 && words[0] == "quota" && words[1] == "of" {
		r.Quota, words = true, words[2:]
	}
	row, err := s.tallyNamed(words[0])
	if err != nil {
		return err
	}
	r.Tally, r.Window = row, s.plan.Tallies[row].Window
	values, err := pairs(words[1:], "share")
	if share, given := values["share"]; given {
		r.Share = share
	}
	s.plan.Rules = append(s.plan.Rules, r)
	return err
}

func (s *script) from(words []string) error {
	r, err := s.lastRule()
	if err != nil {
		return err
	}
	values, err := pairs(append([]string{"from"}, words...), "from", "jump", "each")
	r.Curve = append(r.Curve, Piece{values["from"], values["jump"], values["each"]})
	return err
}

func (s *script) gate(words []string) error {
	r, err := s.lastRule()
	if err != nil {
		return err
	}
	if len(words) < 4 || words[1] != "at" {
		return fmt.Errorf("a gate reads: gate TALLY at least NUMBER [else NUMBER]")
	}
	row, err := s.tallyNamed(words[0])
	if err != nil {
		return err
	}
	values, err := pairs(words[2:], "least", "else")
	r.Gates = append(r.Gates, Gate{Tally: row, AtLeast: values["least"], Soft: values["else"]})
	return err
}

// list reads "week 3: sales 2, leads 1".
func (s *script) list(line string, into map[int][]entry, named func(string) (int, error)) error {
	head, rest, found := strings.Cut(line, ":")
	words := strings.Fields(head)
	if !found || len(words) != 2 {
		return fmt.Errorf("should read: %s NUMBER: NAME NUMBER, NAME NUMBER", words[0])
	}
	week, err := strconv.Atoi(words[1])
	if err != nil || week < 1 {
		return fmt.Errorf("%q is not a week", words[1])
	}
	for item := range strings.SplitSeq(rest, ",") {
		pair := strings.Fields(item)
		if len(pair) != 2 {
			return fmt.Errorf("%q should be a name and a number", strings.TrimSpace(item))
		}
		row, err := named(pair[0])
		if err != nil {
			return err
		}
		amount, err := number(pair[1])
		if err != nil {
			return err
		}
		into[week] = append(into[week], entry{row, amount})
	}
	s.last = max(s.last, week)
	return nil
}

func (s *script) lastRule() (*Rule, error) {
	if len(s.plan.Rules) == 0 {
		return nil, fmt.Errorf("belongs to a rule, but no rule comes before it")
	}
	return &s.plan.Rules[len(s.plan.Rules)-1], nil
}

func (s *script) tallyNamed(name string) (int, error) {
	row := slices.IndexFunc(s.plan.Tallies, func(t TallyDef) bool { return t.Name == name })
	return row, missing(row, "tally", name)
}

func (s *script) ruleNamed(name string) (int, error) {
	row := slices.IndexFunc(s.plan.Rules, func(r Rule) bool { return r.Name == name })
	return row, missing(row, "rule", name)
}

func missing(row int, kind, name string) error {
	if row < 0 {
		return fmt.Errorf("no %s %q", kind, name)
	}
	return nil
}

// pairs reads words two by two, a known name and a number.
func pairs(words []string, known ...string) (map[string]float64, error) {
	values := map[string]float64{}
	for pair := range slices.Chunk(words, 2) {
		if !slices.Contains(known, pair[0]) {
			return nil, fmt.Errorf("unknown word %q", pair[0])
		}
		if len(pair) < 2 {
			return nil, fmt.Errorf("%s: the number is missing", pair[0])
		}
		value, err := number(pair[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pair[0], err)
		}
		values[pair[0]] = value
	}
	return values, nil
}

// number reads 0.75 or 75%.
func number(word string) (float64, error) {
	digits, percent := strings.CutSuffix(word, "%")
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", word)
	}
	if percent {
		value /= 100
	}
	return value, nil
}
