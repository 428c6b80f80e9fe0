package cli

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/sim"
)

func TestVerifyPrintsTheBooksLineByLine(t *testing.T) {
	elsewhere(t)
	code, out, err := call(t, with("run", "sales-quota", "--verify", "--quiet")...)
	require.Equal(t, Done, code, err)
	_, books, found := strings.Cut(out, "books of sales-quota")
	require.True(t, found, out)
	lines := strings.Split(strings.TrimSpace(books), "\n")
	assert.Equal(t, ledgerHead, strings.Fields(lines[0]))
	for i, x := range sim.Identities {
		assert.True(t, strings.HasPrefix(lines[1+i], x.Name), "line %d is of %s: %s", i+1, x.Name, lines[1+i])
		assert.True(t, strings.HasSuffix(lines[1+i], " 0"), "nothing is missing: %s", lines[1+i])
	}
	assert.Contains(t, out, "books balance: every line in every frame of 2 histories")
}

func TestCompareVerifiesEveryScenario(t *testing.T) {
	elsewhere(t)
	_, out, _ := call(t, with("compare", "silo", "interlock", "--verify", "--quiet")...)
	assert.Contains(t, out, "books of silo ")
	assert.Contains(t, out, "books of interlock ")
}

func TestALineThatDoesNotBalanceShowsWhatIsMissing(t *testing.T) {
	customers, money := &sim.Identity{Name: "customers"}, &sim.Identity{Name: "profit", Unit: sim.Unit{Name: "EUR", Parts: 1000}}
	var out strings.Builder
	require.NoError(t, ledger(&out, "x", []sim.Line{
		{Identity: customers, Opening: 1200, In: 30, Out: 20, Closing: 1209},
		{Identity: money, In: -5_000_400, Out: -5_000_401},
		{Identity: money, In: 7_000, Out: 9_500, Rounding: 2_500},
	}))
	assert.Equal(t, ""+
		"books of x       opening      in     out  closing  difference\n"+
		"customers          1,200      30      20    1,209           1\n"+
		"profit      EUR        0  -5,000  -5,000        0       0.001\n"+
		"profit      EUR        0       7      10        0           0\n\n", out.String())
}
