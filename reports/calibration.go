package reports

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"xsell/scenarios/results"
)

// CalibrationTable writes what a calibration found for a terminal: parameters, targets in the luck of the search and in
// fresh luck, and a sentence on what the targets do not know.
func CalibrationTable(w io.Writer, c *results.Calibration) error {
	out := bufio.NewWriter(w)
	m := c.Manifest
	fmt.Fprintf(out, "%s: %d points tried, %d rounds found a better one; objective %s at the start, %s at the chosen point.\n\n",
		m.Title, m.Points, m.Rounds, short(m.ObjectiveStart), short(m.ObjectiveChosen))
	lines := [][]string{{"parameter", "moves", "unit", "range", "start", "chosen", "identified"}}
	for _, p := range c.Parameters {
		lines = append(lines, []string{p.Parameter, p.What, p.Unit, short(p.Low) + " to " + short(p.High), short(p.Start), short(p.Chosen), hundredths(p.Identified)})
	}
	writeAligned(out, lines)
	fmt.Fprintln(out)
	writeAligned(out, targetLines(c))
	fmt.Fprintf(out, "\n%s\n", CalibrationWords(c))
	return out.Flush()
}

// targetLines are the targets at the start and at the chosen point.
func targetLines(c *results.Calibration) [][]string {
	lines := [][]string{{"target", "band", "start", "chosen", "start, fresh luck", "chosen, fresh luck [95 %]", "verdict"}}
	for _, t := range c.Targets {
		lines = append(lines, []string{t.Target, bandWords(t.TargetLow, t.TargetHigh), short(t.Start), short(t.Chosen), short(t.FreshStart),
			fmt.Sprintf("%s [%s, %s]", short(t.Confirmed), short(t.ConfirmedLow), short(t.ConfirmedHigh)), t.FreshVerdict})
	}
	return lines
}

// half of the prior variance: more than that taken away is called identified.
const half = 0.5

// CalibrationWords says how many targets are met in fresh luck and how many parameters they pin down.
func CalibrationWords(c *results.Calibration) string {
	met, confirmed, known, unknown := 0, 0, 0, []string(nil)
	for _, t := range c.Targets {
		if t.FreshVerdict != "" {
			confirmed++
		}
		if t.FreshVerdict == "met" {
			met++
		}
	}
	for _, p := range c.Parameters {
		if p.Identified > half {
			known++
		} else {
			unknown = append(unknown, p.Parameter)
		}
	}
	words := fmt.Sprintf("%d of %d parameters are identified (identified: the targets take away more than half of the variance that range and ridge leave a parameter).", known, len(c.Parameters))
	if confirmed > 0 {
		words = fmt.Sprintf("%d of %d targets are met in fresh luck. ", met, confirmed) + words
	}
	if known > 0 && len(unknown) > 0 && len(unknown) <= mostNamed {
		words += " The others stay assumed: " + strings.Join(unknown, ", ") + "."
	}
	if !c.Manifest.Complete {
		words += " The calibration was stopped before its end: nothing here is confirmed."
	}
	return strings.Join(wrapped(words, 2*factColumn), "\n")
}

// mostNamed is how many parameters a sentence can name.
const mostNamed = 12

// Sensitivity of targets to parameters, in Markdown.
const (
	mostAnswers = 3   // facts named for a parameter
	twoErrors   = 2   // standard errors shown behind a slope
	leastSlope  = 0.1 // tolerances per half of the range; less is not worth naming
)

// SensitivityTable is a table in Markdown: for each parameter the targets that answer to it most, by tolerances for half
// of its range, what share of its variance all of them take away, and where its value comes from.
func SensitivityTable(c *results.Calibration) string {
	lines := sensitivityLines(c)
	out := "| " + strings.Join(lines[0], " | ") + " |\n" + strings.Repeat("|---", len(lines[0])) + "|\n"
	for _, line := range lines[1:] {
		out += "| " + strings.Join(line, " | ") + " |\n"
	}
	return out
}

