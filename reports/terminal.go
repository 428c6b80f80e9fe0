package reports

import (
	"bufio"
	"io"
	"strings"

	"xsell/scenarios/results"
)

// Terminal is what the place that words are written to can show.
type Terminal struct {
	Width  int    // columns; 0: UsualWidth
	Height int    // lines; 0: of what does not scroll
	Colour bool   // escapes for colour are understood
	ASCII  bool   // there are no letters beyond ASCII
	Dir    string // where the results are, for commands to copy; empty: not told
}

// Widths of a terminal in columns.
const (
	UsualWidth  = 100 // of what is no terminal
	leastWidth  = 40  // less is not tried
	mostProse   = 110 // sentences are not longer, however wide the terminal
	twoColumns  = 96  // from here on a measure's name stands beside its numbers
	linesBelow  = 4   // lines of the command and its paths below what is written here
	indentation = "  "
)

func (t Terminal) width() int {
	if t.Width < 1 {
		return UsualWidth
	}
	return max(t.Width, leastWidth)
}

// style is how a text is painted: an ANSI code for text attributes, "" for as it is.
type style string

const (
	asItIs style = ""
	strong style = "1"
	soft   style = "2"
	green  style = "32"
	red    style = "31"
	cyan   style = "36"
)

// paint sets a text in a style.
func (t Terminal) paint(s style, text string) string {
	if !t.Colour || s == asItIs || strings.TrimSpace(text) == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// styleOf a class of the style sheet.
func styleOf(class string) style {
	switch class {
	case better.class:
		return green
	case worse.class:
		return red
	case differs.class:
		return cyan
	case unclear.class, equal.class:
		return soft
	}
	return asItIs
}

// plain is a text in the letters the terminal has.
func (t Terminal) plain(text string) string {
	if t.ASCII {
		return inASCII(text)
	}
	return text
}

// levels of a course over time.
func (t Terminal) levels() []rune {
	if t.ASCII {
		return plainBlocks
	}
	return blocks
}

// printer writes to a terminal.
type printer struct {
	Terminal
	out   *bufio.Writer
	lines int // written
}

func (t Terminal) printer(w io.Writer) *printer {
	return &printer{Terminal: t, out: bufio.NewWriter(w)}
}

// line writes a line as it is.
func (p *printer) line(text string) {
	text = strings.TrimRight(strings.ReplaceAll(text, "\u00a0", " "), " ")
	p.lines++
	p.out.WriteString(text + "\n") // an error stays in the writer until it is flushed
}

// say writes a text in a style, broken between words.
func (p *printer) say(s style, text string) {
	for _, line := range wrapColumns(p.plain(text), min(p.width(), mostProse)) {
		p.line(p.paint(s, line))
	}
}

// head writes the heading of a part.
func (p *printer) head(text string) {
	if p.lines > 0 {
		p.line("")
	}
	p.say(strong, strings.ToUpper(text))
}

// Whole writes all measures by groups.
func Whole(w io.Writer, set *results.Set, t Terminal) error {
	p := t.printer(w)
	if len(set.Manifest.Scenarios) == 0 {
		return p.out.Flush()
	}
	v := newView(set)
	v.blocks(p, v.grouped())
	v.legend(p, v.grouped())
	if !v.alone() {
		p.say(soft, v.manyMeasures())
	}
	p.line("")
	return p.out.Flush()
}

// Short writes the question, the answer, the decision if there was one, the measures that matter, what happened inside
// the run, and the whole in words.
func Short(w io.Writer, set *results.Set, t Terminal) error {
	p := t.printer(w)
	if len(set.Manifest.Scenarios) == 0 {
		p.line("No scenario was run.")
		return p.out.Flush()
	}
	v := newView(set)
	v.called = t.Dir
	p.say(strong, v.question())
	p.say(soft, v.setting())
	p.line("")
	p.say(strong, v.answer())
	v.sayDecision(p)
	v.saySelection(p)
	shown := []group{{"What matters", v.matter()}}
	v.blocks(p, shown)
	v.legend(p, shown)
	v.sayTrials(p)
	p.head("In words")
	for _, line := range v.words() {
		p.say(asItIs, line)
	}
	p.say(soft, v.caution())
	if p.Height > 0 && p.lines > p.Height-linesBelow {
		p.head("Answer") // the first lines are out of sight
		p.say(strong, v.answer())
	}
	return p.out.Flush()
}

// Verdicts writes the decision alone: what was declared, the verdicts and the guardrails.
func Verdicts(w io.Writer, set *results.Set, t Terminal) error {
	p := t.printer(w)
	newView(set).sayDecision(p)
	return p.out.Flush()
}

// matter are the measures of the decision, of its guardrails, and the headline ones.
func (v *view) matter() []results.Measure {
	var ids []string
	add := func(id string) {
		for _, known := range ids {
			if known == id {
				return
			}
		}
		ids = append(ids, id)
	}
	if x := v.set.Manifest.Selection; x != nil {
		add(x.Measure)
	}
	if d := v.set.Manifest.Decision; d != nil {
		add(d.Measure)
		for _, g := range d.Guards {
			add(g.Measure)
		}
	}
	for _, id := range headline {
		add(id)
	}
	return v.present(ids)
}
