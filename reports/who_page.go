package reports

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// whoPage is what the template of the page of twins prints.
type whoPage struct {
	Style       template.CSS
	Title       string
	Origin      string
	Base, Other string
	Question    string
	Sentence    string
	Turned      string // that the whole firm goes another way than its pairs
	Counts      string // from which differences on
	Heads       []head
	Setting     string
	Answer      []string
	Designs     []scenarioCard
	Figures     []pageFigure
	Crowds      []whoCrowd
	Stories     []whoStory
	Alone       []whoAlone
	Sums        []whoSum
	Kinds       []whoKind
	Command     string
	Manifest    results.Manifest
	Terms       []results.TwinOutcome
	People      bool
}

// whoCrowd is the table of outcomes of a crowd.
type whoCrowd struct {
	Title, Name string
	Beyond      bool // somebody is in one design only, so that the firm differs from its pairs
	Rows        []whoRow
}

type whoRow struct {
	Title, Whose, Unit, Better, Worse, Net, Difference, Firm, Spread, Least string
	Class, Mark, Words                                                      string
	MeanClass, MeanMark, MeanWords                                          string // of the mean of pairs
}

// whoStory is one pair told.
type whoStory struct {
	results.TwinStory
	Base, Other string // the designs
	LeftOut     string // lines
	Lines       []whoLine
}

type whoLine struct{ Week, First, Second string }

type whoAlone struct{ Crowd, Scenario, Why, Persons string }

type whoSum struct{ Crowd, Title, Unit, Both, First, Second, All, Books string }

type whoKind struct{ Words, Share string }

// page is the whole report of twins as one file.
func (v *whoView) page(figures []figure) ([]byte, error) {
	drawn, err := pageFigures(figures)
	if err != nil {
		return nil, err
	}
	m := v.set.Manifest
	p := whoPage{Style: template.CSS(pageStyle), Title: fmt.Sprintf("Who gains and who loses: %s instead of %s", v.other(), v.base()), Origin: v.origin(),
		Base: v.base(), Other: v.other(), Sentence: v.sentence(), Turned: v.turnedWords(), Counts: v.countsWords(), Heads: v.heads(), Setting: v.setting(), Answer: append(v.found(), couplingWords),
		Designs: newView(&results.Set{Manifest: m}).cards(), Figures: drawn, Stories: v.stories(), Alone: v.alone(), Sums: v.sums(), Kinds: v.kinds(),
		Command: commandLine(m.Command), Manifest: m, Terms: v.set.Outcomes, People: len(v.set.People) > 0,
		Question: v.question()}
	for _, crowd := range []string{crowdCustomers, crowdSellers} {
		p.Crowds = append(p.Crowds, v.crowd(crowd))
	}
	return fromTemplate("page_who.html", p)
}

// crowd is the table of outcomes of one crowd.
func (v *whoView) crowd(crowd string) whoCrowd {
	c := whoCrowd{Name: crowd, Title: capital(crowd), Beyond: v.beyond(crowd)}
	for _, id := range append([]string{overallOutcome}, v.ids(crowd)...) {
		s, found := v.share(crowd, id), v.verdict(v.share(crowd, id))
		row := whoRow{Title: "Overall", Whose: "the person", Better: columnShare(s.Better) + rangeWords(s.BetterLow, s.BetterHigh, columnDigits),
			Worse: columnShare(s.Worse) + rangeWords(s.WorseLow, s.WorseHigh, columnDigits), Net: v.net(s), Difference: meanDifference(s), Class: found.class, Mark: found.mark, Words: whoVerdict(found)}
		if id != overallOutcome {
			o, q := v.outcomes[[2]string{crowd, id}], v.parts[[2]string{crowd, id}]
			row.Title, row.Unit, row.Firm = o.Title, o.Unit, v.firm(crowd, id)
			if from := countsFrom(o); from != "" {
				row.Unit += "; counts from " + from + " on"
			}
			row.Whose, _ = o.Whose()
			row.Spread = quantileWords(q, 0.05) + " to " + quantileWords(q, 0.95)
			mean := v.meanVerdict(s)
			row.MeanClass, row.MeanMark, row.MeanWords = mean.class, mean.mark, mean.words
			row.Least = columnShare(s.LeastBetter) + "; " + columnShare(s.LeastWorse)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// whoVerdict puts a verdict into words that fit shares of people.
func whoVerdict(x verdict) string {
	switch x {
	case better:
		return "more gain than lose"
	case worse:
		return "more lose than gain"
	case differs:
		return "more have more, or more have less"
	}
	return x.words
}

// stories with their lines.
func (v *whoView) stories() (list []whoStory) {
	for _, s := range v.set.Stories {
		story := whoStory{TwinStory: s, Base: v.base(), Other: v.other()}
		if s.LeftOut > 0 {
			story.LeftOut = plural(s.LeftOut, "line")
		}
		for _, l := range v.set.Lines {
			if l.Story == s.ID {
				story.Lines = append(story.Lines, whoLine{number(float64(l.Week), 0), l.First, l.Second})
			}
		}
		list = append(list, story)
	}
	return list
}

// alone counts people by where they are, as means over worlds.
func (v *whoView) alone() (rows []whoAlone) {
	sums := map[results.TwinAlone]int{}
	var order []results.TwinAlone
	for _, a := range v.set.Alone {
		n := a.Persons
		a.Persons, a.Replication = 0, 0
		if _, known := sums[a]; !known {
			order = append(order, a)
		}
		sums[a] += n
	}
	for _, a := range order {
		mean := float64(sums[a]) / float64(max(v.set.Manifest.Finished, 1))
		row := whoAlone{Crowd: a.Crowd, Scenario: a.Scenario + " only", Why: a.Why, Persons: number(mean, digitsOf(mean))}
		if a.Scenario == "" {
			row.Scenario = "both"
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b whoAlone) int { return map[bool]int{true: -1, false: 1}[a.Crowd <= b.Crowd] })
	return rows
}

// sums are the differences of all people beside those of the books, as means over worlds.
func (v *whoView) sums() (rows []whoSum) {
	for _, o := range v.set.Outcomes {
		w, ok := v.whole(o)
		if !ok {
			continue
		}
		show := func(x float64) string { return number(x, max(0, min(1, decimals(x, 3)))) }
		rows = append(rows, whoSum{o.Crowd, o.Title, o.Unit, show(w.both), show(w.firstOnly), show(w.secondOnly), show(w.all.Mean), show(w.books)})
	}
	return rows
}

// kinds of events at which customers part, with their share.
func (v *whoView) kinds() (rows []whoKind) {
	c := v.course(crowdCustomers)
	for _, k := range c.kinds {
		rows = append(rows, whoKind{k.words, shareWords(k.total() / c.pairs)})
	}
	return rows
}

// heads are the two crowds in short.
func (v *whoView) heads() (list []head) {
	for _, crowd := range []string{crowdCustomers, crowdSellers} {
		s, there := v.shares[whoKey{crowd: crowd, outcome: overallOutcome}]
		if !there {
			continue
		}
		found := v.verdict(s)
		list = append(list, head{Name: capital(crowd) + ": better off minus worse off", Class: found.class, Mark: found.mark, Verdict: whoVerdict(found),
			Number: signedPoints(s.Net, columnDigits(s.Net)), Unit: "points", Range: strings.TrimSpace(rangeWords(s.NetLow, s.NetHigh, columnDigits)),
			Against: strings.Join(append([]string{fmt.Sprintf("%s better off, %s worse off", columnShare(s.Better), columnShare(s.Worse))}, v.personal(crowd)...), "; "), Own: ownColours(1)})
	}
	return list
}
