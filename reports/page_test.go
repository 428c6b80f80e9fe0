package reports

import (
	"bytes"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

func TestThePageAnswersInTheOrderInWhichReadersAsk(t *testing.T) {
	for name, s := range corners {
		page := pageOf(t, rendered(t, synthetic(s), name))
		assert.Equal(t, 1, strings.Count(page, "<h1"), name)
		last, level := -1, 0
		for _, id := range []string{"answer", "how-much", "over-time", "trade-off", "why", "who", "doubt", "table", "scenarios", "assumptions", "method", "files", "repeat"} {
			at := strings.Index(page, `<section id="`+id+`"`)
			if at < 0 && name == "alone" && id == "how-much" {
				continue // there is nothing to compare with
			}
			assert.Greater(t, at, last, "%s: the section %s is not in its place", name, id)
			last = at
		}
		for _, h := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(page, -1) {
			next := int(h[1][0] - '0')
			assert.LessOrEqual(t, next, level+1, "%s: a heading skips a level", name)
			level = next
		}
		for _, link := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
			assert.Contains(t, page, `id="`+link[1]+`"`, "%s: a link leads nowhere", name)
		}
	}
}

func TestThePageCarriesItsSmallTables(t *testing.T) {
	dir := rendered(t, synthetic(usual), "usual")
	whole, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	assert.True(t, bytes.Contains(whole, []byte(blockBegins)), "a page carries what it takes to repeat it")
	links := regexp.MustCompile(`download="([a-z.]+)" href="data:text/csv;charset=utf-8,([^"]*)"`).FindAllStringSubmatch(pageOf(t, dir), -1)
	require.Len(t, links, 2)
	for _, link := range links {
		want, err := os.ReadFile(filepath.Join(dir, link[1]))
		require.NoError(t, err)
		got, err := url.PathUnescape(html.UnescapeString(link[2]))
		require.NoError(t, err)
		assert.True(t, string(want) == got, "%s in the page is not the file beside it", link[1])
	}
}

func TestALargeTableStaysOutsideThePage(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "outcomes.csv"), make([]byte, mostInside+1), 0o600))
	files, err := (&view{dir: dir}).inside()
	require.NoError(t, err)
	assert.Empty(t, files)
}

func TestDesignsAreComparedEditByEdit(t *testing.T) {
	base := map[string]string{"organisation.handoff.a.delay": "2 weeks", "organisation.handoff.b.delay": "2 weeks", "organisation.handoff.c.delay": "3 weeks",
		"organisation.teams": "false", "pay.fee": "EUR 2", "title": "A"}
	own := map[string]string{"organisation.handoff.a.delay": "1 week", "organisation.handoff.b.delay": "1 week", "organisation.handoff.c.delay": "1 week",
		"organisation.teams": "false", "pay.rule.bonus.goal": "own", "pay.rule.bonus.curve[1].each": "EUR 800", "title": "B"}
	d := diffOf("b", base, own)
	assert.Equal(t, "3 keys changed, 2 keys added, 1 key removed. The same edit in several places is one line.", d.Sum)
	require.Len(t, d.Groups, 2)
	assert.Equal(t, []edit{
		{Kind: changed, Sign: "±", Key: "handoff.….delay", Where: "a, b", From: "2 weeks", To: "1 week"},
		{Kind: changed, Sign: "±", Key: "handoff.c.delay", From: "3 weeks", To: "1 week"},
	}, d.Groups[0].Edits)
	assert.Equal(t, []edit{
		{Kind: removed, Sign: minus, Key: "fee", From: "EUR 2"},
		{Kind: added, Sign: "+", Key: "rule.bonus", whole: "pay.rule.bonus", ToItems: []item{{"curve[1].each", "EUR 800"}, {"goal", "own"}}},
	}, d.Groups[1].Edits)
}

func TestAssumptionsOfAllDesignsAreSaidOnce(t *testing.T) {
	set := synthetic(corners["two"])
	set.Manifest.Scenarios[1].Assumptions = append(set.Manifest.Scenarios[1].Assumptions, "teams: assumed")
	lists := newView(set).sources()
	require.Len(t, lists, 2)
	assert.Equal(t, "All designs", lists[0].Title)
	assert.Len(t, lists[0].Lines, 3)
	assert.Equal(t, sourceList{"interlock", []string{"teams: assumed"}}, lists[1])
}

func TestWhatCouldBeSeenIsSaid(t *testing.T) {
	v := newView(synthetic(corners["two"]))
	seen := v.detectable("interlock", "profit_per_customer")
	row := v.row("interlock", "profit_per_customer")
	half := (row.DifferenceHigh - row.DifferenceLow) / 2
	assert.InDelta(t, 1.398, seen/half, 0.002, "over 12 worlds: 1 + t(0.8)/t(0.975) with 11 degrees of freedom, 1 + 0.876/2.201")
	assert.Contains(t, v.sight()[0], "would have been told from none with a probability of 80 %")
	assert.Contains(t, newView(synthetic(corners["once"])).sight()[0], "cannot tell luck from effect")
	assert.Contains(t, newView(synthetic(corners["same"])).sight()[0], "do not differ in any replication")
}

func TestResultsThatHaveGrownAreRepeatedByAllTheirCommands(t *testing.T) {
	m := results.Manifest{Command: []string{"xsell", "compare", "which.toml"}, Finished: 90, Grown: []int{30, 60}}
	assert.Equal(t, "xsell compare which.toml", repetition(m), "without a decision the command names all worlds")
	m.Decision = &results.Decision{}
	assert.Equal(t, "xsell compare which.toml\nxsell extend DIR --replications 60\nxsell extend DIR --replications 90", repetition(m))
	assert.Equal(t, []int{30, 60}, m.Grown, "what is told must not be changed by telling it")
}
