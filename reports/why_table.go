package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"xsell/scenarios/results"
)

// Widths of the terminal's lines and of names in them [letters].
const (
	whyWidth = 100
	whyNames = 44
)

// Why writes an explanation for a terminal: the answer, a table for each measure, and what the levers are.
func Why(w io.Writer, set *results.ExplainSet) error {
	out := bufio.NewWriter(w)
	if len(set.Manifest.Scenarios) == 0 {
		fmt.Fprintln(out, "No design was lived.")
		return out.Flush()
	}
	v := newWhyView(set)
	fmt.Fprintln(out, v.question())
	fmt.Fprintln(out)
	for _, m := range v.measures {
		say(out, v.sentence(m))
	}
	for _, m := range v.measures {
		if len(m.shares) > 0 && m.gap.Worlds > 0 {
			fmt.Fprintln(out)
			v.printShares(out, m)
		}
	}
	v.printLevers(out)
	fmt.Fprintln(out)
	for _, line := range v.footWords() {
		say(out, line)
	}
	return out.Flush()
}

// say writes a sentence, broken into lines; all but the first stand in.
func say(out io.Writer, text string) {
	for i, line := range wrapped(text, whyWidth-2) {
		if i > 0 {
			line = "  " + line
		}
		fmt.Fprintln(out, line)
	}
}

// printShares writes the table of a measure.
func (v *whyView) printShares(out io.Writer, m whyMeasure) {
	title := strings.ToUpper(m.Title)
	if m.Unit != "" {
		title += ", " + m.Unit
	}
	fmt.Fprintln(out, title+towards(m.Measure))
	rows := [][]string{{"", "", "share", "", "alone", "last"}, {v.from(), " ", number(m.base, m.decimals), "", "", ""}}
	for _, s := range m.shares {
		rows = append(rows, []string{fitEnd(s.lever.Name, whyNames), s.verdict.mark, m.signed(s.shown), strings.TrimSpace(m.ends(s.Low, s.High)), m.signed(s.Alone), m.signed(s.Last)})
	}
	alone, last := m.sums()
	rows = append(rows, []string{"in all", " ", m.signed(m.difference), strings.TrimSpace(m.ends(m.gap.Low, m.gap.High)), m.signed(alone), m.signed(last)},
		[]string{v.to(), " ", number(m.other, m.decimals), "", "", ""})
	printColumns(out, rows, []bool{false, false, true, false, true, true})
}

// printColumns writes rows as columns, to the right where that is said.
func printColumns(out io.Writer, rows [][]string, right []bool) {
	widths := make([]int, len(right))
	for _, row := range rows {
		for c, text := range row {
			widths[c] = max(widths[c], utf8.RuneCountInString(text))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for c, text := range row {
			pad := strings.Repeat(" ", widths[c]-utf8.RuneCountInString(text))
			if right[c] {
				text = pad + text
			} else {
				text += pad
			}
			line.WriteString(text + " ")
			if c > 0 {
				line.WriteString(" ")
			}
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
	}
}

// printLevers writes what the levers are.
func (v *whyView) printLevers(out io.Writer) {
	if len(v.levers) == 0 {
		return
	}
	fmt.Fprintln(out, "\nTHE LEVERS")
	for _, l := range v.levers {
		head := l.Name
		if l.Inert {
			head += " (changes nothing in any history)"
		}
		fmt.Fprintln(out, head)
		for _, e := range l.Edits {
			for i, line := range wrapped(e.words(), whyWidth-6) {
				indent := "  "
				if i > 0 {
					indent = "      "
				}
				fmt.Fprintln(out, indent+line)
			}
		}
	}
}

// words say an edit in a line.
func (e edit) words() string {
	text := fmt.Sprintf("%s %s: ", e.Sign, e.Key)
	switch e.Kind {
	case added:
		text += e.To
	case removed:
		text += e.From
	default:
		text += e.From + " → " + e.To
	}
	if e.Where != "" {
		text += " (" + e.Where + ")"
	}
	return text
}

// footWords say how to read the numbers.
func (v *whyView) footWords() []string {
	lines := []string{v.setting()}
	if len(v.levers) > 0 {
		lines = append(lines, howToReadShares)
	}
	for _, l := range v.levers {
		if l.Note != "" {
			lines = append(lines, fmt.Sprintf("One lever: %s, because %s.", l.Name, strings.TrimSuffix(l.Note, ".")))
		}
	}
	for _, n := range v.why.Notes {
		lines = append(lines, capital(n.Note)+".")
	}
	return append(lines, v.doubts()...)
}

// howToReadShares stands below tables and pictures.
const howToReadShares = "Share: what a lever adds, on average over all orders in which the levers can be laid; shares add up to the " +
	"difference, as shown too. Brackets: 95 % intervals that hold for all levers of a measure at once; those of \"in all\" by itself. " +
	"Alone: what the lever changes by itself; last: what it adds to all others. ▲ better, ▼ worse, ◆ different, · not to be told from nothing, = exactly nothing."

// doubts say where numbers rest on little.
func (v *whyView) doubts() (lines []string) {
	for _, m := range v.measures {
		if m.gap.Dropped > 0 {
			lines = append(lines, fmt.Sprintf("%s is undefined for some design in %s, which are left out of it.", m.Title, plural(m.gap.Dropped, "world")))
		}
	}
	if v.set.Manifest.Finished < 2 {
		lines = append(lines, "One world is one possible history: without more of them, luck cannot be told from effect.")
	}
	return lines
}

// capital begins a sentence.
func capital(text string) string {
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// fitEnd cuts a name from the left: the end of a key says which value it is.
func fitEnd(name string, letters int) string {
	runes := []rune(name)
	if len(runes) <= letters {
		return name
	}
	return "…" + string(runes[len(runes)-letters+1:])
}

// sized is the size of a run as a scenario states it.
type sized struct {
	Run struct{ Customers, Markets, Sellers int }
}

func sizeOf(text string) (sized, bool) {
	var size sized
	_, err := toml.Decode(text, &size)
	return size, err == nil && size.Run.Customers > 0
}
