package evidence

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios"
)

// Towns of 3,000 customers, in as many courses of luck as each claim says, so that its interval keeps away from the edge.
func TestEverySystemOfTheLibraryShowsWhatItIsThereFor(t *testing.T) {
	results, err := JudgeLaws(t.Context(), Builtin().Systems, Options{Seed: look})
	require.NoError(t, err)
	for _, r := range results {
		t.Run(r.ID, func(t *testing.T) {
			t.Logf("%s: %s, must be %v", r.Title, r.On, r.Band)
			for i, also := range r.Also {
				t.Logf("  %s: %s, must be %v", r.Law.Also[i].Text, also, r.Law.Also[i].Band)
			}
			for _, sentence := range r.Fails {
				t.Error(sentence)
			}
		})
	}
}

func TestASystemIsNamedAfterAScenarioOrOverlayOfTheLibrary(t *testing.T) {
	named := scenarios.Names()
	for _, over := range scenarios.Overlays() {
		named = append(named, over.Name)
	}
	for _, s := range Builtin().Systems {
		assert.Contains(t, named, s.ID)
	}
	for _, over := range scenarios.Overlays() {
		shown := slices.ContainsFunc(Builtin().Systems, func(s *Law) bool { return s.ID == over.Name })
		assert.True(t, shown, "no claim says what the overlay %s must show: add one to systems/", over.Name)
	}
}
