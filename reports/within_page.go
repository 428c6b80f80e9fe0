package reports

import (
	"fmt"
	"path/filepath"
	"slices"

	"xsell/scenarios/results"
)

// innerWhy is a design's part of the question why.
type innerWhy struct {
	ID, Name, Base, Answer, Setting string
	Whole                           string // why there is one lever only
	Doubts                          []string
	First                           whyPart
	Others                          []whyPart
	Diff, Page                      string // where its edits and its own page are
}

// innerWho is a design's part of the question who.
type innerWho struct {
	ID, Name, Base, Answer, Setting string
	Turned, Counts                  string
	Heads                           []head
	Said                            []string
	Figures                         []pageFigure
	Stories                         []whoStory
	Page                            string
}

// whys are the explanations of all designs that have one.
func (v *view) whys() (list []innerWhy, err error) {
	for _, in := range v.within {
		if in.why == nil {
			continue
		}
		x, id := in.why, fmt.Sprintf("why-%d", in.n)
		parts, err := x.whyParts(moved(x.figures(), id, in.whyAt))
		if err != nil {
			return nil, err
		}
		row := innerWhy{ID: id, Name: in.name, Base: v.base(), Answer: unbroken(v.beside(x, in.name, x.answer())), Setting: unbroken(x.setting() + " " + v.besideWords(x.set.Manifest)),
			Whole: x.wholeWords(), Doubts: x.howWords(), Diff: diffID(in.n), Page: address(in.whyAt, "report.html")}
		if len(parts) > 0 {
			row.First, row.Others = parts[0], parts[1:]
		}
		list = append(list, row)
	}
	return list, nil
}

// whos are the twins of all designs that have some.
func (v *view) whos() (list []innerWho, err error) {
	for _, in := range v.within {
		if in.who == nil {
			continue
		}
		x, id := in.who, fmt.Sprintf("who-%d", in.n)
		drawn, err := pageFigures(moved(x.figures(), id, in.whoAt))
		if err != nil {
			return nil, err
		}
		m := x.set.Manifest
		row := innerWho{ID: id, Name: in.name, Base: v.base(), Answer: unbroken(x.sentence()), Turned: x.turnedWords(), Counts: x.countsWords(), Heads: x.heads(), Said: append(x.found(), couplingWords),
			Setting: unbroken(x.setting() + " " + firmWords(m) + " " + v.besideWords(m)), Figures: drawn, Stories: x.stories(), Page: address(in.whoAt, "twins.html")}
		for i := range row.Heads {
			row.Heads[i].Own = ownColours(in.n)
		}
		list = append(list, row)
	}
	return list, nil
}

// address is that of a page at a place within the results.
func address(at, file string) string { return filepath.ToSlash(filepath.Join(at, file)) }

// diffID is where the page tells the edits of the n-th design.
func diffID(n int) string { return fmt.Sprintf("diff-%d", n) }

// firmWords say how large the firm is that was lived.
func firmWords(m results.Manifest) string {
	size, ok := sizeOf(m.Scenarios[0].TOML)
	if !ok {
		return ""
	}
	return fmt.Sprintf("The firm: %s in %s with %s.", plural(size.Run.Customers, "customer"), plural(size.Run.Markets, "market"), plural(size.Run.Sellers, "seller"))
}

// besideWords say on how much these results rest beside the comparison they stand in.
func (v *view) besideWords(inner results.Manifest) string {
	own, size := plural(v.set.Manifest.Finished, "world"), ""
	if whole, ok := sizeOf(v.scenarios[0].TOML); ok {
		if part, ok := sizeOf(inner.Scenarios[0].TOML); ok && part.Run.Customers != whole.Run.Customers {
			size = fmt.Sprintf(" of %s", plural(whole.Run.Customers, "customer"))
		}
	}
	if inner.Finished == v.set.Manifest.Finished && size == "" {
		return "These are the worlds of the comparison itself."
	}
	return fmt.Sprintf("The rest of this page is of %s%s, so its differences are not these to the digit.", own, size)
}

// asked says whether a part of the page was asked for, and not only if it is there.
func (v *view) asked(kind string) bool { return slices.Contains(v.set.Manifest.Deeper, kind) }

// complete says whether every design has what stands under a part of the page.
func (v *view) complete(kind string) bool {
	there := 0
	for _, in := range v.within {
		if kind == results.Why && in.why != nil || kind == results.Who && in.who != nil {
			there++
		}
	}
	return there == len(v.scenarios)-1
}

// flags are those by which the comparison is asked for what it does not hold.
func (v *view) flags() (flags []string) {
	for _, kind := range results.AllWithin {
		if !v.asked(kind) {
			flags = append(flags, "--"+kind)
		}
	}
	return flags
}

// withinPart is what stands under a question of the page, design by design.
type withinPart struct {
	Whys []innerWhy
	Whos []innerWho
}

// withinOf is what stands under a part of the page.
func (v *view) withinOf(part string) (w withinPart, err error) {
	switch part {
	case results.Why:
		w.Whys, err = v.whys()
	case results.Who:
		w.Whos, err = v.whos()
	}
	return w, err
}
