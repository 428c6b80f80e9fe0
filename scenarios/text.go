package scenarios

import (
	"path/filepath"

	"xsell/agents"
	"xsell/scenarios/tree"
)

// LoadTextWith is LoadText under other behavioural constants.
func LoadTextWith(name, text string, sets []string, mind *agents.Psychology) (*Scenario, error) {
	from := origin{Source: tree.Source{Name: name, Text: []byte(text)}, id: name, dir: filepath.Dir(name)}
	s, problems := from.load(sets, mind)
	if len(problems) > 0 {
		return nil, problems
	}
	return s, nil
}
