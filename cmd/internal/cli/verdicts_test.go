package cli

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOutcomesOfAnyOriginGetVerdicts(t *testing.T) {
	elsewhere(t)
	wide := "replication,a,b,c\n1,1,2.1,1\n2,2,3.2,2\n3,3,3.9,3\n4,1,2,1\n5,4,5.1,4\n6,2,2.9,2\n7,1,2,1\n8,5,6,5\n9,2,3.1,2\n10,2,2.9,2\n"
	require.NoError(t, os.WriteFile("wide.csv", []byte(wide), 0o600))
	code, out, err := call(t, "decide", "wide.csv", "--better", "more", "--smallest", "0.5")
	require.Equal(t, Done, code, err)
	assert.Regexp(t, `b +a +▲ \+1\.02 .*better \(by more than matters\)`, out)
	assert.Regexp(t, `c +a +· 0 \[−∞, ∞\].*undecided \(equal`, out, "equal columns of a file are no proof of equal histories")
	assert.Contains(t, out, "Cannot be ruled out as the best in outcome: b.")

	t.Run("a long table says the same, whatever the order of its lines and columns", func(t *testing.T) {
		long := "value,scenario,measure,replication\n"
		for _, line := range []string{"2,a,outcome,10", "2.9,b,outcome,10", "2,c,outcome,10"} {
			long += line + "\n"
		}
		rows := [][]string{{"1", "1", "2.1"}, {"2", "2", "3.2"}, {"3", "3", "3.9"}, {"4", "1", "2"}, {"5", "4", "5.1"}, {"6", "2", "2.9"}, {"7", "1", "2"}, {"8", "5", "6"}, {"9", "2", "3.1"}}
		for _, r := range rows {
			long += r[1] + ",a,outcome," + r[0] + "\n" + r[1] + ",c,outcome," + r[0] + "\n" + r[2] + ",b,outcome," + r[0] + "\n"
		}
		require.NoError(t, os.WriteFile("long.csv", []byte(long), 0o600))
		_, again, err := call(t, "decide", "long.csv", "--better", "more", "--smallest", "0.5")
		assert.Regexp(t, `b +a +▲ \+1\.02 .*better \(by more than matters\)`, again, err)
	})
	t.Run("less is better turns the words, another base the pairs", func(t *testing.T) {
		code, out, err := call(t, "decide", "wide.csv", "--better", "less", "--smallest", "0.5", "--base", "b")
		require.Equal(t, Done, code, err)
		assert.Regexp(t, `a +b +▲ −1\.02 .*better \(by more than matters\)`, out)
	})
}

// Only what this tool has lived can be extended by it.
func TestMoreWorldsAreAddedWhereTheOutcomesCameFrom(t *testing.T) {
	elsewhere(t)
	text := "replication,a,b\n"
	for r := range 12 {
		text += strconv.Itoa(r) + ",16," + strconv.Itoa(10+r*7%12) + "\n"
	}
	require.NoError(t, os.WriteFile("open.csv", []byte(text), 0o600))
	_, out, err := call(t, "decide", "open.csv", "--better", "more", "--smallest", "1")
	assert.Regexp(t, `about to need some \d+ more worlds? of every design: add them to\s+the file`, out, err)
	assert.NotContains(t, out, "xsell extend")
}

// Thirty years without an event leave a chance of up to 11 % in either design; what a file does not hold may differ.
func TestEqualColumnsAreNotEqualHistories(t *testing.T) {
	elsewhere(t)
	text := "replication,a,b\n"
	for r := range 30 {
		text += strconv.Itoa(r) + ",0,0\n"
	}
	require.NoError(t, os.WriteFile("none.csv", []byte(text), 0o600))
	_, out, err := call(t, "decide", "none.csv", "--event", "--better", "less", "--smallest", "0.02")
	assert.Regexp(t, `b +a +· 0.00 \[−0.11, 0.11\].*undecided`, out, err)
	require.NoError(t, os.WriteFile("two.csv", []byte("replication,a,b\n1,1,1\n2,2,2\n"), 0o600))
	_, out, err = call(t, "decide", "two.csv", "--better", "more", "--smallest", "0.02")
	assert.Regexp(t, `b +a +· 0 \[−∞, ∞\].*undecided \(equal`, out, err)
}

