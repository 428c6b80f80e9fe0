package comparison

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"xsell/scenarios/decide"
	"xsell/scenarios/results"
	"xsell/scenarios/tree"
	"xsell/sim/metric"
)

// Asked is a decision in words, as a file or a command line says it. Amounts are numbers or texts.
type Asked struct {
	Measure, Better string
	Smallest        any     // nil: none
	Confidence      float64 // 0: the usual one
	Budget, Looks   int     // 0: none, and one
	Guardrails      []Rail
	Until           []string         // such as "half-width = 0.02" or "churn half-width = 2 % of the base"
	Own             []metric.Measure // of outcomes that are not of this program: all measures there are
}

// Rail is a guardrail in words.
type Rail struct {
	Name, Measure, Statistic, Kind string
	Limit                          any
	key                            string // of the limit
}

// Fault is something wrong with a decision in words. Keys are those of a comparison file, such as decision, smallest.
type Fault struct {
	Keys    []string
	Message string
}

// Decision is a decision with the words it was made of.
type Decision struct {
	decide.Decision
	declared results.Decision
	before   *results.Decision // of results that are extended; nil: none
	untils   []results.Until   // in words
}

// Declare turns words into a decision between so many designs, or says all that is wrong.
func (a *Asked) Declare(designs int) (*Decision, []Fault) {
	d := &declarer{asked: a, made: &Decision{Decision: decide.Decision{Confidence: a.Confidence, Looks: max(a.Looks, 1), Budget: a.Budget,
		Everything: a.everything()}}}
	if a.Confidence == 0 {
		d.made.Confidence = decide.UsualConfidence
	}
	d.measure()
	for i := range a.Guardrails {
		d.guardrail(&a.Guardrails[i])
	}
	for _, sentence := range a.Until {
		d.until(sentence)
	}
	if len(d.faults) == 0 {
		for _, f := range d.made.Check(designs) {
			keys := []string{"decision", f.Key}
			if f.Key == "guardrails" {
				keys = []string{"guardrail"}
			}
			d.fault(keys, "%s", f.Message)
		}
	}
	d.made.declared = a.declared(&d.made.Decision)
	return d.made, d.faults
}

// declarer collects what is wrong.
type declarer struct {
	asked  *Asked
	made   *Decision
	faults []Fault
}

func (d *declarer) fault(keys []string, format string, args ...any) {
	d.faults = append(d.faults, Fault{keys, fmt.Sprintf(format, args...)})
}

// measure reads what designs are compared in, and the difference that matters.
func (d *declarer) measure() {
	m, ok := d.known(d.asked.Measure, "decision", "measure")
	if !ok {
		return
	}
	better := d.asked.Better
	switch {
	case better == "" && d.asked.Own != nil && m.Good == metric.Neither:
		d.fault([]string{"decision", "better"}, "say which way %s is better: more or less", m.ID)
	case better != "" && better != results.More && better != results.Less:
		d.fault([]string{"decision", "better"}, "found %q, want more or less", better)
	case better == "" && m.Good == metric.Neither:
		d.fault([]string{"decision", "better"}, `%s is neither good nor bad in itself: a comparison file can say which way is better, with better = "more" or "less"`, m.ID)
	case better != "" && m.Good != metric.Neither && better != string(m.Good):
		d.fault([]string{"decision", "better"}, "found %q, but %s of %s is better; leave it out", better, m.Good, m.ID)
	case better == "":
		better = string(m.Good)
	}
	d.made.Measure = measure(m)
	d.made.Measure.More = better == results.More
	if d.asked.Smallest == nil {
		return
	}
	x, err := amount(d.asked.Smallest, m)
	if err == nil && !(x.Value > 0) {
		err = fmt.Errorf("found %v, must be more than 0: a difference that does not matter is none", d.asked.Smallest)
	}
	if err != nil {
		d.fault([]string{"decision", "smallest"}, "%s", err)
	}
	d.made.Smallest = x
}

