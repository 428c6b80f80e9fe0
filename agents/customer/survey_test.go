package customer

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
)

// Half of the luck is thrown next to the chance, where an answer could differ.
func TestASurveyAnswersAsTheFormulaDoes(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 6))
	for _, mind := range []agents.StayMind{staying, {SayBase: -2, Say: 0}, {SayBase: 1, Say: -3}, {SayBase: -3, Say: 12}} {
		survey := NewSurvey(&mind)
		for i := range 200_000 {
			satisfaction := dice.Float32()
			if i%10 == 0 {
				satisfaction = float32(dice.IntN(66)) / 64 // at the edges of cells, and above 1
			}
			chance, luck := SaysLeave(&mind, satisfaction), dice.Float64()
			if i%2 == 0 {
				luck = math.Nextafter(chance, float64(dice.IntN(3)-1))
			}
			require.Equal(t, luck < chance, survey.SaysLeave(satisfaction, luck), "satisfaction %v, luck %v", satisfaction, luck)
		}
	}
}
