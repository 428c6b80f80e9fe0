package odd

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSectionsGoBetweenTheirMarkers(t *testing.T) {
	made := []Section{{"a", "new\n"}}
	text := "x\n<!-- generated:a -->\nold\n<!-- /generated:a -->\ny\n"
	filled, err := Fill(text, made)
	require.NoError(t, err)
	assert.Equal(t, strings.Replace(text, "old", "new", 1), filled)
	_, err = Fill("<!-- generated:b -->\n", made)
	assert.ErrorContains(t, err, `no generated section "b"`)
	_, err = Fill("<!-- generated:a -->\n", made)
	assert.ErrorContains(t, err, "has no end")
}
