package main

import (
	"fmt"
	"regexp"
	"strings"
)

// section is the text that stands between the markers of a name.
type section struct{ name, text string }

// sections makes all of them; those that come from comments are read from the source below root.
func sections(root string) ([]section, error) {
	phases, err := phases(root)
	if err != nil {
		return nil, err
	}
	bank, err := bankTables()
	if err != nil {
		return nil, err
	}
	return append(bank,
		section{"phases", phases},
		section{"week", week()},
		section{"constants", constants()},
		section{"measures", measures()},
		section{"counters", counters()},
		section{"distributions", distributions()},
		section{"identities", identities()},
		section{"library", library()},
		section{"overlays", overlays()},
	), nil
}

var opening = regexp.MustCompile(`(?m)^<!-- generated:([a-z-]+) -->$`)

// fill puts every section between its markers. A marker without an end, or of an unknown name, is refused.
func fill(text string, made []section) (string, error) {
	known := map[string]string{}
	for _, s := range made {
		known[s.name] = s.text
	}
	var out strings.Builder
	for {
		at := opening.FindStringSubmatchIndex(text)
		if at == nil {
			out.WriteString(text)
			return out.String(), nil
		}
		name := text[at[2]:at[3]]
		body, found := known[name]
		if !found {
			return "", fmt.Errorf("there is no generated section %q", name)
		}
		end := fmt.Sprintf("<!-- /generated:%s -->", name)
		stop := strings.Index(text, end)
		if stop < at[1] {
			return "", fmt.Errorf("the section %q has no end; write %s", name, end)
		}
		out.WriteString(text[:at[1]] + "\n" + body + end)
		text = text[stop+len(end):]
	}
}

// table writes rows as Markdown.
func table(head []string, rows [][]string) string {
	var out strings.Builder
	line := func(cells []string) {
		for _, cell := range cells {
			out.WriteString("| " + strings.ReplaceAll(cell, "|", `\|`) + " ")
		}
		out.WriteString("|\n")
	}
	line(head)
	out.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	for _, row := range rows {
		line(row)
	}
	return out.String()
}

// code marks a word as one of a file or of the program.
func code(word string) string { return "`" + word + "`" }
