package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"xsell/sim/draw"
)

// expected is what ../reference.py found.
type expected struct {
	Weeks    int
	Outcomes map[string]struct{ Mean, Error, One float64 }
}

func load(t *testing.T) (e expected) {
	t.Helper()
	data, err := os.ReadFile("../expected.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// rates are the outcomes as the reference states them.
func (o Outcomes) rates(weeks int) map[string]float64 {
	n := float64(o.Customers)
	w := n * float64(weeks)
	return map[string]float64{"offers": float64(o.Offers) / w, "accepted": float64(o.Accepted) / w,
		"arisen": float64(o.Arisen) / w, "faded": float64(o.Faded) / w, "helped": float64(o.Helped) / w,
		"failed": float64(o.Failed) / w, "left": float64(o.Left) / w, "open": float64(o.Open) / n, "need": o.Need,
		"trust": o.Trust, "skill": o.Skill, "need_spread": o.NeedSpread, "trust_spread": o.TrustSpread}
}

// The tolerance is that of ../check.py, 6.5 standard errors of the world and of the reference together: luck alone fails
// once in 1e9 to 1e10 comparisons.
func TestTheSmallWeekComesToWhatTheReferenceFound(t *testing.T) {
	e, n := load(t), 20_000
	f := newFirm(draw.World{Seed: 2026}, n, 2)
	f.live(e.Weeks)
	got := f.outcomes().rates(e.Weeks)
	for name, want := range e.Outcomes {
		room := 6.5*math.Sqrt(want.One*want.One/float64(n)+want.Error*want.Error) + 2e-6*want.Mean
		if math.Abs(got[name]-want.Mean) > room {
			t.Errorf("%s is %.7f a customer, the reference found %.7f ± %.7f", name, got[name], want.Mean, room)
		}
	}
}

func TestWorkersChangeNothing(t *testing.T) {
	lived := func(workers int) Outcomes {
		f := newFirm(draw.World{Seed: 7}, 7_100, workers)
		f.live(30)
		return f.outcomes()
	}
	if one, three := lived(1), lived(3); one != three {
		t.Errorf("one worker comes to %+v, three to %+v", one, three)
	}
}

func TestTheReadmeTellsTheExpectedValues(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range load(t).Outcomes {
		if row := fmt.Sprintf("| `%s` | %.7f | %.7f |", name, want.Mean, want.Error); !strings.Contains(string(readme), row) {
			t.Errorf("README.md has no row that begins with %q", row)
		}
	}
}
