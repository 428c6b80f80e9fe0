package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"xsell/cmd/internal/odd"
	answers "xsell/reports/document"
	"xsell/scenarios"
)

// document is a file as it is and as it should be.
type document struct{ path, old, text string }

// texts are the documents with tables between markers, and those that show commands.
var texts = []string{"README.md", "docs/architecture.md", "docs/ODD.md", "docs/calibration.md", "docs/performance.md", "docs/json.md"}

// referenceHead stands above the manual of scenario files.
const referenceHead = `# Scenario files: every key

Written by ` + "`make docs`" + ` from the types in scenarios/spec.go; do not edit. A file sets only what it changes: "must be
set" is asked of the whole, base included. A word in angle brackets stands for a name you choose.

What is laid over something, an overlay, a dated change or ` + "`--set`" + `, may also speak of what is there:

| written | means |
|---|---|
| ` + "`[organisation.unit.\"*\"]`" + ` | every entry of the table; what is written for an entry by its name outranks it |
| ` + "`[pay.rule.\"*\".curve.\"*\"]`" + ` | every element of a list |
| ` + "`\"times 0.5\"`" + ` | half of the number that is there, in its unit; whole numbers are rounded |
| ` + "`\"at least 0.4\"`" + `, ` + "`\"at most 4 weeks\"`" + ` | the number that is there, unless it is less, or more |

A star passes over entries that do not set the key; under an entry's name, a number that is not set cannot be changed.

`

// documents returns every file the code has a say in.
func documents(root string) ([]document, error) {
	files, err := schemas()
	if err != nil {
		return nil, err
	}
	files = append(files, document{path: "docs/scenario-reference.md", text: referenceHead + scenarios.Reference()})
	for i := range files {
		if files[i].old, err = readIfThere(filepath.Join(root, files[i].path)); err != nil {
			return nil, err
		}
	}
	made, err := sections(root)
	if err != nil {
		return nil, err
	}
	for _, path := range texts {
		old, err := readIfThere(filepath.Join(root, path))
		if err != nil {
			return nil, err
		}
		text, err := odd.Fill(old, made)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		files = append(files, document{path, old, text})
	}
	for i := range files {
		files[i].path = filepath.Join(root, files[i].path)
	}
	return files, nil
}

// schemas are those of scenario files and of what --json prints.
func schemas() (files []document, err error) {
	schema, err := scenarios.Schema()
	files = append(files, document{path: "docs/schema/xsell.schema.json", text: string(schema)})
	for _, k := range answers.Kinds {
		schema, failure := k.Schema()
		err = errors.Join(err, failure)
		files = append(files, document{path: "docs/schema/" + k.File(), text: string(schema)})
	}
	return files, err
}

// readIfThere returns a file's text, nothing where there is no file.
func readIfThere(path string) (string, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(text), err
}

// write writes the documents that changed.
func write(files []document) error {
	for _, f := range files {
		if f.old == f.text {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(f.path), dirMode); err != nil {
			return err
		}
		if err := os.WriteFile(f.path, []byte(f.text), fileMode); err != nil {
			return err
		}
	}
	return nil
}
