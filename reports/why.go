package reports

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// whyView is an explanation of why two designs differ, with what the pictures of measures also use: scenarios, key and
// origin.
type whyView struct {
	*view
	why      *results.ExplainSet
	levers   []whyLever
	measures []whyMeasure // in the order asked
	number   int          // of the other design on the page, for its colour
}

// whyLever is a lever with its edits in few words.
type whyLever struct {
	Number int
	Name   string
	Inert  bool
	Note   string
	Keys   int // how many it changes
	Edits  []edit
}

// whyMeasure is a measure with its difference and shares, rounded so that what is shown adds up.
type whyMeasure struct {
	results.Measure
	gap                     results.Gap
	decimals                int
	base, difference, other float64 // as shown: other is base and difference
	shares                  []whyShare
}

// whyShare is what a lever has of a difference. A measure's shares stand in order of size.
type whyShare struct {
	results.Share
	lever   whyLever
	shown   float64 // rounded; all of a measure add up to its difference as shown
	verdict verdict
}

func newWhyView(set *results.ExplainSet) *whyView {
	v := &whyView{view: newView(&results.Set{Manifest: set.Manifest, Dictionary: set.Dictionary}), why: set, number: len(set.Manifest.Scenarios) - 1}
	for _, row := range set.Levers {
		if n := len(v.levers); n == 0 || v.levers[n-1].Number != row.Number {
			v.levers = append(v.levers, whyLever{Number: row.Number, Name: row.Name, Inert: row.Inert, Note: row.Note})
		}
		l := &v.levers[len(v.levers)-1]
		l.Edits, l.Keys = append(l.Edits, editOf(row)), l.Keys+1
	}
	for i := range v.levers {
		v.levers[i].Edits = gathered(v.levers[i].Edits)
	}
	for _, gap := range set.Differences {
		v.measures = append(v.measures, v.measured(gap))
	}
	return v
}

// editOf is a row of a lever as pages and terminals show it: texts without their quotes.
func editOf(row results.Lever) edit {
	e := edit{Kind: changed, Key: row.Key, From: unquoted(row.From), To: unquoted(row.To)}
	switch {
	case row.From == "":
		e.Kind = added
	case row.To == "":
		e.Kind = removed
	}
	e.Sign = signs[e.Kind]
	return e
}

func unquoted(value string) string {
	if text, err := strconv.Unquote(value); err == nil {
		return text
	}
	return value
}

// measured gathers what the set says of a measure.
func (v *whyView) measured(gap results.Gap) whyMeasure {
	known, _ := v.why.Measure(gap.Measure)
	m := whyMeasure{Measure: known, gap: gap}
	var parts []float64
	for _, row := range v.why.Shares {
		if row.Measure == gap.Measure {
			s := whyShare{Share: row, lever: v.lever(row.Lever), verdict: judgeShare(row, known.Good)}
			if s.unseen() {
				s.verdict = unclear
			}
			m.shares = append(m.shares, s)
			parts = append(parts, row.Share)
		}
	}
	m.decimals = m.digits()
	step := math.Pow(10, float64(-m.decimals))
	shown, difference := stats.AddUp(parts, gap.Difference, step)
	for i := range m.shares {
		m.shares[i].shown = shown[i]
	}
	m.difference, m.base = difference, math.Round(gap.Base/step)*step
	m.other = m.base + m.difference
	if gap.Worlds == 0 {
		m.shares = nil
	}
	slices.SortStableFunc(m.shares, func(a, b whyShare) int { return cmp.Compare(math.Abs(b.Share.Share), math.Abs(a.Share.Share)) })
	return m
}

// digits is how many decimals the numbers of a measure have: as many as the sharpest share deserves, but at most one more
// than the difference.
func (m whyMeasure) digits() int {
	g := m.gap
	of := digitsFor(g.Difference, g.Low, g.High)
	sharpest := of
	for _, s := range m.shares {
		if s.High > s.Low {
			sharpest = max(sharpest, digitsFor(s.Share.Share, s.Low, s.High))
		}
	}
	if !(g.High > g.Low) {
		return sharpest
	}
	return min(sharpest, of+1)
}

// unseen says that a lever changes histories and yet was 0 in every world: others may show what it does.
func (s whyShare) unseen() bool { return s.Share.Share == 0 && !(s.High > s.Low) && !s.lever.Inert }

// judgeShare is judge for a share. That of a lever that changes no history is no difference at all.
func judgeShare(s results.Share, good string) verdict {
	return judge(results.Row{Difference: s.Share, DifferenceLow: s.Low, DifferenceHigh: s.High, Words: wordsOf(s.Words, s.Trust)}, good)
}

func (v *whyView) lever(name string) whyLever {
	for _, l := range v.levers {
		if l.Name == name {
			return l
		}
	}
	return whyLever{Name: name}
}

// from and to are the names of the two designs.
func (v *whyView) from() string { return v.base() }

func (v *whyView) to() string { return v.scenarios[len(v.scenarios)-1].Name }

// readWhy reads the explanation in dir.
func readWhy(dir string) (*whyView, error) {
	set, err := results.ReadExplain(dir)
	if err != nil {
		return nil, err
	}
	if len(set.Manifest.Scenarios) == 0 {
		return nil, fmt.Errorf("%s: the manifest names no design: nothing to report", dir)
	}
	return newWhyView(set), nil
}

// whyPictures draws the waterfalls as PNG files.
func whyPictures(dir string) error {
	v, err := readWhy(dir)
	if err != nil {
		return err
	}
	return writeImages(filepath.Join(dir, "plots"), v.view, v.figures())
}

// RenderWhy reads the explanation in dir and writes dir/plots/*.svg and dir/report.html. Drawing again replaces what was
// drawn before.
func RenderWhy(dir string) error {
	v, err := readWhy(dir)
	if err != nil {
		return err
	}
	return renderAt(filepath.Join(dir, "report.html"), v.view, v.figures(), v.whyPage)
}

// figures are a waterfall for each measure, each drawn for pages and for telephones.
func (v *whyView) figures() []figure {
	narrow := *v
	narrow.view = v.forTelephone()
	var all []figure
	for i := range v.measures {
		f := v.waterfall(v.measures[i])
		if f.missing == "" {
			small := narrow.waterfall(v.measures[i])
			small.width, f.narrow = narrowWidth, &small
		}
		all = append(all, f)
	}
	return all
}
