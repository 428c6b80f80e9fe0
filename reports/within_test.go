package reports

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// deepResults are those of a comparison of three designs with why and who of both within them.
func deepResults(t *testing.T) (dir string, set *results.Set) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "deep")
	if keep := os.Getenv("XSELL_REPORTS"); keep != "" {
		dir = filepath.Join(keep, "deep")
		require.NoError(t, os.RemoveAll(dir))
	}
	set = synthetic(shape{scenarios: []string{"silo", "interlock", "interlock 2"}, replications: 12, frames: 8})
	set.Manifest.Deeper = []string{results.Why, results.Who}
	set.Manifest.Command = []string{"xsell", "compare", "silo", "interlock", "--why", "--who"}
	require.NoError(t, results.Write(dir, set))
	for n := 1; n < 3; n++ {
		require.NoError(t, results.WriteExplain(filepath.Join(dir, set.Manifest.Within(results.Why, n)), whyOf(132.25, 10, cancelling...)))
		require.NoError(t, results.WriteTwins(filepath.Join(dir, set.Manifest.Within(results.Who, n)), twinSet()))
	}
	return dir, set
}

func TestOnePageAnswersWhyAndWhoForEveryDesign(t *testing.T) {
	dir, set := deepResults(t)
	require.NoError(t, Render(dir))
	text, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	page := strings.ReplaceAll(html.UnescapeString(string(text)), "\u00a0", " ")
	for _, want := range []string{"Why interlock differs from silo: lever by lever", "Why interlock 2 differs from silo", "−13.8 from pay + goals",
		`<p class="found">In 10 worlds `, "; in all 12 worlds, as above, the difference is ",
		"Which change of the design brings how much", "The firm: 5,000 customers in 5 markets with 50 sellers", "The rest of this page is of 12 worlds",
		"Who gains and who loses under interlock 2 instead of silo", "The largest gain, told week by week", `href="why/silo-against-interlock-2/report.html"`,
		`href="who/silo-against-interlock/twins.html"`, `href="#diff-2"`, `id="diff-2"`, `href="why/silo-against-interlock/plots/why_profit_per_customer.svg"`} {
		assert.Contains(t, page, want)
	}
	seen := map[string]bool{}
	for _, id := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		assert.False(t, seen[id[1]], "two things on the page are called %s", id[1])
		seen[id[1]] = true
	}
	for _, named := range regexp.MustCompile(`aria-labelledby="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		assert.True(t, seen[named[1]], "what %s should name is not on the page", named[1])
	}
	for n := 1; n < 3; n++ {
		assert.FileExists(t, filepath.Join(dir, set.Manifest.Within(results.Why, n), "report.html"))
		assert.FileExists(t, filepath.Join(dir, set.Manifest.Within(results.Who, n), "plots", "twins_customers.svg"))
	}
	var out bytes.Buffer
	require.NoError(t, Deeper(&out, dir, set, Terminal{Width: 300}))
	assert.Contains(t, onALine(out.String()), "Why: In 10 worlds interlock changes profit per customer by −1.4 [−3.4, 0.6] EUR a year, which may be luck; "+
		"the lever that does most is pay + goals, −13.8 [−16.2, −11.4]; in all 12 worlds, as above, the difference is +14.6 [12.9, 16.4] EUR a year. more: ")
	assert.Contains(t, onALine(out.String()), "Who: under interlock 2 30 % of customers are better off, 10.0 % worse; 0 % of sellers are better off, 0 % worse. more: ")
}

func TestTwoNumbersForOneMeasureEachSayOfWhatTheyAre(t *testing.T) {
	sized := func(customers string) string { return "[run]\ncustomers = " + customers + "\n" }
	v, x := newView(synthetic(usual)), newWhyView(whyOf(132.25, 10, cancelling...))
	v.scenarios[0].TOML, x.scenarios[0].TOML = sized("20000"), sized("5000")
	assert.Regexp(t, `^In 10 worlds of 5,000 customers it falls; in all 30 worlds of 20,000 customers, as above, the difference is \+\S+ \[\S+ \S+\] EUR a year\.$`,
		v.beside(x, "interlock", "it falls."))
	x.scenarios[0].TOML = sized("20000")
	assert.Regexp(t, `^In 10 worlds it falls; in all 30 worlds, as above, `, v.beside(x, "interlock", "it falls."))
	v.set.Manifest.Finished = 10
	assert.Equal(t, "it falls.", v.beside(x, "interlock", "it falls."), "the worlds of the comparison itself have one number")
}

func TestAComparisonsDocumentHoldsThoseOfWhyAndWho(t *testing.T) {
	dir, set := deepResults(t)
	d, err := ComparisonDocument(dir, set)
	require.NoError(t, err)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Equal(t, 2, strings.Count(string(text), `"xsell-explain/1"`))
	assert.Equal(t, 2, strings.Count(string(text), `"xsell-twins/1"`))
	assert.Contains(t, d.Who[1].Files.Report, filepath.Join("who", "silo-against-interlock-2", "twins.html"))
}

func TestWhatIsDamagedWithinAComparisonIsNotShown(t *testing.T) {
	dir, set := deepResults(t)
	path := filepath.Join(dir, set.Manifest.Within(results.Why, 2), "explain.csv")
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, bytes.Replace(text, []byte("-13.77"), []byte("13.77"), 1), 0o600))
	err = Render(dir)
	assert.ErrorContains(t, err, "a file was changed after the run")
	assert.ErrorContains(t, err, "or remove that directory and make it again with xsell resume "+dir)
}

func TestWhatIsNotMadeYetIsSaidSo(t *testing.T) {
	dir, set := deepResults(t)
	require.NoError(t, os.RemoveAll(filepath.Join(dir, "who")))
	require.NoError(t, Render(dir))
	page, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), "Not all of it is made yet")
	var out bytes.Buffer
	require.NoError(t, Deeper(&out, dir, set, Terminal{Width: 300}))
	assert.Contains(t, onALine(out.String()), "Not made yet: who/silo-against-interlock, who/silo-against-interlock-2; xsell resume "+dir)
}

// onALine is a text without the ends of its lines.
func onALine(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
}
