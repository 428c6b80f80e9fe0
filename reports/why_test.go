package reports

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// inventedShare is a share that a test invents: a lever with its mean, half its interval, and what it brings alone and last.
type inventedShare struct {
	lever                   string
	share, half, alone, own float64
}

// whyOf invents an explanation of profit between two designs.
func whyOf(base float64, worlds int, shares ...inventedShare) *results.ExplainSet {
	set := &results.ExplainSet{
		Manifest: results.Manifest{Tool: "test", Seed: 1, Asked: worlds, Finished: worlds, Weeks: 260, Close: 13, Command: []string{"xsell", "explain", "silo", "interlock"},
			Scenarios: []results.Scenario{{Name: "silo", Title: "Silo", TOML: "[run]\ncustomers = 5000\nmarkets = 5\nsellers = 50\n"}, {Name: "interlock", Title: "Interlock"}}},
		Dictionary: []results.Measure{m("profit_per_customer", "Profit per customer", "EUR a year", "ratio", "more", "Money")},
	}
	gap := results.Gap{Measure: "profit_per_customer", Base: base, Worlds: worlds, Words: "more", Method: "simultaneous"}
	for i, s := range shares {
		gap.Difference += s.share
		row := results.Share{Measure: gap.Measure, Lever: s.lever, Share: s.share, Low: s.share - s.half, High: s.share + s.half, Alone: s.alone, Last: s.own}
		inert := s.share == 0 && s.half == 0
		set.Shares = append(set.Shares, row)
		set.Levers = append(set.Levers,
			results.Lever{Number: i + 1, Name: s.lever, Key: fmt.Sprintf("organisation.handoff.a%d.ease", i), From: "0.3", To: "0.8", Inert: inert},
			results.Lever{Number: i + 1, Name: s.lever, Key: fmt.Sprintf("organisation.handoff.b%d.ease", i), From: "0.3", To: "0.8", Inert: inert},
			results.Lever{Number: i + 1, Name: s.lever, Key: "pay.rule.new.goal", To: `"own-line"`, Inert: inert})
	}
	gap.Other = base + gap.Difference
	gap.Low, gap.High = gap.Difference-2, gap.Difference+2
	gap.InteractionLow, gap.InteractionHigh = -1, 1
	if worlds < 2 {
		nan := math.NaN()
		gap.Low, gap.High, gap.InteractionLow, gap.InteractionHigh = nan, nan, nan, nan
		for i := range set.Shares {
			set.Shares[i].Low, set.Shares[i].High = nan, nan
		}
	}
	set.Differences = []results.Gap{gap}
	return set
}

var cancelling = []inventedShare{{"pay + goals", -13.77, 2.4, -11.2, -17.3}, {"customer file", 8.57, 2.8, 9, 7.8}, {"culture", 2.12, 0.9, 5.2, 0.02},
	{"handoffs", 1.67, 2.7, 4.7, -0.5}, {"controls", 0, 0, 0, 0}}

func TestTheAnswerNamesTheDifferenceAndWhereItComesFrom(t *testing.T) {
	set := whyOf(132.25, 10, cancelling...)
	assert.Equal(t, []string{"interlock makes no clear difference to profit per customer: −1.4 [−3.4, 0.6] EUR a year; of this −13.8 comes from pay + goals, " +
		"+8.6 from customer file and +2.1 from culture; the rest, +1.7 from handoffs, cannot be told from nothing; controls changes nothing."}, WhyWords(set))
	assert.Equal(t, "interlock makes no clear difference to profit per customer: −1.4 [−3.4, 0.6] EUR a year; −13.8 from pay + goals, +8.6 from customer file and +3.8 from the other two.", newWhyView(set).answer())
	clear := whyOf(132.25, 10, inventedShare{"handoffs", 7.14, 1, 7, 7}, inventedShare{"teams", 3.5, 4, 3, 3})
	assert.Equal(t, []string{"interlock raises profit per customer by 10.6 [8.6, 12.6] EUR a year from 132.3 (better); of this +7.1 comes from handoffs; the rest, +3.5 from teams, cannot be told from nothing."}, WhyWords(clear))
	none := whyOf(132.25, 10, inventedShare{"handoffs", 1, 2, 1, 1}, inventedShare{"teams", -1, 2, -1, -1})
	assert.Contains(t, WhyWords(none)[0], "no lever's share can be told from nothing by itself: +1.0 from handoffs and −1.0 from teams.")
	assert.Contains(t, newWhyView(none).answer(), "no lever’s share can be told from nothing.")
	many := whyOf(132.25, 10, inventedShare{"pay + goals", -15.9, 2, 0, 0}, inventedShare{"a", 4.2, 5, 0, 0}, inventedShare{"b", 4.2, 5, 0, 0}, inventedShare{"c", 4.2, 5, 0, 0}, inventedShare{"d", 4.2, 5, 0, 0})
	assert.Contains(t, WhyWords(many)[0], "; the rest, +16.8, comes from 4 levers of which none can be told from nothing by itself.",
		"the sum of shares was not tested, so nothing may be said of it")
	assert.Contains(t, newWhyView(many).answer(), "EUR a year; −15.9 from pay + goals and +16.8 from the other four.")
}

