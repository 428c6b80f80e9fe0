package evidence

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// look is the luck in which the claims are looked at by the tests.
const look = 20

func TestEveryLawHoldsAndIsGoneWithItsMechanismOff(t *testing.T) {
	results, err := JudgeLaws(t.Context(), Builtin().Laws, Options{Seed: look})
	require.NoError(t, err)
	for _, r := range results {
		t.Run(fmt.Sprintf("law %d %s", r.Number, r.ID), func(t *testing.T) {
			t.Logf("%s: %s; off: %s; gap %s", r.Title, r.On, r.Off, r.Gap)
			for i, also := range r.Also {
				t.Logf("  %s: %s, must be %v", r.Law.Also[i].Text, also, r.Law.Also[i].Band)
			}
			for _, sentence := range r.Fails {
				t.Error(sentence)
			}
		})
	}
}
