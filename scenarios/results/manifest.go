package results

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

const manifestFile = "manifest.toml"

// manifestForm is the manifest as it stands in the file: the outer fields take
// the place of the inner ones of the same meaning.
type manifestForm struct {
	Seed string `toml:"seed"`
	Manifest
	Scenarios []scenarioForm `toml:"scenario"`
}

type scenarioForm struct {
	Scenario
	TOML block `toml:"toml"`
}

// block is a string written over several lines, so that a scenario inside the
// manifest reads as it does in its own file.
type block string

// MarshalTOML writes a literal block, or an ordinary string where the text holds
// what a literal block cannot.
func (b block) MarshalTOML() ([]byte, error) {
	if s := string(b); fitsLiteral(s) {
		return []byte("'''\n" + s + "'''"), nil
	}
	line, err := toml.Marshal(map[string]string{"x": string(b)})
	return bytes.TrimSpace(bytes.TrimPrefix(line, []byte("x = "))), err
}

func fitsLiteral(s string) bool {
	control := func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }
	return !strings.Contains(s, "'''") && !strings.HasSuffix(s, "'") && strings.IndexFunc(s, control) < 0
}

// encodeManifest returns the manifest as TOML.
func encodeManifest(m Manifest) (file, error) {
	form := manifestForm{Seed: strconv.FormatUint(m.Seed, 10), Manifest: m}
	for _, s := range m.Scenarios {
		form.Scenarios = append(form.Scenarios, scenarioForm{s, block(s.TOML)})
	}
	var buffer bytes.Buffer
	encoder := toml.NewEncoder(&buffer)
	encoder.Indent = ""
	if err := encoder.Encode(form); err != nil {
		return file{}, fmt.Errorf("the manifest cannot be written as TOML: %w", err)
	}
	return file{manifestFile, buffer.Bytes()}, nil
}

// Holds says whether a directory holds results of any kind.
func Holds(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, manifestFile))
	return err == nil
}

// readManifest reads the manifest of a directory and refuses keys it does not
// know: they would be the mark of another version of the tool.
func readManifest(dir string) (Manifest, error) {
	path := filepath.Join(dir, manifestFile)
	data, err := os.ReadFile(path)
	if _, missing := os.Stat(dir); errors.Is(missing, fs.ErrNotExist) {
		return Manifest{}, fmt.Errorf("there is no directory %s", dir)
	}
	if err != nil {
		return Manifest{}, fmt.Errorf("%s is not a results directory: cannot read %s: %w", dir, manifestFile, plain(err))
	}
	return decodeManifest(path, data)
}

// decodeManifest reads a manifest that stands at path. It may be anybody's, so control characters are dropped from its
// texts, but for those of whole scenarios, which are to be read again as they were.
func decodeManifest(path string, data []byte) (Manifest, error) {
	var form manifestForm
	meta, err := toml.Decode(string(data), &form)
	if err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Manifest{}, fmt.Errorf("%s: unknown key %q: not written by this version of the tool", path, unknown[0])
	}
	m, err := form.manifest(path)
	whole := make([]string, len(m.Scenarios))
	for i := range m.Scenarios {
		whole[i] = m.Scenarios[i].TOML
	}
	disarm(reflect.ValueOf(&m))
	for i := range whole {
		m.Scenarios[i].TOML = whole[i]
	}
	return m, err
}

// manifest is the inverse of what encodeManifest does before encoding.
func (form manifestForm) manifest(path string) (Manifest, error) {
	seed, err := strconv.ParseUint(form.Seed, 10, 64)
	if err != nil {
		return Manifest{}, fmt.Errorf("%s: seed: %q is not a whole number from 0 to 2^64-1", path, form.Seed)
	}
	m := form.Manifest
	m.Seed = seed
	for _, s := range form.Scenarios {
		s.Scenario.TOML = string(s.TOML)
		m.Scenarios = append(m.Scenarios, s.Scenario)
	}
	return m, nil
}
