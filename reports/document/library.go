package document

// Versions of the documents about scenarios, repetitions and errors.
const (
	LibrarySchema  = "xsell-list/1"
	ScenarioSchema = "xsell-scenario/1"
	CheckSchema    = "xsell-check/1"
	RerunSchema    = "xsell-rerun/1"
	ErrorSchema    = "xsell-error/1"
)

// Library is the answer of list.
type Library struct {
	Schema    string  `json:"schema" jsonschema:"enum=xsell-list/1"`
	Scenarios []Entry `json:"scenarios"`
	Overlays  []Entry `json:"overlays" doc:"to lay over any scenario, as in silo+low-skill"`
}

// Entry is one built-in scenario or overlay.
type Entry struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Summary  string `json:"summary"`
	Base     string `json:"base" doc:"the scenario it changes; empty: none"`
	Runnable bool   `json:"runnable" doc:"whether it can be run by itself"`
}

// Text is the answer of show.
type Text struct {
	Schema   string   `json:"schema" jsonschema:"enum=xsell-scenario/1"`
	Name     string   `json:"name"`
	Resolved bool     `json:"resolved" doc:"whether bases and assignments are laid over, so that the text stands alone"`
	Sets     []string `json:"sets" doc:"assignments laid over it"`
	TOML     string   `json:"toml"`
}

// Check is the answer of check where no file has a mistake; else it is an Error.
type Check struct {
	Schema string   `json:"schema" jsonschema:"enum=xsell-check/1"`
	Files  []string `json:"files" doc:"all of them are sound"`
}

// Rerun is the answer of rerun.
type Rerun struct {
	Schema    string        `json:"schema" jsonschema:"enum=xsell-rerun/1"`
	Verdict   string        `json:"verdict" jsonschema:"enum=identical,enum=different" doc:"of all that was repeated"`
	Of        string        `json:"of" doc:"the page or directory"`
	There     string        `json:"tool_version_there" doc:"version of xsell that made it"`
	Here      string        `json:"tool_version_here"`
	Worlds    int           `json:"worlds" doc:"repeated"`
	Recorded  int           `json:"worlds_there"`
	Compared  int           `json:"worlds_compared" doc:"repeated, and with outcomes there: a page of very many worlds carries those of the first ones"`
	Numbers   int           `json:"numbers" doc:"compared"`
	Differs   int           `json:"numbers_different"`
	Missing   int           `json:"measures_missing" doc:"that are there and not here"`
	First     *FirstOdds    `json:"first_difference" jsonschema:"nullable" doc:"null where there is none"`
	Histories string        `json:"histories" jsonschema:"enum=identical,enum=different,enum=not compared" doc:"whether all whole numbers behind the measures are the same, by their hash; not compared where only some worlds were repeated"`
	Tables    string        `json:"tables" jsonschema:"enum=identical,enum=different,enum=not compared" doc:"whether all tables are the same to the last byte, by their hash; not compared where only some worlds were repeated"`
	Within    []RerunWithin `json:"within" doc:"of what stands within the results of a comparison, by --why and --who; each has worlds of its own"`
	Notes     []string      `json:"notes"`
}

// RerunWithin is how one result came out that stands within those of a comparison.
type RerunWithin struct {
	At      string `json:"at" doc:"its place within the results, such as why/silo-against-interlock"`
	Verdict string `json:"verdict" jsonschema:"enum=identical,enum=different,enum=not repeated,enum=not there" doc:"whether all tables are the same to the last byte; not repeated where only some worlds were asked for; not there where it was asked for and never made, which is no difference"`
}

// Verdicts of what stands within results, beside identical and different.
const (
	NotRepeated = "not repeated"
	NotThere    = "not there"
)

// FirstOdds is the first number that is another.
type FirstOdds struct {
	Scenario string `json:"scenario"`
	World    int    `json:"replication"`
	Measure  string `json:"measure"`
	There    Number `json:"there"`
	Here     Number `json:"here"`
}

// Error is what any command says that was given --json and could not do what was asked.
type Error struct {
	Schema   string    `json:"schema" jsonschema:"enum=xsell-error/1"`
	Code     int       `json:"exit_code" doc:"of the program"`
	Problems []Problem `json:"problems" doc:"all that is wrong"`
}

// Problem is one mistake.
type Problem struct {
	Message string `json:"message"`
	File    string `json:"file" doc:"empty where it is in no file"`
	Line    int    `json:"line" doc:"from 1; 0 where it is unknown"`
	Column  int    `json:"column" doc:"from 1; 0 where it is unknown"`
	Key     string `json:"key" doc:"of the scenario or comparison file; empty for none"`
}
