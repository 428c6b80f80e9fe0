package reports

import (
	"fmt"
	"math"
	"strings"
)

// What there is to see in a picture: sentences from its data, for its note.

// mostSeen is how many scenarios a note speaks of; the picture shows all.
const mostSeen = 4

// seen joins what is said of each scenario after the base, at most mostSeen, a line for each.
func (v *view) seen(say func(number int) string) string {
	var said []string
	for n := range v.scenarios[1:] {
		if words := say(n + 1); words != "" {
			said = append(said, words)
		}
	}
	if len(said) > mostSeen {
		said = append(said[:mostSeen], fmt.Sprintf("The picture shows %s more.", plural(len(said)-mostSeen, "design")))
	}
	return strings.Join(said, "\n")
}

// seenInEach is seen for all scenarios, the base among them.
func (v *view) seenInEach(say func(number int) string) string {
	first := say(0)
	if rest := v.seen(say); rest != "" && first != "" {
		return first + "\n" + rest
	} else if rest != "" {
		return rest
	}
	return first
}

// differencesSeen counts what is clear and names the farthest.
func (v *view) differencesSeen(effects []effect) string {
	return v.seen(func(number int) string {
		name, good, bad, all := v.scenarios[number].Name, 0, 0, 0
		farthest, most := "", 0.0
		for _, e := range effects {
			for _, d := range e.changes {
				if d.number != number {
					continue
				}
				all++
				switch judge(v.row(name, e.measure.ID), e.measure.Good) {
				case better:
					good++
				case worse:
					bad++
				}
				if away := d.clearance(); e.percent && away > most {
					most, farthest = away, fmt.Sprintf(" Farthest from %s, for certain: %s, %s.", v.base(), lower(e.measure.Title), e.label(d, v.base()))
				}
			}
		}
		return fmt.Sprintf("%s is clearly better in %d and clearly worse in %d of these %s.%s", name, good, bad, plural(all, "measure"), farthest)
	})
}

// clearance is how far the nearer end of an interval keeps away from zero; 0 where it does not.
func (d difference) clearance() float64 {
	if !(d.low > 0 || d.high < 0) {
		return 0
	}
	return min(math.Abs(d.low), math.Abs(d.high))
}

// overTimeSeen says how a gap moves, and where the lines part most.
func (v *view) overTimeSeen(ids []string) string {
	if v.alone() {
		return v.courseOf(0, ids[0])
	}
	words := v.gapsSeen(ids[0])
	widest, most := "", 0.0
	for _, id := range ids {
		for _, s := range v.scenarios[1:] {
			if apart := v.apart(s.Name, id); apart > most && clear(v.lastGap(s.Name, id)) {
				most, widest = apart, lower(v.measures[id].Title)
			}
		}
	}
	if widest != "" {
		words += fmt.Sprintf("\nAt the end the lines lie farthest apart, against the spread of histories, in %s.", widest)
	}
	return words
}

// courseOf tells first and last value of a scenario alone.
func (v *view) courseOf(number int, id string) string {
	moments := v.overTime(v.scenarios[number].Name, id)
	if len(moments) == 0 {
		return ""
	}
	m, first, last := v.measures[id], moments[0].spread.mean, moments[len(moments)-1].spread.mean
	return fmt.Sprintf("%s goes from %s at the first close to %s at the last.", m.Title, number3(first), withUnit(number3(last), m.Unit))
}

func number3(x float64) string { return number(x, digitsOf(x)) }

// gaps are the differences of the mean lines from the base, by close.
func (v *view) gaps(scenario, id string) (weeks, gaps []float64) {
	base := make(map[float64]float64)
	for _, m := range v.overTime(v.base(), id) {
		base[m.at.low] = m.spread.mean
	}
	for _, m := range v.overTime(scenario, id) {
		if other, ok := base[m.at.low]; ok {
			weeks, gaps = append(weeks, m.at.low+1), append(gaps, m.spread.mean-other)
		}
	}
	return weeks, gaps
}

// gapsSeen says it of every scenario, the measure and its unit once.
func (v *view) gapsSeen(id string) string {
	words, m := v.seen(func(number int) string { return v.gapOf(number, id) }), v.measures[id]
	if words == "" {
		return ""
	}
	if m.Unit == "" {
		return m.Title + ": " + words
	}
	return m.Title + ", in " + ofDifference(m.Unit) + ": " + words
}

// apart is the last gap in units of the spread of the base's histories.
func (v *view) apart(scenario, id string) float64 {
	_, gaps := v.gaps(scenario, id)
	base := v.overTime(v.base(), id)
	if len(gaps) == 0 || len(base) == 0 {
		return 0
	}
	s := base[len(base)-1].spread
	if wide := s.p90 - s.p10; wide > 0 {
		return math.Abs(gaps[len(gaps)-1]) / wide
	}
	return 0
}
