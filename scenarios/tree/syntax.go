package tree

import (
	"regexp"
	"strings"
)

// said turns what the library says of common slips into help.
var said = []struct {
	library *regexp.Regexp
	house   string
}{
	{regexp.MustCompile(`^expected value but found '(?:\\n|\\r)' instead$`), `a value is missing`},
	{regexp.MustCompile(`^expected value but found ["'](.*)["'] instead$`),
		`found $1 where a value belongs; text needs quotes, such as "13 weeks"`},
	{regexp.MustCompile(`^expected '\.' or '\]' to end table name, but got .* instead$`),
		`the closing ] of a table's name is missing`},
	{regexp.MustCompile(`^expected '\.' or '=', but got .* instead$`), `a key needs = and a value`},
	{regexp.MustCompile(`^expected a top-level item to end with a newline, comment, or EOF, but got '(.*)' instead$`),
		`found $1 behind a value; decimals have a point, text and numbers with a unit need quotes, such as "25 %"`},
	{regexp.MustCompile(`^Key '(.*)' (?:has already been defined|was already created as .*)\.$`), `$1 is set twice`},
}

// notTOML is the message of a problem of syntax, on one line.
func notTOML(message string) string {
	message = strings.Join(strings.Fields(message), " ")
	for _, row := range said {
		message = row.library.ReplaceAllString(message, row.house)
	}
	return "not TOML: " + message
}