// Of a lever that changes histories zeros in all worlds are no finding; only of one that changes none it is said.
func TestWhatWasNotSeenIsSaidSo(t *testing.T) {
	for _, end := range []float64{math.NaN(), 0} { // 0: as results written before had it
		set := whyOf(132.25, 10, inventedShare{"handoffs", 7, 1, 7, 7}, inventedShare{"teams", 0, 0, 0, 0}, inventedShare{"controls", 0, 0, 0, 0})
		for i := range set.Levers {
			set.Levers[i].Inert = set.Levers[i].Name == "controls"
		}
		set.Shares[1].Low, set.Shares[1].High = end, end
		assert.Contains(t, WhyWords(set)[0], "; from teams none was seen in 10 worlds; controls changes nothing.")
		v := newWhyView(set)
		rows := v.rows(v.measures[0])
		assert.Equal(t, []string{"·", "0.0 none seen in 10 worlds"}, []string{rows[1].Mark, rows[1].Share})
		assert.Equal(t, []string{"=", "0.0 [0.0, 0.0]"}, []string{rows[2].Mark, rows[2].Share})
	}
	none := whyOf(132.25, 10, inventedShare{"teams", 0, 0, 0, 0})
	none.Levers[0].Inert, none.Levers[1].Inert, none.Levers[2].Inert = false, false, false
	none.Differences[0].Low, none.Differences[0].High = math.NaN(), math.NaN()
	assert.Equal(t, "interlock makes no difference to profit per customer in 10 worlds.", WhyWords(none)[0])
}

func TestFewWorldsWithDrawnOrdersAreWarnedOf(t *testing.T) {
	for worlds, warned := range map[int]bool{5: true, 10: false} {
		set := whyOf(132.25, worlds, cancelling...)
		assert.NotContains(t, strings.Join(newWhyView(set).footWords(), "\n"), "orders drawn for each are few", "all combinations were lived")
		set.Orders = []results.LeverOrder{{Replication: 0, Order: "2+1"}}
		assert.Equal(t, warned, strings.Contains(strings.Join(newWhyView(set).footWords(), "\n"), "orders drawn for each are few"), "%d worlds", worlds)
	}
}

func TestCornersAreSaidPlainly(t *testing.T) {
	same := whyOf(132.25, 10)
	assert.Equal(t, []string{"Profit per customer: silo and interlock are the same design, key by key, and do not differ."}, WhyWords(same))
	nowhere := whyOf(132.25, 10, cancelling...)
	nowhere.Differences[0].Worlds, nowhere.Differences[0].Base, nowhere.Differences[0].Difference = 0, math.NaN(), math.NaN()
	assert.Contains(t, WhyWords(nowhere)[0], "Profit per customer is not defined in any world")
	idle := whyOf(132.25, 10, inventedShare{"controls", 0, 0, 0, 0})
	idle.Differences[0].Low, idle.Differences[0].High = 0, 0
	assert.Equal(t, "interlock leaves profit per customer exactly as it is in silo.", WhyWords(idle)[0])
	once := whyOf(132.25, 1, cancelling...)
	assert.Contains(t, WhyWords(once)[0], "interlock makes no clear difference to profit per customer: −1.41 EUR a year")
	var out bytes.Buffer
	require.NoError(t, Why(&out, &results.ExplainSet{}, Terminal{}))
	assert.Equal(t, "No design was lived.\n", out.String())
}

// Whatever the numbers, what is shown adds up: base and shares give the other design.
func TestWhatIsShownAddsUp(t *testing.T) {
	for _, scale := range []float64{1e-4, 0.017, 1, 31.7, 1e6} {
		var scaled []inventedShare
		for _, s := range cancelling {
			scaled = append(scaled, inventedShare{s.lever, s.share * scale, s.half * scale, s.alone * scale, s.own * scale})
		}
		set := whyOf(132.25*scale, 10, scaled...)
		set.Differences[0].Low, set.Differences[0].High = set.Differences[0].Difference-2*scale, set.Differences[0].Difference+2*scale
		v := newWhyView(set)
		shown := read(t, number(v.measures[0].base, v.measures[0].decimals))
		for _, s := range v.measures[0].shares {
			shown += read(t, v.measures[0].signed(s.shown))
		}
		assert.InDelta(t, read(t, number(v.measures[0].other, v.measures[0].decimals)), shown, 1e-9*scale, "at a scale of %v", scale)
	}
}

// read is the number that a reader sees.
func read(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.NewReplacer(minus, "-", ",", "").Replace(text), 64)
	require.NoError(t, err)
	return x
}

