package results

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"unicode"
)

// Kinds of results that may stand within those of a comparison, of every design against the base. Each is a directory that
// holds a complete result of its own for every design.
const (
	Why = "why" // explain
	Who = "who" // twins
)

// AllWithin are the kinds, in the order in which a reader asks.
var AllWithin = []string{Why, Who}

// Within is where results of a kind on the n-th design against the base stand within those of a comparison.
func (m *Manifest) Within(kind string, n int) string {
	taken := make(map[string]bool)
	name := ""
	for _, s := range m.Scenarios[1 : n+1] {
		plain := plainName(m.Scenarios[0].Name) + "-against-" + plainName(s.Name)
		name = plain
		for number := 2; taken[strings.ToLower(name)]; number++ { // some file systems tell no case apart
			name = fmt.Sprintf("%s-%d", plain, number)
		}
		taken[strings.ToLower(name)] = true
	}
	return filepath.Join(kind, name)
}

const longestPlain = 60 // letters of a design's name in the name of a directory

// plainName is a name with what any file system allows.
func plainName(name string) string {
	plain := []rune(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, name))
	return string(plain[:min(len(plain), longestPlain)])
}

// Lacking are the places of results that were to stand within those in dir and do not.
func (m *Manifest) Lacking(dir string) (places []string) {
	for _, kind := range m.Deeper {
		for n := 1; n < len(m.Scenarios); n++ {
			if at := m.Within(kind, n); !Holds(filepath.Join(dir, at)) {
				places = append(places, at)
			}
		}
	}
	return places
}

// WithinOf are the manifests, as texts by the paths of their files, of what stands within the results in dir.
func WithinOf(dir string, m *Manifest) (map[string]string, error) {
	texts := make(map[string]string)
	for _, kind := range AllWithin {
		for n := 1; n < len(m.Scenarios); n++ {
			path := filepath.Join(m.Within(kind, n), manifestFile)
			text, err := os.ReadFile(filepath.Join(dir, path))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, err
			}
			texts[filepath.ToSlash(path)] = string(text)
		}
	}
	return texts, nil
}

// WithinManifest reads one of these texts; there is none where it is nil. where is named in errors.
func (s *Set) WithinManifest(where, kind string, n int) (*Manifest, error) {
	path := filepath.ToSlash(filepath.Join(s.Manifest.Within(kind, n), manifestFile))
	text, there := s.Manifests[path]
	if !there {
		return nil, nil
	}
	m, err := decodeManifest(where+": "+path, []byte(text))
	disarm(reflect.ValueOf(&m))
	return &m, err
}
