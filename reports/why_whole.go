package reports

import (
	"fmt"
	"strings"

	"xsell/scenarios/results"
)

// whole says that all edits are one lever, so that there is nothing to share out.
func (v *whyView) whole() bool { return len(v.levers) == 1 }

// wholeWords say why a lone lever has no waterfall, and where else to look; nothing where there are more levers or none.
func (v *whyView) wholeWords() string {
	if !v.whole() {
		return ""
	}
	l := v.levers[0]
	parts := strings.Split(l.Name, " + ")
	said := ""
	switch {
	case l.Inert:
		return fmt.Sprintf("What %s changes (%s) changes nothing in any history.", v.to(), strings.Join(parts, ", "))
	case len(parts) > 1:
		said = fmt.Sprintf("All changes hang together (%s), so none has a share of its own: %s without one of them is no firm that could be run.",
			strings.Join(parts, ", "), v.to())
	case l.Keys == 1:
		said = fmt.Sprintf("%s changes one thing only (%s), so all of the difference is its.", v.to(), l.Name)
	case l.Note != "":
		said = fmt.Sprintf("All changes are of one kind (%s) and hang together, so none has a share of its own.", l.Name)
	default:
		said = fmt.Sprintf("All changes are of one kind (%s) and laid together, so none has a share of its own.", l.Name)
	}
	return said + " Cause by cause, the picture “What the difference in profit is made of” in a comparison’s report shows it."
}

// plainNotes are the notes on how levers were found, without what the checks of a scenario say word for word.
func (v *whyView) plainNotes() (lines []string) {
	for _, n := range v.why.Notes {
		if !n.Checked() {
			lines = append(lines, capital(n.Note)+".")
		}
	}
	return lines
}

// checks are what the checks of a scenario say of levers laid apart.
func (v *whyView) checks() (lines []string) {
	for _, n := range v.why.Notes {
		if n.Checked() {
			lines = append(lines, strings.TrimPrefix(n.Note, results.ChecksSay))
		}
	}
	return lines
}
