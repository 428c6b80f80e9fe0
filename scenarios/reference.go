package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// joint stands between a scenario and the overlays laid over it: silo+low-skill.
const joint = "+"

// find returns a scenario with the overlays its reference names, or says why there is none. Paths are relative to dir.
func find(reference, dir string) (origin, string) {
	names := parts(reference, dir)
	from, message := scenarioShelf.find(names[0], dir)
	if message != "" {
		return origin{}, message
	}
	for _, name := range names[1:] {
		over, message := overlayShelf.find(name, dir)
		if message != "" {
			return origin{}, message
		}
		if from.bears(over.id) {
			return origin{}, fmt.Sprintf("the overlay %q is named twice", name)
		}
		from.overlays = append(from.overlays, over)
	}
	return from, ""
}

// parts splits a reference into the scenario and its overlays. Where the name of a file holds a + itself, the longest
// path that is there is meant.
func parts(reference, dir string) []string {
	pieces := strings.Split(reference, joint)
	var names []string
	for len(pieces) > 0 {
		n := 1
		for end := len(pieces); end > 1; end-- {
			if isThere(strings.Join(pieces[:end], joint), dir) {
				n = end
				break
			}
		}
		names = append(names, strings.Join(pieces[:n], joint))
		pieces = pieces[n:]
	}
	return names
}

// isThere says whether a name is the path of a file.
func isThere(name, dir string) bool {
	if !isPath(name) {
		return false
	}
	info, err := os.Stat(located(name, dir))
	return err == nil && info.Mode().IsRegular()
}

// located is a path relative to dir.
func located(path, dir string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

// bears says whether an overlay is laid over a scenario.
func (o *origin) bears(id string) bool {
	return slices.ContainsFunc(o.overlays, func(over origin) bool { return over.id == id })
}

// name of a scenario and its overlays without paths and endings.
func (o *origin) name() string {
	names := []string{bare(o.Name)}
	for _, over := range o.overlays {
		names = append(names, bare(over.Name))
	}
	return strings.Join(names, joint)
}

// source is where a scenario and its overlays come from: built in, or what each is named by, for people and for commands.
func (o *origin) source() string {
	if o.builtIn && !slices.ContainsFunc(o.overlays, func(over origin) bool { return !over.builtIn }) {
		return builtInSource
	}
	names := []string{o.reference()}
	for _, over := range o.overlays {
		names = append(names, over.reference())
	}
	return strings.Join(names, " "+joint+" ")
}

// reference names one file so that find finds it again: what is built in by its name, anything else by a path.
func (o *origin) reference() string {
	switch {
	case o.builtIn:
		return o.id
	case !isPath(o.Name): // a file without an ending, in the working directory
		return "." + string(filepath.Separator) + o.Name
	}
	return o.Name
}