// measure is a measure as decisions know it.
func measure(m *metric.Measure) decide.Measure {
	made := decide.Measure{ID: m.ID, More: m.Good == metric.More}
	if m.Kind == metric.Tail {
		made.Whole = m.Scale
	}
	return made
}

// known finds a measure.
func (d *declarer) known(id string, keys ...string) (*metric.Measure, bool) {
	m, ok := d.asked.measureBy(id)
	if !ok {
		ids := d.asked.measures()
		meant := "; there are " + strings.Join(ids, ", ")
		if near, found := tree.Nearest(id, ids); found {
			meant = fmt.Sprintf("; did you mean %q?", near)
		}
		d.fault(keys, "no measure %q%s", id, meant)
	}
	return m, ok
}

// percentile is a statistic such as p95.
var percentile = regexp.MustCompile(`^p([1-9][0-9]?(?:\.[0-9]+)?)$`)

const (
	mean   = "mean"
	median = "median"
)

func (d *declarer) guardrail(r *Rail) {
	keys := func(key string) []string { return []string{"guardrail", r.Name, key} }
	m, ok := d.known(r.Measure, keys("measure")...)
	if !ok {
		return
	}
	g := decide.Guardrail{Name: r.Name, Measure: measure(m), Least: r.Kind == atLeast || r.Kind == downAtMost,
		Change: r.Kind == upAtMost || r.Kind == downAtMost}
	switch found := percentile.FindStringSubmatch(r.Statistic); {
	case r.Statistic == median:
		g.Quantile = 0.5
	case found != nil:
		p, err := strconv.ParseFloat(found[1], 64)
		if err != nil {
			d.fault(keys("statistic"), "found %q, want mean, median or a percentile such as p95", r.Statistic)
		}
		g.Quantile = p / 100
	case r.Statistic != "" && r.Statistic != mean:
		d.fault(keys("statistic"), "found %q, want mean, median or a percentile such as p95", r.Statistic)
	}
	if g.Quantile > 0 && g.Measure.Whole > 0 {
		d.fault(keys("statistic"), "%s happens in a world or it does not; only its mean, the probability, can be limited", m.ID)
	}
	limit, err := amount(r.Limit, m)
	switch {
	case err != nil:
	case limit.OfBase && !g.Change:
		err = fmt.Errorf("found %q, but a level is not limited by a share of the base; write up-at-most or down-at-most", r.Limit)
	case g.Change && limit.Value < 0:
		err = fmt.Errorf("found %v, must be 0 or more; for the other direction write the other of up-at-most and down-at-most", r.Limit)
	}
	if err != nil {
		d.fault(keys(r.key), "%s", err)
	}
	g.Limit = limit
	d.made.Guardrails = append(d.made.Guardrails, g)
}

// sentence is a guardrail in one line.
var sentence = regexp.MustCompile(`^(\S+)(?: (mean|median|p\S+))? (up at most|down at most|at most|at least) (.+)$`)

// Sentence reads a guardrail such as "churn up at most 0.5" or "conduct_bill p95 at most EUR 5 million". Its name is the
// measure, or with a number behind it where others bear it already.
func Sentence(text string, others []Rail) (Rail, error) {
	parts := sentence.FindStringSubmatch(strings.Join(strings.Fields(text), " "))
	if parts == nil {
		return Rail{}, fmt.Errorf(`want a sentence such as "churn up at most 0.5" or "conduct_bill p95 at most EUR 5 million"`)
	}
	r := Rail{Name: parts[1], Measure: parts[1], Statistic: parts[2], Kind: parts[3], Limit: Amount(parts[4])}
	for n := 2; slices.ContainsFunc(others, func(o Rail) bool { return o.Name == r.Name }); n++ {
		r.Name = fmt.Sprintf("%s-%d", r.Measure, n)
	}
	r.key = strings.ReplaceAll(r.Kind, " ", "-")
	return r, nil
}

// Amount is what a word of the command line would be in a file: a number, or text.
func Amount(text string) any {
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return x
	}
	return text
}
