package sim

import (
	"bytes"
	"errors"
	flags "flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"xsell/agents/pay"
)

var update = flags.Bool("update", false, "write the golden files anew")

// traced returns the trace of smallModel in smallWorld.
func traced(t *testing.T, who Subject, from, to int32) string {
	t.Helper()
	var text bytes.Buffer
	require.NoError(t, Trace(&text, smallModel(), smallWorld, who, from, to))
	return text.String()
}

func TestTraceTellsTheStory(t *testing.T) {
	for name, c := range map[string]struct {
		who      Subject
		from, to int32
	}{
		"customer": {Subject{Number: 25}, 0, 103},
		"seller":   {Subject{Seller: true, Number: 1}, 0, 30},
	} {
		got, file := traced(t, c.who, c.from, c.to), filepath.Join("testdata", "trace-"+name+".txt")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), got, "the trace of a %s changed; if that is meant, run go test ./sim -update", name)
	}
}

func TestTracedHistoryIsTheOneOfRun(t *testing.T) {
	model := smallModel()
	model.Changes = []Change{{Name: "gift", Week: 20, Markets: 1, Give: int(smallMotor), Share: 0.5}}
	last := int32(model.Size.Weeks - 1)
	want := lived(t, model)
	for _, who := range []Subject{{Number: 0}, {Number: 59}, {Seller: true, Number: 0}, {Seller: true, Number: 5}} {
		got, text := &Record{}, &bytes.Buffer{}
		tr := newTracer(text, NewFirm(model, smallWorld, 2), who)
		tr.from, tr.to = -int32(model.Size.WarmUp), last
		tr.run(got)
		tr.firm.last(got)
		require.Equal(t, want, got, "looking at %+v must not change what happens", who)
	}
}

func TestTraceTellsWhatTheWholeFirmEarned(t *testing.T) {
	model := smallModel()
	plan := &model.Plans[smallBank]
	plan.Tallies = append(plan.Tallies, Tally{Name: "firm", Measure: Openings, Pool: OfFirm, Window: 26, Weight: []float64{1, 1, 1}})
	plan.Plan.Tallies = append(plan.Plan.Tallies, pay.TallyDef{Name: "firm", Window: 26})
	plan.Rules = append(plan.Rules, pay.Rule{Name: "firm-bonus", Tally: 2, Window: 26, Curve: pay.Curve{{Slope: 10}}, Share: 1})
	model.Strides.Tallies = 3
	var text bytes.Buffer
	require.NoError(t, Trace(&text, model, smallWorld, Subject{Seller: true}, 0, 103))
	require.Regexp(t, `week  25  close    the 26 weeks of firm end; pays EUR \+\d`, text.String())
}

func TestTraceIsTheSameWhereverItStarts(t *testing.T) {
	whole, part := traced(t, Subject{Number: 7}, 0, 60), traced(t, Subject{Number: 7}, 30, 60)
	_, later, _ := strings.Cut(part, "week ")
	for _, line := range strings.Split(later, "\nweek ") {
		if !strings.Contains(line, "lately, all in all") { // counts from where the trace starts
			require.Contains(t, whole, strings.TrimSpace(line))
		}
	}
}

func TestTraceLinesFitAPage(t *testing.T) {
	for number := range 6 {
		for _, line := range strings.Split(traced(t, Subject{Seller: true, Number: number}, -13, 103), "\n") {
			require.LessOrEqual(t, utf8.RuneCountInString(line), traceWidth, line)
		}
	}
}

func TestTraceOfEverybodyIsTold(t *testing.T) {
	for number := range 60 {
		text := traced(t, Subject{Number: number}, -13, 103)
		require.NotContains(t, text, "NaN", "customer %d", number)
		require.NotContains(t, text, "%!", "customer %d", number)
	}
}

func TestTraceRefusesWhomTheModelDoesNotHave(t *testing.T) {
	for message, c := range map[string]struct {
		who      Subject
		from, to int32
	}{
		"customer 60: there are 60, numbered from 0 to 59": {Subject{Number: 60}, 0, 1},
		"seller -1: there are 6, numbered from 0 to 5":     {Subject{Seller: true, Number: -1}, 0, 1},
		"weeks 0 to 104: the history has weeks -13 to 103": {Subject{}, 0, 104},
		"weeks -14 to 1: the history has weeks -13 to 103": {Subject{}, -14, 1},
		"weeks 5 to 4: write the earlier week first":       {Subject{}, 5, 4},
	} {
		require.EqualError(t, Trace(&bytes.Buffer{}, smallModel(), smallWorld, c.who, c.from, c.to), message)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room left") }

func TestTraceReportsThatItCouldNotWrite(t *testing.T) {
	err := Trace(full{}, smallModel(), smallWorld, Subject{}, 0, 1)
	require.EqualError(t, err, "no room left")
}

func TestTraceWords(t *testing.T) {
	require.Equal(t, []string{"EUR +86", "EUR -0.35", "EUR 0", "EUR -1200", "EUR +10"},
		[]string{euro(86.4), euro(-0.35), euro(0.001), euro(-1200), euro(9.999)})
	require.Equal(t, []string{"9 %", "0.31 %", "0 %", "100 %"},
		[]string{percent(0.09), percent(0.0031), percent(0), percent(1)})
	require.Equal(t, []string{"1 week", "13 weeks", "3 years"}, []string{weeks(1), weeks(13), weeks(156)})
	require.Equal(t, "trust 0.61 → 0.58", moved("trust", 0.61, 0.58))
	require.Empty(t, moved("trust", 0.612, 0.614), "a change that cannot be seen is not told")
	require.Equal(t, "1 lead, 0 leads", plural(1, "lead", "leads")+", "+plural(0, "lead", "leads"))
}
