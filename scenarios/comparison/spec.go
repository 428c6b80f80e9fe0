package comparison

import "xsell/scenarios/words"

// file is a comparison as it is written.
type file struct {
	Comparison comparisonSpec           `toml:"comparison" required:"true" doc:"what is compared"`
	Decision   *decisionSpec            `toml:"decision" doc:"what is to be decided; without it differences are shown and nothing is judged"`
	Guardrails map[string]guardrailSpec `toml:"guardrail" doc:"what no design may do, by names of your choice"`
}

// comparisonSpec says what is run.
type comparisonSpec struct {
	Title        string       `toml:"title" doc:"the question, in a few words"`
	Scenarios    []string     `toml:"scenarios" required:"true" doc:"built-in scenarios or files beside this one, with overlays after a +; the first is the base"`
	Replications *words.Count `toml:"replications" range:"1..1000000" doc:"worlds; 30 if it is left out. With more than one look the budget takes its place"`
	Seed         *words.Count `toml:"seed" range:"0.." doc:"where luck starts; 20260101 if it is left out"`
	Weeks        *words.Weeks `toml:"weeks" range:"1.." doc:"measured after the warm-up; as the scenarios say if it is left out"`
	Set          []string     `toml:"set" doc:"assignments laid over every scenario, such as run.customers=5000"`
	Why          bool         `toml:"why" doc:"also say why each design differs from the base, as explain does"`
	Who          bool         `toml:"who" doc:"also follow the same persons in the base and each design, as twins does"`
}

// decisionSpec says what counts.
type decisionSpec struct {
	Measure    string       `toml:"measure" required:"true" doc:"id of the measure in which designs are compared, such as profit_per_customer"`
	Better     string       `toml:"better" enum:"more|less" doc:"which way is good, for measures that are neither good nor bad in themselves"`
	Smallest   any          `toml:"smallest" doc:"smallest difference that matters: a number in the unit of the measure, \"EUR 5 a year\", or \"2 % of the base\"; without it there are no verdicts"`
	Confidence *words.Share `toml:"confidence" range:"0.5..1" doc:"that all verdicts hold; 95 % if it is left out"`
	Budget     *words.Count `toml:"budget" range:"1..1000000" doc:"most worlds"`
	Looks      *words.Count `toml:"looks" range:"1..20" doc:"how often to judge on the way to the budget; 1 if it is left out"`
	Until      []string     `toml:"until" doc:"worlds are added until all of these hold: \"half-width = 0.02\" of all differences of the measure, \"churn half-width = 0.1\" of another, \"half-width = 2 % of the base\"; the budget ends it"`
}

// guardrailSpec is one guardrail; exactly one of the four limits.
type guardrailSpec struct {
	Measure    string `toml:"measure" required:"true" doc:"id of the measure"`
	Statistic  string `toml:"statistic" doc:"mean, median or a percentile over worlds such as p95; mean if it is left out"`
	AtMost     any    `toml:"at-most" doc:"largest value"`
	AtLeast    any    `toml:"at-least" doc:"least value"`
	UpAtMost   any    `toml:"up-at-most" doc:"largest rise against the base"`
	DownAtMost any    `toml:"down-at-most" doc:"largest fall against the base"`
}

// Kinds of limits, as they are said.
const (
	atMost     = "at most"
	atLeast    = "at least"
	upAtMost   = "up at most"
	downAtMost = "down at most"
)

// limit returns the kind of the only limit that is set, its key and its value; with none or more than one kind is "".
func (g guardrailSpec) limit() (kind, key string, value any) {
	for _, l := range []struct {
		kind, key string
		value     any
	}{
		{atMost, "at-most", g.AtMost}, {atLeast, "at-least", g.AtLeast},
		{upAtMost, "up-at-most", g.UpAtMost}, {downAtMost, "down-at-most", g.DownAtMost},
	} {
		switch {
		case l.value == nil:
		case kind != "":
			return "", "", nil
		default:
			kind, key, value = l.kind, l.key, l.value
		}
	}
	return kind, key, value
}
