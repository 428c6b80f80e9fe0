package results

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/BurntSushi/toml"
)

// Fact is a published figure beside what the model gives.
type Fact struct {
	ID         string
	Role       string  // CAL: the model was set to it; CHK: it was not; BOUND: what is plausible
	Value      float64 // NaN where it is not defined
	Low        float64 // ends of the 95 % interval over worlds
	High       float64
	TargetLow  float64 // NaN: open
	TargetHigh float64 // NaN: open
	Verdict    string  // met, missed or undefined
}

// FactEntry says what a fact is and how it was measured.
type FactEntry struct {
	ID          string
	Title       string // what is measured
	Unit        string
	Text        string // the claim in a sentence
	Source      string
	Explanation string // why the model does not meet it
	Firms       string // that were lived
	Expression  string // over what they did
	Worlds      int
	Interval    string // inside the band, overlaps its edge, or outside; empty where there is none
}

// Law is a shape beside what the model gives, with its mechanism on and off.
type Law struct {
	Law      string // its number, or its id where it has none
	Scenario string
	Value    float64 // NaN where it is not defined
	Low      float64 // ends of the 95 % interval over worlds
	High     float64
	Holds    bool
	ValueOff float64
	LowOff   float64
	HighOff  float64
}

var factsTable = table[Fact]{"facts.csv", []column[Fact]{
	text("id", func(f *Fact) *string { return &f.ID }),
	text("role", func(f *Fact) *string { return &f.Role }),
	number("value", func(f *Fact) *float64 { return &f.Value }),
	number("low", func(f *Fact) *float64 { return &f.Low }),
	number("high", func(f *Fact) *float64 { return &f.High }),
	number("target_low", func(f *Fact) *float64 { return &f.TargetLow }),
	number("target_high", func(f *Fact) *float64 { return &f.TargetHigh }),
	text("verdict", func(f *Fact) *string { return &f.Verdict }),
}}

var factEntriesTable = table[FactEntry]{"facts_dictionary.csv", []column[FactEntry]{
	text("id", func(f *FactEntry) *string { return &f.ID }),
	text("title", func(f *FactEntry) *string { return &f.Title }),
	text("unit", func(f *FactEntry) *string { return &f.Unit }),
	text("text", func(f *FactEntry) *string { return &f.Text }),
	text("source", func(f *FactEntry) *string { return &f.Source }),
	text("explanation", func(f *FactEntry) *string { return &f.Explanation }),
	text("firms", func(f *FactEntry) *string { return &f.Firms }),
	text("expression", func(f *FactEntry) *string { return &f.Expression }),
	whole("worlds", func(f *FactEntry) *int { return &f.Worlds }),
	text("interval", func(f *FactEntry) *string { return &f.Interval }),
}}

var lawsTable = table[Law]{"laws.csv", []column[Law]{
	text("law", func(l *Law) *string { return &l.Law }),
	text("scenario", func(l *Law) *string { return &l.Scenario }),
	number("value", func(l *Law) *float64 { return &l.Value }),
	number("low", func(l *Law) *float64 { return &l.Low }),
	number("high", func(l *Law) *float64 { return &l.High }),
	{"holds", func(l *Law) string { return strconv.FormatBool(l.Holds) },
		func(l *Law, cell string) (err error) { l.Holds, err = strconv.ParseBool(cell); return err }},
	number("value_off", func(l *Law) *float64 { return &l.ValueOff }),
	number("low_off", func(l *Law) *float64 { return &l.LowOff }),
	number("high_off", func(l *Law) *float64 { return &l.HighOff }),
}}

// FactsCSV returns facts as the table facts.csv.
func FactsCSV(facts []Fact) []byte { return encode(factsTable, facts).bytes }

// LawsCSV returns laws as a table of the same kind.
func LawsCSV(laws []Law) []byte { return encode(lawsTable, laws).bytes }

// FactSet is everything that looking at facts leaves on disk.
type FactSet struct {
	Manifest FactManifest
	Facts    []Fact
	Entries  []FactEntry // in the same order
}

// FactManifest says how the facts were looked at. It carries no time of day.
type FactManifest struct {
	Tool        string   `toml:"tool_version"`
	Command     []string `toml:"command"`      // the command line as argv words, so that it can be repeated
	Seed        string   `toml:"seed"`         // as text: TOML's whole numbers end at 2^63
	ResultsHash string   `toml:"results_hash"` // sha256 over the tables; set by WriteFacts, checked by ReadFacts
}

func (s *FactSet) encodeTables() []file {
	return []file{encode(factsTable, s.Facts), encode(factEntriesTable, s.Entries)}
}

// WriteFacts puts facts into dir as Write does a set, and fills in the manifest's ResultsHash.
func WriteFacts(dir string, set *FactSet) error {
	if err := Check(dir); err != nil {
		return err
	}
	tables := set.encodeTables()
	set.Manifest.ResultsHash = hashFiles(tables)
	manifest, err := toml.Marshal(set.Manifest)
	if err != nil {
		return fmt.Errorf("the manifest cannot be written as TOML: %w", err)
	}
	if err := writeWhole(dir, append(tables, file{manifestFile, manifest}), nil); err != nil {
		return fmt.Errorf("cannot write facts to %s: %w", dir, err)
	}
	return nil
}

// HoldsFacts says whether a directory holds facts and not results of a run.
func HoldsFacts(dir string) bool { return holds(dir, factsTable.file) }

// ReadFacts returns the facts in dir exactly as they were written. It fails when a file is missing, damaged or was
// changed afterwards.
func ReadFacts(dir string) (*FactSet, error) {
	set := new(FactSet)
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return nil, fmt.Errorf("%s holds no facts: cannot read %s: %w", dir, manifestFile, plain(err))
	}
	if err := toml.Unmarshal(data, &set.Manifest); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, manifestFile), err)
	}
	if err := errors.Join(readInto(&set.Facts, dir, factsTable), readInto(&set.Entries, dir, factEntriesTable)); err != nil {
		return nil, err
	}
	if hash := hashFiles(set.encodeTables()); hash != set.Manifest.ResultsHash || len(set.Facts) != len(set.Entries) {
		return nil, fmt.Errorf("the tables in %s do not match the results_hash of their manifest: a file was changed after the run", dir)
	}
	return set, nil
}
