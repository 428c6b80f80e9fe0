package pay

import (
	"math"
	"path/filepath"
	"testing"
)

// The scripts in testdata are written for and by people who plan pay; testdata/README.txt
// explains them.
func TestPayScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if filepath.Base(file) == "README.txt" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			s, err := readScript(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, mistake := range s.plan.Check() {
				t.Errorf("%s: %s", file, mistake)
			}
			s.play(t)
		})
	}
}

// play runs the weeks one by one: post, pay what is due, start the tallies again whose window ended.
func (s *script) play(t *testing.T) {
	sum := make([]float64, len(s.plan.Tallies))
	for week := 1; week <= s.last; week++ {
		for _, p := range s.posts[week] {
			sum[p.row] += p.amount
		}
		for r := range s.plan.Rules {
			s.pay(t, r, week, sum)
		}
		for row, tally := range s.plan.Tallies {
			if week%tally.Window == 0 {
				sum[row] = 0
			}
		}
	}
}

func (s *script) pay(t *testing.T, r, week int, sum []float64) {
	rule, got, want := &s.plan.Rules[r], 0.0, 0.0
	if rule.Due(week) {
		got = s.plan.Pays(r, sum, s.target)
	}
	for _, slip := range s.slips[week] {
		if slip.row == r {
			want = slip.amount
		}
	}
	if math.Abs(got-want) >= 0.005 { // half a cent
		t.Errorf("end of week %d: rule %q pays EUR %.2f, the script says %.2f", week, rule.Name, got, want)
	}
}

func TestScriptsAreReadWithTheirMistakesNamed(t *testing.T) {
	for line, want := range map[string]string{
		"tally sales":              "x.txt:1: tally sales: a tally needs a window in weeks",
		"tally sales window many":  "x.txt:1: tally sales window many: window: \"many\" is not a number",
		"rule fee on leads":        "x.txt:1: rule fee on leads: no tally \"leads\"",
		"from 0 each 5":            "x.txt:1: from 0 each 5: belongs to a rule, but no rule comes before it",
		"week one: sales 3":        "x.txt:1: week one: sales 3: \"one\" is not a week",
		"slip 4: fee 3":            "x.txt:1: slip 4: fee 3: no rule \"fee\"",
		"bonus 5":                  "x.txt:1: bonus 5: unknown word \"bonus\"; tally, rule, from, gate, week or slip begin a line",
		"tally s window 4 goal 10": "x.txt:1: tally s window 4 goal 10: unknown word \"goal\"",
	} {
		_, err := parseScript("x.txt", line)
		if err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", line, err, want)
		}
	}
}
