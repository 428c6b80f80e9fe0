package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAComparisonThatWasCutShortIsResumedWithWhyAndWho(t *testing.T) {
	elsewhere(t)
	ten := deeply("--replications", "5", "--workers", "1")
	code, want, err := call(t, append(ten, "--out", "whole", "--quiet")...)
	require.Equal(t, Done, code, err)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out bytes.Buffer
	notes := &halfway{cancel: cancel}
	code = Main(ctx, append(ten, "--out", "parts"), &out, notes)
	require.Equal(t, Incomplete, code, notes.String())
	assert.NotContains(t, notes.String(), "why:", "whoever stops a comparison waits for nothing more")
	code, got, err := call(t, "resume", "parts")
	require.Equal(t, Done, code, err)
	_, whole, _ := strings.Cut(want, "WHY AND WHO")
	_, parts, _ := strings.Cut(strings.ReplaceAll(got, "parts", "whole"), "WHY AND WHO")
	assert.NotEmpty(t, whole)
	assert.Equal(t, whole, parts)
	for _, at := range []string{whyWithin, whoWithin} {
		sameFiles(t, filepath.Join("whole", at), filepath.Join("parts", at))
	}
}
