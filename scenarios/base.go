package scenarios

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

// origin is a source and where its base is looked for.
type origin struct {
	tree.Source
	id      string // the same for two ways to one source
	dir     string // folder to which a base's path is relative; "" is the working directory
	builtIn bool
}

// maxBases bounds a chain of bases; links between folders could otherwise make an endless one of ever new paths.
const maxBases = 20

// withBases returns the source laid over its base, that over its own base, and so on.
func (o *origin) withBases() (*tree.Tree, tree.Problems) {
	var layers []*tree.Tree
	chain := []string{o.Name}
	met := []string{o.id}
	for from := o; from != nil; {
		layer, problems := tree.Parse(from.Source)
		if len(problems) > 0 {
			return nil, problems
		}
		layers = append(layers, layer)
		head, problems := headingOf(only(layer, "base"))
		if len(problems) > 0 {
			return nil, problems
		}
		next, message := from.base(head.Base)
		if next != nil {
			chain = append(chain, next.Name)
			if slices.Contains(met, next.id) {
				message = "a base must not lead back to itself"
			} else if len(met) > maxBases {
				message = fmt.Sprintf("more than %d bases in a row", maxBases)
			}
			met = append(met, next.id)
		}
		if message != "" {
			return nil, tree.Problems{layer.Problem([]string{"base"}, "%s%s", message, shown(chain))}
		}
		from = next
	}
	return stacked(layers), nil
}

// stacked lays the first layer over the second, both over the third, and so on.
func stacked(layers []*tree.Tree) *tree.Tree {
	file := layers[len(layers)-1]
	for i := len(layers) - 2; i >= 0; i-- {
		file = file.Overlay(layers[i])
	}
	return file
}

// shown writes a chain of more than one file.
func shown(chain []string) string {
	if len(chain) < 2 {
		return ""
	}
	return " (" + strings.Join(chain, " -> ") + ")"
}

// base returns the origin of a base, nil without one.
func (o *origin) base(name string) (*origin, string) {
	if name == "" {
		return nil, ""
	}
	next, message := find(name, o.dir)
	if message != "" {
		return nil, message
	}
	return &next, ""
}

// find returns a built-in scenario or a file, or says why there is none.
func find(nameOrPath, dir string) (origin, string) {
	if !isPath(nameOrPath) {
		if !slices.Contains(Names(), nameOrPath) {
			return origin{}, noBuiltIn(nameOrPath)
		}
		return origin{Source: builtIn(nameOrPath), id: nameOrPath, builtIn: true}, ""
	}
	path := filepath.FromSlash(nameOrPath)
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
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

// isPath tells a path from the name of a built-in scenario.
func isPath(name string) bool {
	return strings.HasSuffix(name, tomlEnd) || strings.ContainsAny(name, `/\`)
}

// read returns the contents of a plain file of bearable size, or says what is wrong with it.
func read(path string) ([]byte, string) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Sprintf("there is no file %q%s", path, nearFile(path))
	case err != nil:
		return nil, fmt.Sprintf("the file %q cannot be looked at: %v", path, err)
	case !info.Mode().IsRegular():
		return nil, fmt.Sprintf("%q is not a plain file", path)
	case info.Size() > tree.MaxSize:
		return nil, fmt.Sprintf("the file %q has %d MiB, the limit is %d MiB", path, info.Size()>>20, tree.MaxSize>>20)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Sprintf("the file %q cannot be opened: %v", path, err)
	}
	text, err := io.ReadAll(io.LimitReader(file, tree.MaxSize+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Sprintf("the file %q cannot be read: %v", path, err)
	}
	return text, ""
}

// nearFile suggests a file of a similar name in the same folder.
func nearFile(path string) string {
	beside, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"+tomlEnd))
	if err != nil {
		return "" // a folder whose name is a broken pattern; there is only no suggestion
	}
	names := make([]string, len(beside)) // alone: a long folder's name would make all of them look alike
	for i, file := range beside {
		names[i] = bare(file)
	}
	if near, ok := tree.Nearest(bare(path), names); ok {
		return fmt.Sprintf("; did you mean %q?", filepath.Join(filepath.Dir(path), near+tomlEnd))
	}
	return ""
}
