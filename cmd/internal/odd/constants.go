package odd

import (
	"fmt"
	"strconv"
	"strings"

	"xsell/scenarios"
)

// constants is the table of psychology, a heading for each group.
func constants() string {
	var out strings.Builder
	var rows [][]string
	group := ""
	head := []string{"constant", "value", "unit", "range", "meaning", "source"}
	flush := func() {
		if len(rows) > 0 {
			fmt.Fprintf(&out, "\n**%s**\n\n%s", group, Table(head, rows))
		}
		rows = nil
	}
	for _, c := range scenarios.PsychologyTable() {
		name, _, _ := strings.Cut(c.Path, ".")
		if name != group {
			flush()
			group = name
		}
		span := number(c.Low) + " to " + number(c.High)
		rows = append(rows, []string{Code(c.Path), number(c.Value), c.Unit, span, c.Doc, c.Source})
	}
	flush()
	return out.String() + "\n"
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
