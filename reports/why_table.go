package reports

import (
	"fmt"
	"io"
	"strings"

	"github.com/BurntSushi/toml"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// Why writes an explanation for a terminal: the answer, a table for each measure, and what the levers are.
func Why(w io.Writer, set *results.ExplainSet, t Terminal) error {
	p := t.printer(w)
	if len(set.Manifest.Scenarios) == 0 {
		p.line("No design was lived.")
		return p.out.Flush()
	}
	v := newWhyView(set)
	p.say(strong, v.question())
	p.say(soft, v.setting())
	for i, m := range v.measures {
		p.line("")
		s := asItIs
		if i == 0 {
			s = strong
		}
		p.say(s, v.sentence(m))
	}
	if text := v.wholeWords(); text != "" {
		p.line("")
		p.say(asItIs, text)
	}
	for _, m := range v.measures {
		if len(m.shares) > 0 && !v.whole() {
			p.head(withComma(m.Title, m.Unit))
			p.write(v.shareSheet(m))
		}
	}
	v.sayLevers(p)
	p.line("")
	for _, line := range v.howWords() {
		p.say(soft, line)
	}
	if p.Height > 0 && p.lines > p.Height-linesBelow && len(v.measures) > 0 {
		p.head("Answer") // the first lines are out of sight
		p.say(strong, v.answer())
	}
	return p.out.Flush()
}

// shareSheet is the table of a measure: from one design to the other.
func (v *whyView) shareSheet(m whyMeasure) *sheet {
	g := &sheet{wraps: []int{0}, right: []bool{false, true, false, true, true}, spare: []int{2}}
	g.head("", "share"+towards(m.Measure), "[95 %]", "alone", "last")
	level := func(name string, x float64) {
		g.rows = append(g.rows, []piece{{name, strong}, {number(x, m.decimals), strong}, {"", soft}, {"", soft}, {"", soft}})
	}
	row := func(name string, found verdict, share float64, ends, alone, last string) {
		s := styleOf(found.class)
		g.rows = append(g.rows, []piece{{name, asItIs}, {found.mark + " " + m.signed(share), s}, {strings.TrimSpace(ends), s},
			{alone, soft}, {last, soft}})
	}
	level(v.from(), m.base)
	for _, s := range m.shares {
		row(s.lever.Name, s.verdict, s.shown, m.seen(s), m.brief(s.alone(), s.lever.Inert), m.brief(s.last(), s.lever.Inert))
	}
	alone, last := m.sums()
	row("in all", m.found(), m.difference, m.ends(m.gap.Low, m.gap.High)+doubt(results.Row{Trust: m.gap.Trust}), m.signed(alone), m.signed(last))
	level(v.to(), m.other)
	return g
}

// sayLevers writes what the levers are.
func (v *whyView) sayLevers(p *printer) {
	if len(v.levers) == 0 {
		return
	}
	p.head("The levers")
	for _, l := range v.levers {
		head := l.Name
		if l.Inert {
			head += " (changes nothing in any history)"
		}
		p.say(strong, head)
		for _, e := range l.Edits {
			indent := indentation
			for _, line := range wrapColumns(p.plain(e.words()), min(p.width(), mostProse)-3*len(indentation)) {
				p.line(indent + line)
				indent = strings.Repeat(indentation, 3)
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

// footWords say why there is one lever only, or how to read the numbers.
func (v *whyView) footWords() []string {
	if text := v.wholeWords(); text != "" {
		return append([]string{text}, v.howWords()...)
	}
	return v.howWords()
}

// howWords say how to read the numbers.
func (v *whyView) howWords() (lines []string) {
	if len(v.levers) > 1 {
		lines = append(lines, howToReadShares)
	}
	return append(append(lines, v.leverWords()...), v.doubts()...)
}

// leverWords say how the levers were found.
func (v *whyView) leverWords() (lines []string) {
	for _, l := range v.levers {
		if l.Note != "" {
			lines = append(lines, fmt.Sprintf("One lever: %s, because %s.", l.Name, strings.TrimSuffix(l.Note, ".")))
		}
	}
	return append(lines, v.plainNotes()...)
}

// howToReadShares stands below tables and pictures.
const howToReadShares = "Share: what a lever adds, on average over all orders in which the levers can be laid; shares add up to the " +
	"difference, as shown too. Brackets: 95 % intervals that hold for all levers of a measure at once, each column by itself; those of \"in all\" by itself. " +
	"Alone: what the lever changes by itself; last: what it adds to all others. ▲ better, ▼ worse, ◆ different, · not to be told from nothing, = exactly nothing."

// doubts say where numbers rest on little.
func (v *whyView) doubts() (lines []string) {
	for _, m := range v.measures {
		if m.gap.Dropped > 0 {
			lines = append(lines, fmt.Sprintf("%s is undefined for some design in %s, which are left out of it.", m.Title, plural(m.gap.Dropped, "world")))
		}
	}
	if n := v.set.Manifest.Finished; len(v.why.Orders) > 0 && n > 1 && n < stats.LeastAlong {
		lines = append(lines, fmt.Sprintf("%s with orders drawn for each are few: the intervals are too narrow, and all shares of a measure hold at once "+
			"in some 80 %% of cases instead of 95 %%. Take --replications %d or more.", plural(n, "world"), stats.LeastAlong))
	}
	if v.fewDecide() {
		lines = append(lines, "? a few worlds decide it: the interval is too narrow, and more or less is said only where nearly all of them point the same way.")
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

// sized is the size of a run as a scenario states it.
type sized struct {
	Run struct{ Customers, Markets, Sellers int }
}

func sizeOf(text string) (sized, bool) {
	var size sized
	_, err := toml.Decode(text, &size)
	return size, err == nil && size.Run.Customers > 0
}
