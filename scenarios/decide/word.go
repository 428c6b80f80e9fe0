package decide

import (
	"math"

	"xsell/scenarios/stats"
)

// The words of a verdict.
const (
	Better    = "better"
	Worse     = "worse"
	Same      = "practically the same"
	Breaks    = "breaks a guardrail"
	Undecided = "undecided"
)

// What stands beside a word whose interval rests on a guess of what was not seen: from fewer worlds than such skewed differences
// ask for, or from more, where the guess weighs less.
const (
	Skewed    = "few worlds for differences so skewed"
	Stretched = "its interval reaches out for a long tail"
)

// stretched is which of them stands beside an interval; empty where it rests on what was seen.
func (d *Decision) stretched(c *stats.Comparison, worlds int) string {
	switch {
	case d.Measure.Whole > 0 || !c.Stretched():
		return ""
	case stats.WorldsForSkew(c.Skew) > float64(worlds):
		return Skewed
	}
	return Stretched
}

// word reads an interval against the difference that matters.
func (d *Decision) word(p *Pair, smallest float64) (word, note string) {
	low, high := p.Low, p.High
	if !d.Measure.More {
		low, high = -high, -low
	}
	switch {
	case p.Mean == 0 && low == 0 && high == 0: // the same histories: nothing else has an interval of no width
		return Same, "no difference at all"
	case low > -smallest && high < smallest:
		return Same, lesser(low, high)
	case low > smallest:
		return Better, "by more than matters"
	case low > 0:
		return Better, "perhaps by less than matters"
	case high < -smallest:
		return Worse, "by more than matters"
	case high < 0:
		return Worse, "perhaps by less than matters"
	}
	if p.Mean == 0 && math.IsInf(high, 1) && math.IsInf(low, -1) {
		return Undecided, "equal in every world seen"
	}
	return Undecided, ""
}

// lesser tells of a difference that is there and does not matter.
func lesser(low, high float64) string {
	switch {
	case low > 0:
		return "better by less than matters"
	case high < 0:
		return "worse by less than matters"
	}
	return ""
}

// guarded lets guardrails of the design outrank the measure: a broken one ends the matter, and as long as one is open
// nothing is better.
func (d *Decision) guarded(p *Pair, a *Answer) {
	var broken, open string
	most := 0.0
	for _, g := range a.Guarded {
		if g.Design != p.Design {
			continue
		}
		switch name := d.Guardrails[g.Guardrail].Name; g.Fate {
		case Broken:
			broken = joined(broken, name)
		case Open:
			open = joined(open, name)
			most = max(most, g.More)
		}
	}
	switch {
	case broken != "":
		p.Note, p.Word, p.More = broken+"; by the measure alone: "+p.Word, Breaks, 0
	case open != "" && p.Word == Better:
		p.Note, p.Word, p.More = "better, but guardrail "+open+" is undecided", Undecided, most
	case open != "":
		p.Note = joined(p.Note, "guardrail "+open+" is undecided")
	}
}

func joined(before, more string) string {
	if before == "" {
		return more
	}
	return before + ", " + more
}
