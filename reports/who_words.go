package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"xsell/scenarios/results"
)

// answer is what twins say in plain words, the first sentence first.
func (v *whoView) answer() (lines []string) {
	if text := v.turnedWords(); text != "" {
		lines = append(lines, text)
	}
	return append(append(lines, v.found()...), v.cautionWords())
}

// found is the answer without its head: whether the whole firm goes another way than its pairs, and without how far to trust it.
func (v *whoView) found() (lines []string) {
	lines = append(lines, v.overallWords(crowdCustomers), v.reasons(crowdCustomers), v.overallWords(crowdSellers), v.reasons(crowdSellers),
		v.aloneWords(), v.partingWords())
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// sentence is the answer in one sentence.
func (v *whoView) sentence() string {
	c, cs := v.shares[whoKey{crowd: crowdCustomers, outcome: overallOutcome}]
	s, ss := v.shares[whoKey{crowd: crowdSellers, outcome: overallOutcome}]
	if !cs || !ss {
		return v.overallWords(crowdCustomers)
	}
	return fmt.Sprintf("Under %s %s of customers are better off than under %s and %s worse off%s; of sellers %s are better and %s worse off%s.",
		v.other(), shareWords(c.Better), v.base(), shareWords(c.Worse), v.unsure(c), shareWords(s.Better), shareWords(s.Worse), v.unsure(s))
}

// unsure says that it is not clear whether more gain or more lose, nothing where it is.
func (v *whoView) unsure(s results.TwinShare) string {
	if v.verdict(s) == unclear && s.Better != s.Worse {
		return ", which may be luck"
	}
	return ""
}

// question is what was asked.
func (v *whoView) question() string {
	return fmt.Sprintf("Of the same customers and the same sellers, who is better off under %s than under %s, and who is worse off?", v.other(), v.base())
}

// overallWords say how many of a crowd are better and worse off.
func (v *whoView) overallWords(crowd string) string {
	s, there := v.shares[whoKey{crowd: crowd, outcome: overallOutcome}]
	if !there {
		return fmt.Sprintf("No %s were there under both designs.", crowd)
	}
	same := 1 - s.Better - s.Worse - s.Mixed
	if s.Better+s.Worse+s.Mixed == 0 {
		return fmt.Sprintf("None of the %s %s are better or worse off under %s than under %s.", number(s.Pairs, 0), crowd, v.other(), v.base())
	}
	return fmt.Sprintf("Of %s %s a world, %s are better off under %s than under %s and %s worse off; %s gain in some ways and lose in others, %s fare the same.",
		number(s.Pairs, 0), crowd, withInterval(s.Better, s.BetterLow, s.BetterHigh), v.other(), v.base(),
		withInterval(s.Worse, s.WorseLow, s.WorseHigh), shareWords(s.Mixed), shareWords(same))
}

// withInterval is a share in percent with its interval.
func withInterval(v, low, high float64) string {
	return shareWords(v) + rangeWords(low, high, percentDigits)
}

// rangeWords are the ends of an interval of shares, nothing where there is none.
func rangeWords(low, high float64, digits func(float64) int) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return ""
	}
	d := digits(max(math.Abs(low), math.Abs(high)))
	return fmt.Sprintf(" [%s,\u00a0%s]", number(percent*low, d), number(percent*high, d))
}

// shareWords is a share in percent, with a decimal where it is small.
func shareWords(x float64) string {
	if math.IsNaN(x) {
		return unknown
	}
	return number(percent*x, percentDigits(x)) + "\u00a0%"
}

// percentDigits is how many decimals a share in percent is told with in a sentence.
func percentDigits(share float64) int {
	if share == 0 || math.Abs(share) >= 0.2 {
		return 0
	}
	return columnDigits(share)
}

// columnDigits is the same in a column, where commas stand below one another.
func columnDigits(share float64) int {
	switch x := percent * math.Abs(share); {
	case x == 0 || x >= 1:
		return 1
	case x >= 0.1:
		return 2
	}
	return 3
}

