package scenarios

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

//go:embed library/*.toml library/overlays/*.toml
var library embed.FS

// shelf is a folder of the library.
type shelf struct {
	folder string
	kind   string // what stands on it
	other  string // what is meant when a name stands on the other shelf instead
}

var (
	scenarioShelf = shelf{"library", "scenario", "%q is an overlay and not a scenario; lay it over one, as in silo+%[1]s"}
	overlayShelf  = shelf{"library/overlays", "overlay", "%q is a scenario and not an overlay; name it first, as in %[1]s+low-skill"}
)

// opposite is the other shelf.
func (s shelf) opposite() shelf {
	if s == scenarioShelf {
		return overlayShelf
	}
	return scenarioShelf
}

// names returns the sorted names of what stands on a shelf.
func (s shelf) names() []string {
	files, err := fs.Glob(library, s.folder+"/*"+tomlEnd)
	if err != nil {
		panic("scenarios: the library cannot be listed: " + err.Error())
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(path.Base(file), tomlEnd)
	}
	slices.Sort(names)
	return names
}

// has says whether a name stands on a shelf.
func (s shelf) has(name string) bool { return slices.Contains(s.names(), name) }

// source returns the text of a name that stands on a shelf.
func (s shelf) source(name string) tree.Source {
	file := s.folder + "/" + name + tomlEnd
	text, err := library.ReadFile(file)
	if err != nil {
		panic("scenarios: a listed scenario cannot be read: " + err.Error())
	}
	return tree.Source{Name: file, Text: text}
}

// find returns what a name or a path stands for, or says why there is nothing.
func (s shelf) find(nameOrPath, dir string) (origin, string) {
	if !isPath(nameOrPath) {
		if !s.has(nameOrPath) {
			return origin{}, s.missing(nameOrPath)
		}
		return origin{Source: s.source(nameOrPath), id: nameOrPath, builtIn: true}, ""
	}
	path := located(nameOrPath, dir)
	text, message := read(path)
	if message != "" {
		return origin{}, message
	}
	id, err := filepath.Abs(path)
	if err != nil {
		return origin{}, fmt.Sprintf("the working directory is not known: %v", err)
	}
	return origin{Source: tree.Source{Name: path, Text: text}, id: id, dir: filepath.Dir(path)}, ""
}

// missing says that a name does not stand on a shelf, and which one may be meant.
func (s shelf) missing(name string) string {
	if s.opposite().has(name) {
		return fmt.Sprintf(s.other, name)
	}
	if isPath(name) {
		return fmt.Sprintf("%q is a file of your own; only what is built in stands here (xsell show %s --resolved prints what a run would use)", name, name)
	}
	message := fmt.Sprintf("no built-in %s %q", s.kind, name)
	if near := meant(name, s.names()); near != "" {
		return message + near
	}
	return message + "; there are " + strings.Join(s.names(), ", ") + "; a file is named by a path that ends in .toml"
}