func TestOutcomesThatCannotBeJudgedAreExplained(t *testing.T) {
	elsewhere(t)
	for name, text := range map[string]string{
		"empty.csv": "", "head.csv": "replication,a,b\n", "one.csv": "scenario,replication,measure,value\na,1,y,2\n",
		"hole.csv":  "scenario,replication,measure,value\na,1,y,2\nb,1,y,2\na,2,y,2\n",
		"twice.csv": "replication,a,b\n1,2,3\n1,2,3\n", "word.csv": "replication,a,b\n1,2,three\n",
		"odd.csv": "x,y\n1,2\n", "fine.csv": "replication,a,b\n1,2,3\n2,2,1\n",
	} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"empty.csv"}, "empty.csv: it is empty"},
		{[]string{"head.csv"}, "there is no outcome below the header"},
		{[]string{"one.csv", "--better", "more"}, "there is only a; nothing to compare it with"},
		{[]string{"hole.csv", "--better", "more"}, "there is no y of b in replication 2; a value that is undefined is an empty cell"},
		{[]string{"twice.csv", "--better", "more"}, "outcome of a in replication 1 stands there twice"},
		{[]string{"word.csv", "--better", "more"}, `line 2: outcome of b in replication 1: "three" is not a number`},
		{[]string{"odd.csv"}, "want the columns scenario, replication, measure and value, or a column replication and one for each design"},
		{[]string{"fine.csv"}, "--better: say which way outcome is better: more or less"},
		{[]string{"fine.csv", "--better", "up"}, `--better: found "up", want more or less`},
		{[]string{"fine.csv", "--better", "more", "--base", "c"}, `--base: no design "c"; there are a, b`},
		{[]string{"fine.csv", "--better", "more", "--smallest", "0"}, "--smallest: found 0, must be more than 0"},
		{[]string{"fine.csv", "--better", "more", "--event"}, "neither 0 nor 1"},
		{[]string{"missing.csv"}, "cannot read missing.csv: no such file or directory"},
	} {
		code, _, err := call(t, append([]string{"decide"}, c.args...)...)
		assert.Equal(t, BadInput, code, c.args)
		assert.Contains(t, err, c.want, c.args)
	}
}

func TestVerdictsOnResultsPayForTheLooksBefore(t *testing.T) {
	elsewhere(t)
	plain := append(with("compare", "silo", "interlock"), "--replications", "4", "--quiet")
	code, _, err := call(t, append(plain, "--out", "plain")...)
	require.Equal(t, Done, code, err)
	ask := func(dir string) string {
		code, out, err := call(t, "decide", dir, "--decide", "churn", "--smallest", "0.2")
		require.Equal(t, Done, code, err)
		return flowing(out)
	}
	assert.NotContains(t, ask("plain"), "Looks:")
	code, _, err = call(t, "extend", "plain", "--replications", "6", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, ask("plain"), "Looks: at 4 replications (error 5 %), at 6 replications (error 2.5 %).")

	code, _, err = call(t, append(plain, "--out", "decided", "--decide", "profit_per_customer", "--smallest", "5")...)
	require.Equal(t, Done, code, err)
	assert.NotContains(t, ask("decided"), "Looks:", "the look at these worlds is the one that was taken")
	code, _, err = call(t, "extend", "decided", "--replications", "6", "--quiet")
	require.Equal(t, Done, code, err)
	assert.Contains(t, ask("decided"), "Looks: at 4 replications (error 5 %), at 6 replications (error 2.5 %).")
}
