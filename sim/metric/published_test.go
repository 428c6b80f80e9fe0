package metric

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatIsPublishedIsMeasured(t *testing.T) {
	for _, id := range Published {
		m, found := ByID(id)
		assert.True(t, found, "%s is published but not in the list of measures", id)
		assert.True(t, found && m.Published(), "%s", id)
	}
	for _, id := range []string{"products_real", "trust", "unauthorised_per_1000_openings", "unsuitable_share", "wallet_share"} {
		m, _ := ByID(id)
		assert.False(t, m.Published(), "%s is the truth, which management does not see", id)
	}
}
