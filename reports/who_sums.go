package reports

import (
	"fmt"
	"math"
	"strings"

	"xsell/scenarios/results"
	"xsell/scenarios/stats"
)

// crowdSum is the difference of all persons of a crowd in an outcome: that of the firm, and not only of those who are there
// under both designs. Means over worlds.
type crowdSum struct {
	both, firstOnly, secondOnly, books float64
	all                                stats.Interval // of the three together
}

// whole adds an outcome up; ok is false where sums mean nothing or were not kept.
func (v *whoView) whole(o results.TwinOutcome) (w crowdSum, ok bool) {
	if strings.HasPrefix(o.Unit, "0 to") {
		return crowdSum{}, false // means of persons: their sum means nothing
	}
	var all []float64
	worlds := float64(max(v.set.Manifest.Finished, 1))
	for _, s := range v.set.Sums {
		if s.Crowd == o.Crowd && s.Outcome == o.ID {
			w.both, w.firstOnly, w.secondOnly, w.books = w.both+s.Both/worlds, w.firstOnly+s.FirstOnly/worlds, w.secondOnly+s.SecondOnly/worlds, w.books+s.Books/worlds
			all = append(all, s.Both+s.FirstOnly+s.SecondOnly)
		}
	}
	w.all = stats.Summary(all)
	w.all.Mean = w.both + w.firstOnly + w.secondOnly
	if !(w.all.SD > 0) {
		w.all.Low, w.all.High = math.NaN(), math.NaN()
	}
	return w, len(all) > 0
}

// apart says that persons who are there under one design only have a part in the difference.
func (w crowdSum) apart() bool { return w.firstOnly != 0 || w.secondOnly != 0 }

// turned says that the difference of all has not the sign of that of the pairs.
func (w crowdSum) turned() bool { return w.apart() && w.both*w.all.Mean < 0 }

func (w crowdSum) words() string { return onOneLine(change(w.all.Mean, w.all.Low, w.all.High)) }

// firm is the difference of all persons in an outcome, nothing where all are in pairs.
func (v *whoView) firm(crowd, id string) string {
	if w, ok := v.whole(v.outcomes[[2]string{crowd, id}]); ok && w.apart() {
		return w.words()
	}
	return ""
}

// beyond says whether any outcome of a crowd differs in those too who are there under one design only.
func (v *whoView) beyond(crowd string) bool {
	for _, id := range v.ids(crowd) {
		if v.firm(crowd, id) != "" {
			return true
		}
	}
	return false
}

// turnedWords name the outcomes in which all persons together differ the other way than the pairs.
func (v *whoView) turnedWords() string {
	var parts []string
	for _, o := range v.set.Outcomes {
		if w, ok := v.whole(o); ok && w.turned() {
			parts = append(parts, fmt.Sprintf("%s of %s: %s in pairs, %s in all", lower(o.Title), o.Crowd,
				withUnit(signedSum(w.both), strings.TrimPrefix(o.Unit, "0 or 1")), signedSum(w.all.Mean)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Pairs are not the whole firm. With those who are there under one design only the sum over persons has the other sign for " + strings.Join(parts, "; ") + "."
}

// signedSum is a sum over persons with its sign.
func signedSum(x float64) string {
	text := number(x, digitsOf(x))
	if x > 0 {
		return "+" + text
	}
	return text
}
