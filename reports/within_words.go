package reports

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"xsell/reports/document"
	"xsell/scenarios/results"
)

// Deeper writes for a terminal, in a sentence each, why designs differ and who gains and loses, of what stands within the
// results of a comparison in dir; nothing where nothing does.
func Deeper(w io.Writer, dir string, set *results.Set, t Terminal) error {
	m := &set.Manifest
	all, err := readWithin(dir, m)
	if err != nil {
		return err
	}
	lacking := m.Lacking(dir)
	if len(all)+len(lacking) == 0 {
		return nil
	}
	p, v := t.printer(w), newView(set)
	p.line("")
	p.say(strong, "WHY AND WHO")
	if rests := restWords(m, all); rests != "" {
		p.say(soft, rests)
	}
	for _, in := range all {
		if in.why != nil {
			p.say(asItIs, "Why: "+v.beside(in.why, in.name, in.why.most(in.name)))
			p.line("  more: xsell report " + filepath.Join(dir, in.whyAt)) // not broken, so that it can be copied
		}
		if in.who != nil {
			p.say(asItIs, "Who: "+in.who.brief(in.name))
			p.line("  more: xsell report " + filepath.Join(dir, in.whoAt))
		}
	}
	if len(lacking) > 0 {
		p.say(asItIs, fmt.Sprintf("Not made yet: %s; xsell resume %s goes on with it.", strings.Join(lacking, ", "), dir))
	}
	return p.out.Flush()
}

// restWords say on how much why and who rest beside the comparison; nothing where neither is there.
func restWords(m *results.Manifest, all []inner) string {
	var why, who string
	for _, in := range all {
		if in.why != nil && why == "" {
			why = "why is of " + livedWords(&in.why.set.Manifest)
		}
		if in.who != nil && who == "" {
			who = "who is of " + livedWords(&in.who.set.Manifest)
		}
	}
	said := strings.TrimPrefix(strings.TrimSuffix(why+"; "+who, "; "), "; ")
	if said == "" {
		return ""
	}
	return fmt.Sprintf("%s. What stands above is of %s.", capital(said), livedWords(m))
}

// livedWords are how many worlds were lived, and with how many customers.
func livedWords(m *results.Manifest) string {
	words := plural(m.Finished, "world")
	if size, ok := sizeOf(m.Scenarios[0].TOML); ok {
		words += " with " + plural(size.Run.Customers, "customer")
	}
	return words
}

// most says which lever does most, of those whose share is clear, to the difference in the first measure.
func (v *whyView) most(name string) string {
	if len(v.measures) == 0 {
		return "no measure was explained."
	}
	m := v.measures[0]
	sure := m.sure()
	if v.whole() && v.levers[0].Keys > 1 && !v.levers[0].Inert {
		return v.answer() + " Its changes are laid together, so none has a share of its own."
	}
	if len(sure) == 0 || v.whole() {
		return v.answer()
	}
	s, luck := sure[0], ""
	if found := m.found(); found == unclear || found == nothere {
		luck = ", which may be luck"
	}
	return fmt.Sprintf("%s changes %s by %s%s; the lever that does most is %s, %s.", name, lower(m.Title), byUnit(m.bracketed(m.difference, m.gap.Low, m.gap.High), m.Unit), luck,
		s.lever.Name, m.bracketed(s.shown, s.Low, s.High))
}

// brief says how many of either crowd are better and worse off.
func (v *whoView) brief(name string) string {
	var said []string
	for _, crowd := range []string{crowdCustomers, crowdSellers} {
		if s, there := v.shares[whoKey{crowd: crowd, outcome: overallOutcome}]; there {
			said = append(said, fmt.Sprintf("%s of %s are better off, %s worse%s", shareWords(s.Better), crowd, shareWords(s.Worse), v.unsure(s)))
		}
	}
	if len(said) == 0 {
		return v.sentence()
	}
	return fmt.Sprintf("under %s %s.", name, strings.Join(said, "; "))
}

// documentsWithin are what stands within the results of a comparison in dir, for other programs.
func documentsWithin(dir string, m *results.Manifest) (whys []document.Explain, whos []document.Twins, err error) {
	all, err := readWithin(dir, m)
	if err != nil {
		return nil, nil, err
	}
	for _, in := range all {
		if in.why != nil {
			whys = append(whys, WhyDocument(filepath.Join(dir, in.whyAt), in.why.why))
		}
		if in.who != nil {
			set, err := results.ReadTwins(filepath.Join(dir, in.whoAt)) // titles as they were written
			if err != nil {
				return nil, nil, err
			}
			whos = append(whos, TwinsDocument(filepath.Join(dir, in.whoAt), set))
		}
	}
	return whys, whos, nil
}
