package tree

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// Overlay returns the tree with another laid over it: tables merge key by key,
// everything else, lists included, is replaced. Each key remembers the source
// that set it last.
func (t *Tree) Overlay(over *Tree) *Tree {
	return &Tree{root: merge(t.root, over.root)}
}

// merge lays one node over another.
func merge(base, over *node) *node {
	if over.kind != table || over.opaque {
		return over
	}
	merged := *over
	if base.kind != table {
		merged.opaque = true
		return &merged
	}
	merged.opaque = base.opaque
	merged.at = tablePlace(base.at, over.at)
	merged.table = maps.Clone(base.table)
	if merged.table == nil {
		merged.table = map[string]*node{}
	}
	for key, child := range over.table {
		if below, exists := base.table[key]; exists {
			child = merge(below, child)
		}
		merged.table[key] = child
	}
	return &merged
}

// tablePlace keeps a table at the last file that has it: a value set on the
// command line does not move the tables around it away from their lines.
func tablePlace(base, over place) place {
	if over.line == 0 && base.file != "" {
		return base
	}
	return over
}

// setName is the file name of what was set on the command line.
const setName = "--set"

// Set lays one assignment over the tree; see Assignment.
func (t *Tree) Set(assignment string) (*Tree, Problems) {
	over, problems := Assignment(assignment)
	if len(problems) > 0 {
		return nil, problems
	}
	return t.Overlay(over), nil
}

// Assignment returns the overlay that sets one key, such as
// organisation.handoff.leads.delay=2 weeks. Keys with dots or spaces are
// quoted as in TOML. The value is read as TOML where it is TOML, and as text
// otherwise, so that quotes around text may be left out.
func Assignment(assignment string) (*Tree, Problems) {
	path, value, message := splitAssignment(assignment)
	if message != "" {
		return nil, Problems{{File: setName, Message: message}}
	}
	var over any = setValue(value)
	for i := len(path) - 1; i >= 0; i-- {
		over = map[string]any{path[i]: over}
	}
	source := func([]string) place { return place{file: setName} }
	return &Tree{root: grow(over, nil, source)}, nil
}

// splitAssignment cuts at the first "=" that has a key path before it, so that
// a quoted key may hold one.
func splitAssignment(assignment string) (path []string, value, message string) {
	const example = "write it like organisation.handoff.leads.delay=2 weeks"
	if unreadable([]byte(assignment)) != "" || !strings.Contains(assignment, "=") {
		return nil, "", fmt.Sprintf("found %s, %s", strconv.Quote(assignment), example)
	}
	parts := strings.SplitN(assignment, "=", maxDepth)
	for i := 1; i < len(parts); i++ {
		key := strings.Join(parts[:i], "=")
		path, ok := Path(key) // the star for every entry needs no quotes here
		if !ok {
			continue
		}
		value = strings.TrimSpace(strings.Join(parts[i:], "="))
		if value == "" {
			return nil, "", fmt.Sprintf(`%s has no value; write %s="" for an empty text`, Join(path), Join(path))
		}
		return path, value, ""
	}
	return nil, "", fmt.Sprintf("%s is not a key path, %s", strconv.Quote(parts[0]), example)
}

// Path reads a dotted key as it stands before the "=" of an assignment, stars included, and says whether it is one.
func Path(key string) ([]string, bool) {
	if path, ok := keyPath(key); ok {
		return path, true
	}
	return keyPath(strings.ReplaceAll(key, ".*", `."*"`))
}

// keyPath reads a dotted key.
func keyPath(text string) ([]string, bool) {
	values, problem := decode([]byte(text + " = 0"))
	var path []string
	for problem == nil && len(values) == 1 {
		for key, value := range values {
			path = append(path, key)
			if number, ok := value.(int64); ok {
				return path, number == 0
			}
			values, _ = value.(map[string]any)
		}
	}
	return nil, false
}

// setValue reads a value as TOML, or as text where it is none.
func setValue(text string) any {
	read, problem := build(setName, []byte("value = "+text))
	if problem != nil || len(read.root.table) != 1 {
		return text
	}
	return read.root.table["value"].plain()
}
