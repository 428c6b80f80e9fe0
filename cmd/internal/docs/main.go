// Command docs keeps the documents true: it writes the tables that stand between
// markers, the manual of scenario files and its schema from the code, and runs the
// commands that a document shows and puts their output below them; those that take
// long only when asked. It must never hold a figure of its own.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	root := flag.String("root", ".", "directory of the module")
	check := flag.Bool("check", false, "write nothing; fail if a table is not up to date")
	how := runs{progress: os.Stderr}
	flag.BoolVar(&how.simulate, "run", false, "also run the commands that simulate many histories")
	flag.BoolVar(&how.measure, "measure", false, "also run the commands that measure this machine")
	flag.StringVar(&how.only, "only", "", "replay the commands of this document alone")
	flag.Parse()
	if err := refresh(*root, *check, how); err != nil {
		fmt.Fprintln(os.Stderr, "docs:", err)
		os.Exit(1)
	}
}

// refresh brings all documents up to date, or says which are not.
func refresh(root string, check bool, how runs) error {
	files, err := documents(root)
	if err != nil {
		return err
	}
	if check {
		return staleness(files)
	}
	if err := write(files); err != nil {
		return err
	}
	return replay(root, how)
}

// staleness names every document whose tables are not up to date.
func staleness(files []document) error {
	var stale []string
	for _, f := range files {
		if f.old != f.text {
			stale = append(stale, f.path)
		}
	}
	if len(stale) == 0 {
		return nil
	}
	return fmt.Errorf("not up to date: %s; run make docs", strings.Join(stale, ", "))
}

const fileMode, dirMode = 0o644, 0o755
