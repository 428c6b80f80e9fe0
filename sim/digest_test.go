package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"xsell/sim/metric"
)

func TestADigestSeesEveryNumber(t *testing.T) {
	r := lived(t, busy())
	was := Digest(r)
	assert.Equal(t, was, Digest(lived(t, busy())), "the same history has the same digest")
	assert.NotEqual(t, Digest(r, r), was, "two histories are not one")
	for name, change := range map[string]func(){
		"an opening stock":       func() { r.Opening[metric.Customers]++ },
		"a week":                 func() { r.Frames[0].Week++ },
		"a counter of a frame":   func() { r.Frames[1].Books[metric.Profit]++ },
		"a distribution":         func() { r.Hists[0]++ },
		"a market":               func() { r.Markets[1][metric.Customers]++ },
		"what units sold":        func() { r.Sold[0][0]++ },
		"what was sold silently": func() { r.Silent[0]++ },
	} {
		change()
		now := Digest(r)
		assert.NotEqual(t, was, now, "%s is part of the digest", name)
		was = now
	}
}
