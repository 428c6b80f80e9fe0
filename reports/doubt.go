package reports

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// pairs are the values of the base and of a scenario in the same replications, in their order.
func (v *view) pairs(scenario, measure string) (base, own []float64) {
	bases := v.outcomes[cell{v.base(), measure}]
	owns := v.outcomes[cell{scenario, measure}]
	for _, r := range slices.Sorted(maps.Keys(owns)) {
		if other, ok := bases[r]; ok {
			base, own = append(base, other), append(own, owns[r])
		}
	}
	return base, own
}

// sight says what the replications could see in the main measure, and what it takes to see half of that.
func (v *view) sight() (lines []string) {
	m, ok := v.mainMeasure()
	finished := v.set.Manifest.Finished
	if v.alone() {
		return []string{"One design is compared with nothing: its intervals say how much luck there is in its own numbers."}
	}
	if !ok || finished < 2 {
		return []string{"One replication is one possible history. It cannot tell luck from effect: nothing here is more than an example."}
	}
	for _, name := range v.others() {
		if seen := known(v.detectable(name, m.ID)); seen != "" {
			lines = append(lines, fmt.Sprintf("In %s, a true difference of %s between %s and %s would have been told from none with a probability of 80 %%. What is smaller may be there and hidden.",
				lower(m.Title), byUnit(seen, m.Unit), name, v.base()))
		}
	}
	if len(lines) == 0 {
		return []string{fmt.Sprintf("In %s the designs do not differ in any replication.", lower(m.Title))}
	}
	return append(lines, fmt.Sprintf("To see differences half as large takes about four times as many replications: %s instead of %s.",
		number(4*float64(finished), 0), number(float64(finished), 0)))
}

const (
	verySkewed = 1  // |g1| from which a t interval of a mean is doubtful
	cochran    = 25 // a mean of n values with skewness g1 is about normal from n = 25 g1² on (Cochran 1977)
	someSkewed = 3  // named in a sentence
)

// skewed says in which measures the differences between worlds are lopsided.
func (v *view) skewed() string {
	if v.alone() || v.set.Manifest.Finished < 3 {
		return "There are too few replications, or nothing to compare: skewness cannot be told."
	}
	var names []string
	all, most := 0, 0.0
	for _, g := range v.grouped() {
		for _, m := range g.Measures {
			all++
			if g1 := v.skewness(m.ID); g1 > verySkewed {
				names, most = append(names, lower(m.Title)), max(most, g1)
			}
		}
	}
	if len(names) == 0 {
		return fmt.Sprintf("In none of %s are the differences between worlds so skewed that it matters.", plural(all, "measure"))
	}
	text := fmt.Sprintf("In %d of %s a few worlds differ far more than the others (skewness above %d): %s", len(names), plural(all, "measure"), verySkewed,
		list(names[:min(len(names), someSkewed)]))
	if len(names) > someSkewed {
		text = fmt.Sprintf("In %d of %s a few worlds differ far more than the others (skewness above %d), among them %s", len(names), plural(all, "measure"), verySkewed, list(names[:someSkewed]))
	}
	return text + fmt.Sprintf(". Intervals of these allow for it, from 10 replications on by a bootstrap, and may still hold less often than they say; from about %s on the most skewed of them need not be doubted.",
		plural(int(math.Ceil(cochran*most*most)), "replication"))
}

// skewness is the largest |g1| of a measure's differences from the base.
func (v *view) skewness(measure string) (most float64) {
	for _, name := range v.others() {
		base, own := v.pairs(name, measure)
		var gaps []float64
		for r := range own {
			if gap := own[r] - base[r]; !math.IsNaN(gap) {
				gaps = append(gaps, gap)
			}
		}
		if len(gaps) < 3 {
			continue
		}
		second, third := stat.Moment(2, gaps, nil), stat.Moment(3, gaps, nil)
		if second > 0 {
			most = max(most, math.Abs(third/math.Pow(second, 1.5)))
		}
	}
	return most
}

// limit is something the model does not do, or does by assumption.
type limit struct{ Head, Words string }

var limits = []limit{
	{"Most constants of behaviour are assumed.", "docs/ODD.md marks each one; some twenty were fitted to published figures. No design has been checked against a firm's own books."},
	{"Intervals speak of luck only.", "They say how sure a difference is in this model. They do not say how sure the model is: change what you doubt and compare again."},
	{"Differences first, levels second.", "The profit of one firm hangs on margins and salaries that are assumed. What a design changes in it hangs on them less."},
	{"What is left out can matter.", "Prices do not move, competitors do not answer, balances do not grow, and people talk across markets only through the firm's public reputation."},
	{"Coordination and its gains are conjectures.", "What designs with joint work gain turns on how much lines complement one another and on what coordination costs."},
}

// sourceList is a heading and the assumptions under it.
type sourceList struct {
	Title string
	Lines []string
}

// sources are the assumptions on record: those of all designs once, then what each has besides.
func (v *view) sources() (lists []sourceList) {
	count := make(map[string]int)
	for _, s := range v.scenarios {
		for _, line := range s.Assumptions {
			count[line]++
		}
	}
	common := sourceList{Title: "All designs"}
	for _, line := range v.scenarios[0].Assumptions {
		if count[line] == len(v.scenarios) {
			common.Lines = append(common.Lines, line)
		}
	}
	lists = append(lists, common)
	for _, s := range v.scenarios {
		own := sourceList{Title: s.Name}
		for _, line := range s.Assumptions {
			if count[line] < len(v.scenarios) {
				own.Lines = append(own.Lines, line)
			}
		}
		lists = append(lists, own)
	}
	return slices.DeleteFunc(lists, func(l sourceList) bool { return len(l.Lines) == 0 })
}