// Sensitivities writes that table for a terminal, and the sentence below it.
func Sensitivities(w io.Writer, c *results.Calibration) error {
	lines := sensitivityLines(c)
	for _, line := range lines {
		for i := range line {
			line[i] = strings.ReplaceAll(line[i], "`", "")
		}
	}
	out := bufio.NewWriter(w)
	writeAligned(out, lines)
	fmt.Fprintf(out, "\n%s\n", CalibrationWords(c))
	return out.Flush()
}

// sensitivityLines are the cells of the table, names of keys in backquotes.
func sensitivityLines(c *results.Calibration) [][]string {
	answers := map[string][]results.Slope{}
	for _, s := range c.Slopes {
		if s.Sure && math.Abs(s.Slope) >= leastSlope {
			answers[s.Parameter] = append(answers[s.Parameter], s)
		}
	}
	rows := slices.Clone(c.Parameters)
	slices.SortStableFunc(rows, func(a, b results.Calibrated) int { return cmp.Compare(rank(b), rank(a)) })
	lines := [][]string{{"parameter", "value", "range", "answers, tolerances per half range", "identified", "source"}}
	for _, p := range rows {
		lines = append(lines, []string{"`" + label(p) + "`", short(p.Chosen), short(p.Low) + " to " + short(p.High),
			answered(answers[p.Parameter]), hundredths(p.Identified), sourceWords(p)})
	}
	return lines
}

// rank orders parameters by how well they are known, in steps that the table shows.
func rank(p results.Calibrated) float64 { return math.Round(100 * p.Identified) }

// answered names the targets that answer most.
func answered(slopes []results.Slope) string {
	if len(slopes) == 0 {
		return "none"
	}
	slices.SortStableFunc(slopes, func(a, b results.Slope) int { return cmp.Compare(math.Abs(b.Slope), math.Abs(a.Slope)) })
	words := make([]string, min(len(slopes), mostAnswers))
	for i := range words {
		s := slopes[i]
		words[i] = s.Target + " " + strings.ReplaceAll(fmt.Sprintf("%+.1f ± %.1f", s.Slope, twoErrors*s.SE), "-", minus)
	}
	return strings.Join(words, ", ")
}

// label is the name by which a parameter is known outside of its file, if there is one.
func label(p results.Calibrated) string {
	if p.Source != "" {
		return p.What
	}
	return p.Parameter
}

// sourceWords is where a value comes from; what moves keys of the base bank names them.
func sourceWords(p results.Calibrated) string {
	if p.Source != "" {
		return p.Source
	}
	return "`" + strings.ReplaceAll(p.What, ", ", "`, `") + "`"
}

// FittedTable is the chosen values and the targets in fresh luck, in Markdown.
func FittedTable(c *results.Calibration) string {
	out := "| parameter | moves | start | chosen | unit | identified |\n|---|---|---|---|---|---|\n"
	for _, p := range c.Parameters {
		out += fmt.Sprintf("| %s | `%s` | %s | %s | %s | %s |\n", p.Parameter, strings.ReplaceAll(p.What, ", ", "`, `"),
			short(p.Start), short(p.Chosen), p.Unit, hundredths(p.Identified))
	}
	lines := targetLines(c)
	out += "\n| " + strings.Join(lines[0], " | ") + " |\n" + strings.Repeat("|---", len(lines[0])) + "|\n"
	for _, line := range lines[1:] {
		out += "| " + strings.Join(line, " | ") + " |\n"
	}
	return out + "\n" + strings.ReplaceAll(CalibrationWords(c), "\n", " ") + "\n"
}

// bandWords writes a band whose open ends are not numbers.
func bandWords(low, high float64) string {
	switch {
	case math.IsNaN(low):
		return "at most " + short(high)
	case math.IsNaN(high):
		return "at least " + short(low)
	}
	return short(low) + " to " + short(high)
}

// shortDigits is how many digits of a number a table of parameters shows.
const shortDigits = 4

func short(x float64) string {
	if math.IsNaN(x) {
		return unknown
	}
	return strings.ReplaceAll(strconv.FormatFloat(x, 'g', shortDigits, 64), "-", minus)
}

func hundredths(share float64) string {
	if math.IsNaN(share) {
		return unknown
	}
	return fmt.Sprintf("%.0f %%", 100*share)
}
