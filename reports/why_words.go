package reports

import (
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/results"
)

// WhyWords is the answer in plain words: a sentence for each measure.
func WhyWords(set *results.ExplainSet) []string {
	v := newWhyView(set)
	var said []string
	for _, m := range v.measures {
		said = append(said, v.sentence(m))
	}
	return said
}

// question is what was asked.
func (v *whyView) question() string {
	return fmt.Sprintf("Why does %s differ from %s?", v.to(), v.from())
}

// answer is the first measure in a sentence, with the levers that have most of it.
func (v *whyView) answer() string {
	if len(v.measures) == 0 {
		return "No measure was explained."
	}
	m := v.measures[0]
	if m.gap.Worlds == 0 || len(v.levers) < 2 {
		return v.sentence(m)
	}
	var most []string
	for i, s := range m.sure() {
		if i < answerLevers {
			most = append(most, m.signed(s.shown)+" from "+s.lever.Name)
		}
	}
	switch found := m.found(); {
	case len(most) == 0:
		return v.head(m) + "; no lever’s share can be told from nothing."
	case found == unclear || found == nothere:
		return v.head(m) + "; " + list(append(most, m.others(len(most))...)) + "."
	}
	return v.head(m) + ": " + list(most) + "."
}

// answerLevers are as many as a short answer names.
const answerLevers = 2

// found is what the difference in a measure shows.
func (m whyMeasure) found() verdict {
	return judge(results.Row{Difference: m.gap.Difference, DifferenceLow: m.gap.Low, DifferenceHigh: m.gap.High, Words: wordsOf(m.gap.Words, m.gap.Trust)}, m.Good)
}

// sure are the shares that can be told from nothing, the largest first.
func (m whyMeasure) sure() (shares []whyShare) {
	for _, s := range m.shares {
		if s.verdict == better || s.verdict == worse || s.verdict == differs {
			shares = append(shares, s)
		}
	}
	return shares
}

// sentence says what the difference in a measure is and where it comes from.
func (v *whyView) sentence(m whyMeasure) string {
	switch {
	case m.gap.Worlds == 0:
		return fmt.Sprintf("%s is not defined in any world in which all the designs between %s and %s were lived.", m.Title, v.from(), v.to())
	case len(v.levers) == 0:
		return fmt.Sprintf("%s: %s and %s are the same design, key by key, and do not differ.", m.Title, v.from(), v.to())
	}
	if v.whole() {
		return v.head(m) + "."
	}
	return v.head(m) + v.tail(m) + "."
}

// head says the difference.
func (v *whyView) head(m whyMeasure) string {
	found := m.found()
	switch {
	case found == equal:
		return fmt.Sprintf("%s leaves %s exactly as it is in %s", v.to(), lower(m.Title), v.from())
	case m.gap.Difference == 0 && math.IsNaN(m.gap.Low):
		return fmt.Sprintf("%s makes no difference to %s in %s", v.to(), lower(m.Title), plural(m.gap.Worlds, "world"))
	case found == unclear || found == nothere:
		return fmt.Sprintf("%s makes no clear difference to %s: %s", v.to(), lower(m.Title), byUnit(m.bracketed(m.difference, m.gap.Low, m.gap.High), m.Unit))
	}
	verb, low, high := "raises", m.gap.Low, m.gap.High
	if m.gap.Difference < 0 {
		verb, low, high = "lowers", -m.gap.High, -m.gap.Low
	}
	text := fmt.Sprintf("%s %s %s by %s from %s", v.to(), verb, lower(m.Title),
		byUnit(m.plainly(math.Abs(m.difference), low, high), m.Unit), fromUnit(number(m.base, m.decimals), m.Unit))
	if found != differs {
		text += " (" + found.words + ")"
	}
	return text
}

// tail says what comes from which lever: first what is clear, then the rest.
func (v *whyView) tail(m whyMeasure) string {
	var sure, open, none, unseen []string
	rest := 0.0
	for _, s := range m.shares {
		switch {
		case s.verdict == equal:
			none = append(none, s.lever.Name)
		case s.unseen():
			unseen = append(unseen, s.lever.Name)
		case s.verdict == unclear || s.verdict == nothere:
			open, rest = append(open, m.little(s.shown)+" from "+s.lever.Name), rest+s.shown
		case len(sure) == 0:
			sure = append(sure, m.signed(s.shown)+" comes from "+s.lever.Name)
		default:
			sure = append(sure, m.signed(s.shown)+" from "+s.lever.Name)
		}
	}
	var text strings.Builder
	if len(sure) > 0 {
		text.WriteString("; of this " + list(sure))
	}
	text.WriteString(m.openWords(open, rest, len(sure) > 0))
	if len(unseen) > 0 {
		text.WriteString("; from " + list(unseen) + " none was seen in " + plural(m.gap.Worlds, "world"))
	}
	if len(none) > 0 {
		text.WriteString("; " + list(none) + " " + changes(len(none)) + " nothing")
	}
	return text.String()
}

