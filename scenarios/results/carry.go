package results

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

// Carry returns what it takes to repeat results and to compare with them, as texts by the names of their files: the
// manifest, the outcomes, and the tables made of them that a reader sees. Of very many worlds only the first are carried,
// so many that there are at most most outcomes.
func (s *Set) Carry(most int) (map[string]string, error) {
	whole := s.Manifest
	whole.Grown = nil // in how many steps results came about is nothing to be repeated
	manifest, err := encodeManifest(whole)
	if err != nil {
		return nil, err
	}
	files := append([]file{manifest, encode(outcomesTable, s.firstOutcomes(most)), encode(summaryTable, s.Summary)}, s.decisionFiles()...)
	texts := make(map[string]string)
	for _, f := range files {
		texts[f.name] = string(f.bytes)
	}
	maps.Copy(texts, s.Manifests)
	return texts, nil
}

// firstOutcomes are the outcomes of as many worlds as there is room for, at least of one.
func (s *Set) firstOutcomes(most int) (kept []Outcome) {
	worlds := s.Manifest.Finished
	if len(s.Outcomes) <= most || worlds < 1 {
		return s.Outcomes
	}
	worlds = max(most/(len(s.Outcomes)/worlds), 1)
	seen := make(map[int]bool)
	for _, o := range s.Outcomes {
		if !seen[o.Replication] && len(seen) < worlds {
			seen[o.Replication] = true
		}
		if seen[o.Replication] {
			kept = append(kept, o)
		}
	}
	return kept
}

// Carried is the inverse of Carry: a set of the tables that were carried. where is named in errors. They may be anybody's, so
// control characters are dropped from all texts, scenarios too.
func Carried(where string, texts map[string]string) (*Set, error) {
	manifest, err := decodeManifest(where+": "+manifestFile, []byte(texts[manifestFile]))
	if err != nil {
		return nil, err
	}
	disarm(reflect.ValueOf(&manifest))
	s := &Set{Manifest: manifest, Manifests: maps.Clone(texts)}
	maps.DeleteFunc(s.Manifests, func(path, _ string) bool { return !strings.HasSuffix(path, "/"+manifestFile) })
	if s.Outcomes, err = carriedTable(where, texts, outcomesTable); err != nil {
		return nil, err
	}
	if s.Summary, err = carriedTable(where, texts, summaryTable); err != nil || manifest.Decision == nil {
		return s, err
	}
	if s.Verdicts, err = carriedTable(where, texts, verdictsTable); err != nil {
		return nil, err
	}
	if s.Standings, err = carriedTable(where, texts, standingsTable); err != nil {
		return nil, err
	}
	s.Guards, err = carriedTable(where, texts, guardsTable)
	return s, err
}

func carriedTable[T any](where string, texts map[string]string, t table[T]) ([]T, error) {
	text, carried := texts[t.file]
	if !carried {
		return nil, fmt.Errorf("%s: %s is missing", where, t.file)
	}
	rows, err := decode(t, []byte(Harmless(text)))
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", where, t.file, err)
	}
	return rows, nil
}

// CommandOf is the command line that made the results in dir, of whatever kind they are; nothing where no manifest says.
func CommandOf(dir string) []string {
	var manifest struct {
		Command []string `toml:"command"`
	}
	text, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil || toml.Unmarshal(text, &manifest) != nil {
		return nil
	}
	return manifest.Command
}
