package stats

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/sim/draw"
)

// Two designs that are equal, 30 worlds more after every look that shows nothing: what the reports of extended results warn
// of. One look errs in 5 % of 4,000 cases, or in less than .05 + 4.9 sqrt(.05 .95/4000) = 6.7 %; more looks err in more.
func TestAddingWorldsUntilSomethingIsClearFindsWhatIsNotThere(t *testing.T) {
	const cases, looks, batch = 4000, 5, 30
	var wrong [looks]int
	for test := range cases {
		stream := draw.World{Seed: 20260106, Replication: uint64(test)}.Stream(draw.Survey, 0, 0)
		here, there := make([]float64, looks*batch), make([]float64, looks*batch)
		for n := range here {
			here[n], there[n] = draw.Normal(stream.Uniform(uint64(2*n))), draw.Normal(stream.Uniform(uint64(2*n+1)))
		}
		clear := false
		for look := range looks {
			n := (look + 1) * batch
			if d := Paired(here[:n], there[:n]); d.Low > 0 || d.High < 0 {
				clear = true
			}
			if clear {
				wrong[look]++
			}
		}
	}
	for look, n := range wrong {
		t.Logf("with %d looks: %.1f %%", look+1, 100*float64(n)/cases)
	}
	assert.Less(t, float64(wrong[0])/cases, 0.067)
	assert.Greater(t, float64(wrong[1])/cases, 0.067)
	assert.Greater(t, float64(wrong[4])/cases, 0.1)
}