// mostOpen is how many levers a sentence names of which nothing can be said.
const mostOpen = 3

func changes(n int) string {
	if n == 1 {
		return "changes"
	}
	return "change"
}

// signed is a number with its sign, to the digits of the measure.
func (m whyMeasure) signed(x float64) string {
	text := number(x, m.decimals)
	if x > 0 && strings.Trim(text, "0.,") != "" {
		return "+" + text
	}
	return text
}

// little is signed for a share that may round to nothing.
func (m whyMeasure) little(x float64) string {
	if x == 0 {
		return "next to nothing"
	}
	return m.signed(x)
}

// seen is a share's interval, or that none was seen.
func (m whyMeasure) seen(s whyShare) string {
	if s.unseen() {
		return " none seen in " + plural(m.gap.Worlds, "world")
	}
	return m.ends(s.Low, s.High) + doubt(results.Row{Trust: s.Trust})
}

// bracketed is a signed number with its interval.
func (m whyMeasure) bracketed(x, low, high float64) string { return m.signed(x) + m.ends(low, high) }

// plainly is a number with its interval.
func (m whyMeasure) plainly(x, low, high float64) string {
	return number(x, m.decimals) + m.ends(low, high)
}

// ends are the two ends of an interval, nothing where there is none.
func (m whyMeasure) ends(low, high float64) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return ""
	}
	d := m.decimals
	if low != 0 || high != 0 {
		d = max(d, signed(d, low, high))
	}
	return " [" + number(low, d) + ", " + number(high, d) + "]"
}

// orderWords say what the order does to a measure: what the levers come to alone and last.
func (v *whyView) orderWords(m whyMeasure) string {
	if len(m.shares) < 2 || m.gap.Worlds == 0 {
		return ""
	}
	alone, last := m.sums()
	said := fmt.Sprintf("Laid alone, each in %s, the levers come to %s in sum; each laid last, to %s; together they bring %s.",
		v.from(), m.signed(alone), m.signed(last), m.signed(m.difference))
	switch {
	case math.IsNaN(m.gap.InteractionLow):
		return said
	case clear(results.Row{DifferenceLow: m.gap.InteractionLow, DifferenceHigh: m.gap.InteractionHigh, Words: wordsOf(m.gap.InteractionWords, m.gap.InteractionTrust)}):
		return said + " So it matters which others are there: a share is a fair split and not what a lever does by itself."
	}
	return said + " How far the levers help or hamper one another cannot be told from luck here."
}

// sums are what all levers come to alone and last.
func (m whyMeasure) sums() (alone, last float64) {
	for _, s := range m.shares {
		alone, last = alone+s.Alone, last+s.Last
	}
	return alone, last
}

// setting says what was lived.
func (v *whyView) setting() string {
	m := v.set.Manifest
	length := fmt.Sprintf("%s of %s", plural(m.Finished, "world"), plural(m.Weeks, "week"))
	if m.Finished < m.Asked {
		length += fmt.Sprintf(" (%s were asked for)", number(float64(m.Asked), 0))
	}
	said := fmt.Sprintf("%s, the same for all designs; every combination of %s was lived in each.", length, plural(len(v.levers), "lever"))
	if len(v.levers) < 2 {
		said = length + ", the same for both designs."
	}
	if len(v.why.Orders) > 0 {
		said = fmt.Sprintf("%s, the same for all designs; %s, laid in orders drawn for each world: %s in all.", length, plural(len(v.levers), "lever"), plural(len(v.why.Orders), "order"))
	}
	if size := v.size(); size != "" {
		said += " " + size
	}
	return said
}

// size says how large the firm is that was lived.
func (v *whyView) size() string {
	size, ok := sizeOf(v.scenarios[0].TOML)
	if !ok {
		return ""
	}
	return fmt.Sprintf("The firm: %s in %s with %s; totals are of these.", plural(size.Run.Customers, "customer"), plural(size.Run.Markets, "market"), plural(size.Run.Sellers, "seller"))
}
