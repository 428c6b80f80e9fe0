package document

// DecidedSchema is the version of Decided.
const DecidedSchema = "xsell-decide/1"

// Decided is the answer of decide.
type Decided struct {
	Schema   string    `json:"schema" jsonschema:"enum=xsell-decide/1"`
	Decision *Decision `json:"decision"`
}

// Decision is what was to be decided, and how it came out.
type Decision struct {
	Measure    string      `json:"measure" doc:"id of the measure designs are compared in"`
	Better     string      `json:"better" jsonschema:"enum=more,enum=less"`
	Smallest   Number      `json:"smallest" doc:"smallest difference that matters, in the unit of the measure; null where none was named, and then there are no verdicts"`
	Declared   string      `json:"declared" doc:"all of it in words"`
	Confidence Number      `json:"confidence" doc:"that all verdicts and guardrails hold, from 0 to 1"`
	Budget     int         `json:"budget" doc:"most worlds; 0: none was named"`
	Looks      []int       `json:"looks" doc:"worlds at which outcomes were to be judged"`
	Look       int         `json:"look" doc:"which of them this is, from 1"`
	Settled    bool        `json:"settled" doc:"whether nothing that counts is undecided"`
	Worlds     int         `json:"worlds" doc:"used"`
	Dropped    int         `json:"dropped" doc:"worlds left out because the measure was undefined in some scenario"`
	Method     string      `json:"method" doc:"of the intervals"`
	Verdicts   []Verdict   `json:"verdicts" doc:"every pair in both orders"`
	Standings  []Standing  `json:"standings" doc:"every scenario against the best of the others"`
	Guardrails []Guardrail `json:"guardrails" doc:"every guardrail of every scenario"`
	Notes      []string    `json:"notes" doc:"what it comes to, in words"`
}

// Verdict is one scenario against another.
type Verdict struct {
	Scenario   string `json:"scenario"`
	Against    string `json:"against"`
	Difference Number `json:"difference" doc:"scenario less against"`
	Low        Number `json:"low" doc:"lower end of its interval; those of all pairs hold at once"`
	High       Number `json:"high" doc:"upper end of it"`
	Seen       Number `json:"seen" doc:"half of the interval: a smaller difference could hardly have been seen"`
	Seen80     Number `json:"seen_80" doc:"the true difference that would be told from none with a probability of 80 %; null where the interval is stretched for a long tail, as it is another to either side"`
	Verdict    string `json:"verdict" jsonschema:"enum=better,enum=worse,enum=practically the same,enum=breaks a guardrail,enum=undecided,enum=none" doc:"none without a smallest difference that matters"`
	Note       string `json:"note" doc:"what the verdict leaves out"`
	More       Number `json:"more_replications" doc:"about how many more worlds an undecided pair needs; null where nobody knows"`
}

// Standing is a scenario against the best of the others.
type Standing struct {
	Scenario     string `json:"scenario"`
	Mean         Number `json:"mean"`
	Low          Number `json:"low" doc:"lower end of the interval of its mean less the best mean of the others, positive being better"`
	High         Number `json:"high" doc:"upper end of it"`
	PossiblyBest bool   `json:"possibly_best" doc:"cannot be ruled out as the best, whatever the guardrails say"`
	Contender    bool   `json:"contender" doc:"breaks no guardrail, and no other such scenario is better"`
}

// Guardrail is one guardrail of one scenario.
type Guardrail struct {
	Guardrail string `json:"guardrail" doc:"its name"`
	Scenario  string `json:"scenario"`
	Measure   string `json:"measure"`
	Statistic string `json:"statistic" doc:"mean over worlds, or a percentile of them"`
	Kind      string `json:"kind" jsonschema:"enum=at most,enum=at least,enum=up at most,enum=down at most"`
	Limit     Number `json:"limit" doc:"in the unit of the measure; a fall has a minus"`
	Value     Number `json:"value" doc:"level, or change from the base"`
	Low       Number `json:"low" doc:"lower limit of the value; null: none"`
	High      Number `json:"high" doc:"upper limit of the value; null: none"`
	Verdict   string `json:"verdict" jsonschema:"enum=kept,enum=broken,enum=undecided"`
	More      Number `json:"more_replications" doc:"about how many more worlds would decide it; null where nobody knows"`
	Worlds    int    `json:"worlds" doc:"used"`
	Dropped   int    `json:"dropped" doc:"worlds left out because the measure was undefined in some scenario"`
	Note      string `json:"note" doc:"why it is undecided though its limits say kept or broken; else empty"`
}
