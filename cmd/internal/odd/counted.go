package odd

import (
	"fmt"
	"strings"

	"xsell/sim"
	"xsell/sim/metric"
)

// measures lists what is measured with its formula in counters.
func measures() string {
	var out strings.Builder
	var rows [][]string
	group := ""
	head := []string{"measure", "title", "unit", "kind", "good", "definition", "from the counters"}
	flush := func() {
		if len(rows) > 0 {
			fmt.Fprintf(&out, "\n**%s**\n\n%s", group, Table(head, rows))
		}
		rows = nil
	}
	for i := range metric.Measures {
		m := &metric.Measures[i]
		if m.Group != group {
			flush()
			group = m.Group
		}
		rows = append(rows, []string{Code(m.ID), m.Title, m.Unit, string(m.Kind), string(m.Good), m.Definition, formula(m)})
	}
	flush()
	return out.String() + "\n"
}

// formula of a measure in the ids of its counters.
func formula(m *metric.Measure) string {
	text := joined(m.Num, " + ")
	if len(m.Minus) > 0 {
		text += " − " + joined(m.Minus, " − ")
	}
	if len(m.Den) > 0 {
		text = fmt.Sprintf("(%s) / (%s)", text, joined(m.Den, " + "))
	}
	switch {
	case m.Kind == metric.Tail:
		text = "1 if " + text + " > 0"
	case m.PerYear:
		text += " / years"
	}
	if m.Scale != 1 {
		text = number(m.Scale) + " × " + text
	}
	return text
}

func joined(counters []metric.Counter, sign string) string {
	var ids []string
	for _, c := range counters {
		ids = append(ids, metric.Items[c].ID)
	}
	return strings.Join(ids, sign)
}

// counters lists the items of the books.
func counters() string {
	var rows [][]string
	for _, item := range metric.Items {
		kind := "flow"
		if item.Stock {
			kind = "stock"
		}
		rows = append(rows, []string{Code(item.ID), item.Title, item.Unit, kind})
	}
	return Table([]string{"item", "what is counted", "unit", "kind"}, rows)
}

// distributions lists what is kept bar by bar.
func distributions() string {
	var rows [][]string
	for _, s := range metric.Shapes {
		bars := fmt.Sprintf("%d from %s, each %s wide", s.Bins, number(s.Low), number(s.Width))
		rows = append(rows, []string{Code(s.ID), s.Definition, s.XTitle, bars, s.YTitle})
	}
	return Table([]string{"distribution", "definition", "across", "bars", "height"}, rows)
}

// identities lists what must balance in every frame.
func identities() string {
	var rows [][]string
	for _, x := range sim.Identities {
		what := ""
		if len(x.Stock) > 0 {
			what = "change of " + joined(x.Stock, " + ")
		}
		rows = append(rows, []string{x.Name, what, joined(x.In, " + "), joined(x.Out, " + ")})
	}
	return Table([]string{"books", "what must equal", "what came in", "less what went out"}, rows)
}