func TestWhyFitsAnyTerminal(t *testing.T) {
	set := whyOf(132.25, 10, append(cancelling, inventedShare{"organisation.handoff.bank-to-non-life-and-somewhere-else.finder-credit", 1, 3, 1, 1})...)
	set.Notes = []results.LeverNote{{Note: "grouped by entry: by key there would be more than 12 levers"}}
	for _, at := range []Terminal{{}, {Width: 80}, {Width: 60, Colour: true}, {Width: 40}, {Width: 80, ASCII: true, Height: 24}} {
		var out bytes.Buffer
		require.NoError(t, Why(&out, set, at))
		plain := escapes.ReplaceAllString(out.String(), "")
		for _, want := range []string{"PROFIT PER CUSTOMER", "in all", "own-line", "changes nothing", "Grouped by entry"} {
			assert.Contains(t, plain, want, "%+v", at)
		}
		for line := range strings.Lines(plain) {
			assert.LessOrEqual(t, displayWidth(strings.TrimSuffix(line, "\n")), at.width(), "%+v: %s", at, line)
		}
		assert.Equal(t, at.Height > 0, strings.Contains(plain, "\nANSWER\n"), "where the first lines are out of sight the answer is said again")
	}
	golden(t, "terminal-why-80.txt", whySaid(t, whyOf(132.25, 10, cancelling...), Terminal{Width: 80}))
}

func whySaid(t *testing.T, set *results.ExplainSet, at Terminal) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, Why(&out, set, at))
	return out.String()
}

func TestTheNoteSaysWhatToSee(t *testing.T) {
	v := newWhyView(whyOf(132.25, 10, cancelling...))
	note := v.fallNote(v.measures[0])
	assert.Contains(t, note, "The longest step is that of pay + goals, −13.8 [−16.2, −11.4] EUR a year.")
	assert.Contains(t, note, "Steps in both directions cancel: 12.4 up and 13.8 down leave −1.4.")
	assert.Contains(t, note, "Laid alone, each in silo, the levers come to +7.7 in sum; each laid last, to −10.0; together they bring −1.4. How far the levers help or hamper one another cannot be told from luck here.")
	turning := whyOf(132.25, 10, inventedShare{"teams", 1, 0.5, 4, -2}, inventedShare{"pay", 3, 0.5, 3, 3})
	turning.Differences[0].InteractionLow, turning.Differences[0].InteractionHigh = -8, -4
	v = newWhyView(turning)
	assert.Contains(t, v.fallNote(v.measures[0]), "So it matters which others are there")
}

// Pages are kept where the environment variable XSELL_REPORTS says, to be looked at.
func TestWhyIsDrawnForEveryShapeOfAnAnswer(t *testing.T) {
	var many []inventedShare
	for i := range 12 {
		many = append(many, inventedShare{fmt.Sprintf("organisation.handoff.bank-to-somewhere-%d.finder-credit", i), float64(7-i) * 1000, 900, float64(i), 1})
	}
	for name, set := range map[string]*results.ExplainSet{
		"why-usual": whyOf(132.25, 10, cancelling...), "why-many": whyOf(-4000, 10, many...), "why-once": whyOf(132.25, 1, cancelling...),
		"why-one": whyOf(0, 10, inventedShare{"pay", 3, 1, 3, 3}), "why-none": whyOf(132.25, 10),
	} {
		dir := filepath.Join(t.TempDir(), name)
		if keep := os.Getenv("XSELL_REPORTS"); keep != "" {
			dir = filepath.Join(keep, name)
			require.NoError(t, os.RemoveAll(dir))
		}
		require.NoError(t, results.WriteExplain(dir, set))
		require.NoError(t, RenderWhy(dir))
		data, err := os.ReadFile(filepath.Join(dir, "report.html"))
		require.NoError(t, err)
		page := string(data)
		assert.Equal(t, 1, strings.Count(page, "<h1"), name)
		assert.NotContains(t, page, "NaN", name)
		v := newWhyView(set)
		for _, f := range v.figures() {
			if missing := map[string]string{"why-none": "there is no lever", "why-one": "All changes are of one kind (pay)"}[name]; missing != "" {
				assert.Contains(t, f.missing, missing)
				continue
			}
			assert.Contains(t, f.alt, "Waterfall of profit per customer. silo: ", name)
			assert.Contains(t, f.alt, v.measures[0].shares[0].lever.Name+" ", "%s tells every step", name)
			require.NotNil(t, f.narrow, "%s has a drawing for telephones", name)
			assertBegins(t, filepath.Join(dir, "plots", f.id+".svg"), "<?xml")
			png, err := f.png(v.view)
			require.NoError(t, err)
			if keep := os.Getenv("XSELL_REPORTS"); keep != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, f.id+".png"), png, 0o600))
			}
		}
	}
	assert.Error(t, RenderWhy(t.TempDir()), "an empty directory explains nothing")
}
