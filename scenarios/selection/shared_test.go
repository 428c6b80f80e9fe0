package selection

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/scenarios/stats"
	"xsell/sim/draw"
)

// The worlds that all designs share end where one is dropped, which hangs on who was ahead: their 95 % intervals hold less
// often than they say, 91 to 95 % of the time by the report. Of 2,000 intervals that miss in 5 % 7.4 % miss once in a million.
func TestIntervalsOfTheWorldsASelectionSharesHoldALittleLessOften(t *testing.T) {
	worst := 0.0
	for _, designs := range []int{2, 5} {
		for _, lead := range []float64{0, 0.15, 0.3} {
			missed := 0
			for test := range trials {
				stream := draw.World{Seed: 20260107, Replication: uint64(test)}.Stream(draw.Survey, 0, 0)
				r, at := NewRace(Rule{Designs: designs, Delta: 0.3, Alpha: 0.05}), uint64(0)
				var first, second []float64
				for !r.Over() {
					world, whole := make([]float64, designs), len(r.Left()) == designs
					for i := range world {
						at++
						world[i] = draw.Normal(stream.Uniform(at))
					}
					world[0] += lead
					if whole {
						first, second = append(first, world[0]), append(second, world[1])
					}
					r.Add(world)
				}
				if d := stats.Paired(second, first); d.Low > lead || d.High < lead {
					missed++
				}
			}
			t.Logf("%d designs, lead %.2f: missed in %.1f %%", designs, lead, 100*float64(missed)/trials)
			worst = max(worst, float64(missed)/trials)
		}
	}
	assert.Greater(t, worst, 0.074, "else the sentence can go")
	assert.LessOrEqual(t, worst, 0.092)
}
