package draw

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// purposes reads the constants of purposes.go as "number name" lines and
// demands a comment and a number of its own on each.
func purposes(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "purposes.go", nil, parser.ParseComments)
	require.NoError(t, err)
	var lines []string
	for _, spec := range file.Decls[0].(*ast.GenDecl).Specs {
		row := spec.(*ast.ValueSpec)
		require.Len(t, row.Values, 1, "%s needs an explicit number", row.Names[0])
		require.NotNil(t, row.Comment, "%s needs a comment", row.Names[0])
		require.Equal(t, "Purpose", fmt.Sprint(row.Type), "%s needs its type", row.Names[0])
		lines = append(lines, row.Values[0].(*ast.BasicLit).Value+" "+row.Names[0].Name)
	}
	return lines
}

func TestPurposesKeepTheirNumbersForEver(t *testing.T) {
	golden, err := os.ReadFile("testdata/purposes.golden")
	require.NoError(t, err)
	frozen := strings.Split(strings.TrimSpace(string(golden)), "\n")
	now := purposes(t)
	require.GreaterOrEqual(t, len(now), len(frozen), "a purpose may not be removed")
	assert.Equal(t, frozen, now[:len(frozen)], "a purpose may not be renumbered or renamed")
	assert.Len(t, frozen, len(now), "write the new purposes at the end of testdata/purposes.golden")
}

func TestPurposesCountUpwardsFromOne(t *testing.T) {
	before := 0
	for _, line := range purposes(t) {
		var number int
		_, err := fmt.Sscan(line, &number)
		require.NoError(t, err, "%q starts with a number", line)
		assert.Greater(t, number, before, "%q: a new purpose takes a higher number than all before", line)
		assert.Less(t, number, Purposes, "%q: the table of streams has an entry for each", line)
		before = number
	}
	assert.Equal(t, Purpose(1), Segment, "the first purpose")
}
