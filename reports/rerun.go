package reports

import (
	"fmt"
	"io"
	"strconv"

	"xsell/reports/document"
)

// RerunWords says how a repetition came out.
func RerunWords(w io.Writer, d document.Rerun, t Terminal) error {
	p := t.printer(w)
	compared := fmt.Sprintf("%s of %s", plural(d.Numbers, "number"), plural(d.Compared, "world"))
	if same(d) {
		p.say(green, "identical: all "+compared+" to the last bit"+also(d))
	} else {
		p.say(red, whatDiffers(d, compared))
	}
	for _, x := range d.Within {
		look, more := green, ""
		switch x.Verdict {
		case "different":
			look = red
		case document.NotRepeated:
			look = soft
		case document.NotThere:
			look, more = strong, ": it was asked for and never made, so nothing of it is repeated, and what is said above is without it"
		}
		p.say(look, x.At+": "+x.Verdict+more+".")
	}
	if d.Worlds < d.Recorded {
		p.say(asItIs, fmt.Sprintf("Repeated were the first %s of %s; without --worlds all are.", number(float64(d.Worlds), 0),
			plural(d.Recorded, "world")))
	}
	return p.out.Flush()
}

// same says whether the worlds of the results themselves came out as they were.
func same(d document.Rerun) bool {
	return d.Differs == 0 && d.Numbers > 0 && d.Histories != "different" && d.Tables != "different" && d.Missing == 0
}

// also says what is identical beside the numbers.
func also(d document.Rerun) string {
	switch {
	case d.Tables == "identical":
		return ", and all tables made of them."
	case d.Histories == "identical":
		return ", and the histories behind them."
	}
	return "."
}

// whatDiffers says what is not identical, the first number of it in full.
func whatDiffers(d document.Rerun, compared string) string {
	switch {
	case d.First != nil:
		return fmt.Sprintf("different: %s of %s. The first: %s, replication %d, %s: there %s, here %s.", number(float64(d.Differs), 0), compared,
			d.First.Scenario, d.First.World, d.First.Measure, inFull(d.First.There), inFull(d.First.Here))
	case d.Numbers == 0:
		return "different: there is no number to compare."
	case d.Histories == "different":
		return "different: all " + compared + " are the same, and the counters of the histories behind them are not."
	case d.Tables == "different":
		return "different: all " + compared + " are the same, and tables made of them are not."
	}
	return "different: what can be compared is the same, " + compared + ", and measures are missing."
}

// inFull is a number to its last digit.
func inFull(x document.Number) string {
	if x != x {
		return "undefined"
	}
	return strconv.FormatFloat(float64(x), 'g', -1, 64)
}
