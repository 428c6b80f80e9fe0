package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/agents/pay"
	"xsell/sim/draw"
)

// TestStrikesStayWithTheirThreat: a threat that comes at a date must not start with the misses under another.
func TestStrikesStayWithTheirThreat(t *testing.T) {
	threatened := func(keys ...uint32) *Model {
		model := smallModel()
		for u := range model.Plans {
			model.Plans[u].Threats = nil
			for _, key := range keys {
				model.Plans[u].Threats = append(model.Plans[u].Threats, Threat{Threat: pay.Threat{Window: 13, Misses: 9, Chance: 1}, Key: key})
			}
		}
		model.Strides.Threats = 2
		return model
	}
	const demotion, dismissal = 1, 2
	m := Build(threatened(dismissal), draw.World{Seed: 1}, 0)
	m.Sellers.Strikes[0] = 3
	m.adopt(threatened(demotion, dismissal))
	assert.Equal(t, []uint8{0, 3}, m.Sellers.Strikes[:2], "the old threat keeps its strikes in its new place")
	m.adopt(threatened(demotion))
	assert.Equal(t, []uint8{0, 0}, m.Sellers.Strikes[:2], "a threat that is gone leaves none to another")
}