// reasons are the outcomes that matter to the person in which clearly more gain than lose, and the other way round.
func (v *whoView) reasons(crowd string) string {
	var up, down []string
	for _, o := range v.set.Outcomes {
		if o.Crowd != crowd || o.Person == results.Neither {
			continue
		}
		s := v.share(crowd, o.ID)
		words := fmt.Sprintf("%s (%s better, %s worse)", lower(o.Title), shareWords(s.Better), shareWords(s.Worse))
		switch v.verdict(s) {
		case better:
			up = append(up, words)
		case worse:
			down = append(down, words)
		}
	}
	var parts []string
	if len(up) > 0 {
		parts = append(parts, "more gain than lose in "+list(up))
	}
	if len(down) > 0 {
		parts = append(parts, "more lose than gain in "+list(down))
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(crowd) + ": " + strings.Join(parts, "; ") + "."
}

// aloneWords say how many are there under one design only.
func (v *whoView) aloneWords() string {
	var parts []string
	for _, crowd := range []string{crowdCustomers, crowdSellers} {
		for _, name := range []string{v.base(), v.other()} {
			if n := v.aloneIn(crowd, name); n > 0 {
				parts = append(parts, fmt.Sprintf("%s under %s", counted(n, crowd), name))
			}
		}
	}
	if len(parts) == 0 {
		return "Everybody is there under both designs."
	}
	return "There under one design only, and in no share: " + list(parts) + " (means over worlds)."
}

// counted is a number of people of a crowd.
func counted(n float64, crowd string) string {
	if n == 1 {
		crowd = strings.TrimSuffix(crowd, "s")
	}
	digits := 1
	if n == math.Trunc(n) {
		digits = 0
	}
	return number(n, digits) + " " + crowd
}

// aloneIn is the mean number of people who are there under one design only.
func (v *whoView) aloneIn(crowd, scenario string) float64 {
	n := 0
	for _, a := range v.set.Alone {
		if a.Crowd == crowd && a.Scenario == scenario {
			n += a.Persons
		}
	}
	return float64(n) / float64(max(v.set.Manifest.Finished, 1))
}

// partingWords say when histories part and by what.
func (v *whoView) partingWords() string {
	course := v.course(crowdCustomers)
	if course.pairs == 0 || len(course.weeks) == 0 {
		return "No customer's history under one design differs from that under the other."
	}
	last := len(course.weeks) - 1
	words := fmt.Sprintf("Until the end the histories of %s of customers part", shareWords(course.all[last]/course.pairs))
	if week, found := course.reaches(0.5); found {
		words += fmt.Sprintf(", those of half by %s", weekWords(week))
	}
	words += fmt.Sprintf("; %s come to hold other products", shareWords(course.held[last]/course.pairs))
	var most []string
	for _, k := range course.kinds[:min(3, len(course.kinds))] {
		most = append(most, fmt.Sprintf("%s (%s)", k.words, shareWords(k.total()/course.all[last])))
	}
	return words + ". What they part by most often: " + list(most) + "."
}

// weekWords names a week; those of the warm-up are negative.
func weekWords(week int) string {
	if week < 0 {
		return plural(-week, "week") + " before the measured time"
	}
	return fmt.Sprintf("week %d", week)
}

// cautionWords say how far to trust it.
func (v *whoView) cautionWords() string {
	return v.setting() + " " + couplingWords
}

// couplingWords say what is true of single persons only as luck is shared here. The page's method says more.
const couplingWords = "Who gains depends on how luck is shared between the designs; the sum of all, the firm's difference, does not."

// setting says what was lived, and on how many worlds intervals rest.
func (v *whoView) setting() string {
	n := v.set.Manifest.Finished
	words := fmt.Sprintf("%s of %s; intervals are 95 %% over these %s, each by itself.", plural(n, "world"), plural(v.set.Manifest.Weeks, "week"), plural(n, "world"))
	if n > 1 && n < fewWorlds {
		words = strings.TrimSuffix(words, ".") + ", and wide, as the worlds are few; where there is none, all worlds say the same."
	}
	if v.set.Manifest.Finished < 2 {
		words = "One world: there are no intervals, and luck cannot be told from effect."
	}
	if m := v.set.Manifest; m.Finished < m.Asked {
		words += fmt.Sprintf(" %s were asked for.", number(float64(m.Asked), 0))
	}
	return words
}

// fewWorlds is below how many worlds it is said that they are few.
const fewWorlds = 10
