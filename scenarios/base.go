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

	overlays []origin // laid over it and its bases, a later one over an earlier one
}

// maxBases bounds a chain of bases; links between folders could otherwise make an endless one of ever new paths.
const maxBases = 20

// link is a source in a chain of bases, as it is written.
type link struct {
	*origin
	layer *tree.Tree
}

// withBases returns the source laid over its base, that over its own base, and so on, each with its overlays on top.
// Without a tree a file cannot be read at all; with one there may be problems too.
func (o *origin) withBases() (*tree.Tree, tree.Problems) {
	chain, problems := o.chain()
	if len(problems) > 0 {
		return nil, problems
	}
	file := tree.FromMap(o.Name, nil)
	for _, from := range slices.Backward(chain) {
		file = file.Overlay(from.layer)
		for _, over := range from.overlays {
			laid, wrong := over.laidOver(file)
			if problems = append(problems, wrong...); laid == nil {
				return nil, problems
			}
			file = laid
		}
	}
	return file, problems
}

// chain reads a source, its base, that one's base and so on.
func (o *origin) chain() ([]link, tree.Problems) {
	var chain []link
	for from := o; from != nil; {
		layer, problems := tree.Parse(from.Source)
		if len(problems) > 0 {
			return nil, problems
		}
		chain = append(chain, link{from, layer})
		head, problems := headingOf(only(layer, "base", "overlay"))
		if len(problems) > 0 {
			return nil, problems
		}
		if head.Overlay {
			return nil, tree.Problems{layer.Problem([]string{"overlay"}, "an overlay is no scenario; lay it over one, as in silo+%s", from.Name)}
		}
		next, message := from.base(head.Base)
		if message == "" && next != nil {
			message = refusal(chain, next)
		}
		if message != "" {
			return nil, tree.Problems{layer.Problem([]string{"base"}, "%s%s", message, shown(chain, next))}
		}
		from = next
	}
	return chain, nil
}

// refusal says why a chain cannot go on with a base, "" if it can.
func refusal(chain []link, next *origin) string {
	for _, from := range chain {
		if from.id == next.id {
			return "a base must not lead back to itself"
		}
		for _, over := range from.overlays {
			if next.bears(over.id) {
				return fmt.Sprintf("the overlay %q is already laid over it", bare(over.Name))
			}
		}
	}
	if len(chain) > maxBases {
		return fmt.Sprintf("more than %d bases in a row", maxBases)
	}
	return ""
}

// shown writes a chain of more than one file.
func shown(chain []link, next *origin) string {
	var names []string
	for _, from := range chain {
		names = append(names, from.Name)
	}
	if next != nil {
		names = append(names, next.Name)
	}
	if len(names) < 2 {
		return ""
	}
	return " (" + strings.Join(names, " -> ") + ")"
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
