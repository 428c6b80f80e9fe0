package calibrate

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"xsell/scenarios"
	"xsell/scenarios/tree"
)

// Files that Apply returns.
const (
	psychologyFile = "psychology.toml"
	baseFile       = "base.toml"
)

// Apply returns copies of the table of constants and of the base bank with the chosen values in the places of the old
// ones; all else, comments included, stays. It returns those of the two that change. A key that the base bank does not
// set is an error: it belongs to a scenario of its own.
func (r *Result) Apply() (map[string]string, error) {
	if r.Chosen == nil {
		return nil, errors.New("nothing was chosen that could be applied")
	}
	change, files := r.Plan.change(r.Chosen.Point), map[string]string{}
	if len(change.Mind) > 0 {
		text, err := withConstants(scenarios.PsychologyText(), change.Mind)
		if err != nil {
			return nil, err
		}
		files[psychologyFile] = text
	}
	if len(change.Set) > 0 {
		base, err := scenarios.Text("base")
		if err != nil {
			return nil, err
		}
		text, err := withKeys(base, change.Set)
		if err != nil {
			return nil, err
		}
		files[baseFile] = text
	}
	return files, nil
}

// withConstants writes constants into the text of their table.
func withConstants(text string, constants map[string]float64) (string, error) {
	parsed, problems := tree.Parse(tree.Source{Name: psychologyFile, Text: []byte(text)})
	if len(problems) > 0 {
		return "", problems
	}
	lines := strings.Split(text, "\n")
	for name, value := range constants {
		path, _ := tree.Path(name)
		if c, _ := constant(name); c.Value == value {
			continue
		}
		if err := replace(lines, parsed, append(path, "value"), plainNumber(value)); err != nil {
			return "", err
		}
	}
	return strings.Join(lines, "\n"), nil
}

// withKeys lays assignments over the text of a scenario and writes what they come to in the place of what was there.
func withKeys(text string, sets []string) (string, error) {
	parsed, problems := tree.Parse(tree.Source{Name: baseFile, Text: []byte(text)})
	if len(problems) > 0 {
		return "", problems
	}
	changed := parsed
	for _, assignment := range sets {
		over, problems := tree.Assignment(assignment)
		if len(problems) == 0 {
			changed, problems = changed.Lay(over, scenarios.Spec{})
		}
		if len(problems) > 0 {
			return "", problems
		}
	}
	lines := strings.Split(text, "\n")
	for _, c := range tree.Diff(parsed, changed) {
		path, ok := tree.Path(c.Path)
		if !ok || c.Old == "" {
			return "", fmt.Errorf("the base bank does not set %s; take the assignments of calibration.toml into a scenario of your own", c.Path)
		}
		if err := replace(lines, parsed, path, c.New); err != nil {
			return "", err
		}
	}
	return strings.Join(lines, "\n"), nil
}

// assignment is a line that sets a key to a text or a number, with what stands behind it.
var assignment = regexp.MustCompile(`^(\s*[^=]+=\s*)("[^"]*"|[^\s#,]+)(.*)$`)

// replace puts a value in the place of the one that stands at path.
func replace(lines []string, parsed *tree.Tree, path []string, value string) error {
	_, line, _ := parsed.Where(path...)
	if line < 1 || !assignment.MatchString(lines[line-1]) {
		return fmt.Errorf("%s does not stand on a line of its own and was not changed; set it to %s by hand", tree.Join(path), value)
	}
	parts := assignment.FindStringSubmatch(lines[line-1])
	lines[line-1] = parts[1] + value + parts[3]
	return nil
}
