package odd

import (
	"fmt"
	"regexp"
	"strings"

	"xsell/docs"
	"xsell/scenarios"
)

// Section is the text that stands between the markers of a name.
type Section struct{ Name, Text string }

// Sections are the tables of a scenario and of the model.
func Sections(s *scenarios.Scenario) []Section {
	return append(scenarioTables(s),
		Section{"products", products(s.Spec.Products)},
		Section{"complements", complements(s.Spec.Products)},
		Section{"segments", segments(&s.Spec.Customers)},
		Section{"surroundings", surroundings(s.Spec)},
		Section{"constants", constants()},
		Section{"measures", measures()},
		Section{"counters", counters()},
		Section{"distributions", distributions()},
		Section{"identities", identities()},
	)
}

// Text is the description of the model for one scenario: the handwritten text with the scenario's tables.
func Text(s *scenarios.Scenario) (string, error) {
	made := Sections(s)
	for _, name := range sameForAll {
		text, err := between(docs.ODD, name)
		if err != nil {
			return "", err
		}
		made = append(made, Section{name, text})
	}
	return Fill(docs.ODD, made)
}

// sameForAll are sections that are made of the program's own source, which is not at hand when it runs.
var sameForAll = []string{"phases", "purposes"}

// between is what stands in a section of a text.
func between(text, name string) (string, error) {
	_, rest, found := strings.Cut(text, fmt.Sprintf("<!-- generated:%s -->\n", name))
	body, _, ended := strings.Cut(rest, fmt.Sprintf("<!-- /generated:%s -->", name))
	if !found || !ended {
		return "", fmt.Errorf("the description of the model has no section %q", name)
	}
	return body, nil
}

var opening = regexp.MustCompile(`(?m)^<!-- generated:([a-z-]+) -->$`)

// Fill puts every section between its markers. A marker without an end, or of an unknown name, is refused.
func Fill(text string, made []Section) (string, error) {
	known := map[string]string{}
	for _, s := range made {
		known[s.Name] = s.Text
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

// Table writes rows as Markdown.
func Table(head []string, rows [][]string) string {
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

// Code marks a word as one of a file or of the program.
func Code(word string) string { return "`" + word + "`" }
