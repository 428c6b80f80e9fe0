package reports

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
)

// pageParts puts the figures under their questions.
func (v *view) pageParts(figures []figure) ([]pagePart, error) {
	drawn, err := pageFigures(figures)
	if err != nil {
		return nil, err
	}
	var out []pagePart
	for _, p := range parts {
		part := pagePart{ID: p.id, Title: p.title, Asks: p.asks, More: v.more(p)}
		if part.withinPart, err = v.withinOf(p.id); err != nil {
			return nil, err
		}
		if len(part.Whys)+len(part.Whos) > 0 {
			part.Asks = p.within
		}
		for i, f := range figures {
			if f.part == p.id {
				part.Figures = append(part.Figures, drawn[i])
			}
		}
		if drawable(part) || !v.alone() {
			out = append(out, part)
		}
	}
	return out, nil
}

// drawable says whether a part has any picture that could be drawn.
func drawable(p pagePart) bool {
	return slices.ContainsFunc(p.Figures, func(f pageFigure) bool { return f.Missing == "" })
}

// more is the command that goes deeper into a part, where there is one.
func (v *view) more(p part) *more {
	if p.command == "" || v.alone() || v.complete(p.id) {
		return nil
	}
	if m := v.set.Manifest; len(m.Command) > 1 && m.Command[1] == "compare" {
		if v.asked(p.id) {
			return &more{"Not all of it is made yet; this goes on with it:", commandLine([]string{"xsell", "resume", cmp.Or(v.dir, "DIR")})}
		}
		return &more{p.deeper + " Add " + list(v.flags()) + " to this comparison:", commandLine(append(slices.Clone(m.Command), v.flags()...))}
	}
	words := []string{"xsell", p.command}
	for _, s := range v.scenarios[:2] {
		if s.Source != "built in" && s.Source != "" {
			words = append(words, s.Source)
			continue
		}
		words = append(words, s.Name)
	}
	return &more{p.deeper, commandLine(words)}
}

// pageFigures draws figures for a page, both ways where there are two.
func pageFigures(figures []figure) ([]pageFigure, error) {
	out := make([]pageFigure, len(figures))
	work := make([]func() error, len(figures))
	for i, f := range figures {
		work[i] = func() (err error) { out[i], err = f.onPage(); return err }
	}
	return out, together(work...)
}

// onOneLine keeps an interval on one line.
func onOneLine(interval string) string { return strings.ReplaceAll(interval, ", ", ",\u00a0") }

// unbroken keeps a number and its per cent sign on one line.
func unbroken(words string) string { return strings.ReplaceAll(words, " %", "\u00a0%") }

func (f figure) onPage() (pageFigure, error) {
	p := pageFigure{ID: f.id, Title: f.title, Note: unbroken(f.note), Reading: unbroken(f.reading), Alt: f.alt, Missing: f.missing}
	if f.missing != "" {
		return p, nil
	}
	svg, err := f.inline()
	if err != nil {
		return p, err
	}
	p.SVG, p.File = template.HTML(svg), cmp.Or(f.file, "plots/"+f.id+".svg") // drawn by this package, which escapes its texts
	if f.narrow == nil {
		return p, nil
	}
	svg, err = f.narrow.inline()
	p.Narrow = template.HTML(svg)
	return p, err
}
