package reports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// rendered writes a set to disk, renders it and returns the directory. With the
// environment variable XSELL_REPORTS set to a directory, the report is kept there
// under the given name, to be looked at.
func rendered(t *testing.T, set *results.Set, name string) string {
	t.Helper()
	dir := lasting(t, name)
	require.NoError(t, results.Write(dir, set))
	require.NoError(t, Render(dir))
	return dir
}

// lasting is a directory for a report that is kept where XSELL_REPORTS asks for it.
func lasting(t *testing.T, name string) string {
	t.Helper()
	keep := os.Getenv("XSELL_REPORTS")
	if keep == "" {
		return filepath.Join(t.TempDir(), name)
	}
	dir := filepath.Join(keep, name)
	require.NoError(t, os.RemoveAll(dir))
	return dir
}

// pageOf is a page as it is shown, without the data that some pages carry.
func pageOf(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "report.html"))
	require.NoError(t, err)
	shown, _, carries := strings.Cut(string(data), blockBegins)
	if !carries {
		return shown
	}
	return shown + pageEnds + "</html>"
}

// six scenarios, one with a name as long as anyone will make it.
var six = shape{replications: 12, frames: 9, scenarios: []string{
	"silo", "interlock", "group-retail", "merger-unrelated-with-retention-money-until-vesting", "sales-quota", "suitability"}}

// alone, two, same and once are the corners: nothing to compare with, one
// comparison, A against A, and a single replication of a single frame.
var corners = map[string]shape{
	"usual": usual,
	"six":   six,
	"alone": {scenarios: []string{"silo"}, replications: 12, frames: 9},
	"two":   {scenarios: []string{"silo", "interlock"}, replications: 12, frames: 9},
	"same":  {scenarios: []string{"silo", "silo-again"}, replications: 12, frames: 9, identical: true},
	"once":  {scenarios: []string{"silo", "interlock"}, replications: 1, frames: 1},
}

func TestEveryPictureIsDrawnForEveryNumberOfScenarios(t *testing.T) {
	for name, s := range corners {
		dir := rendered(t, synthetic(s), name)
		for _, f := range drawAll(newView(synthetic(s))) {
			if name == "alone" && f.id == "differences" {
				assert.NotEmpty(t, f.missing, "one scenario has no differences to draw")
				continue
			}
			assert.Empty(t, f.missing, "%s: %s", name, f.id)
			assertBegins(t, filepath.Join(dir, "plots", f.id+".svg"), "<?xml")
			assert.NoFileExists(t, filepath.Join(dir, "plots", f.id+".png"), "images are drawn for those who ask for them")
		}
	}
}

func assertBegins(t *testing.T, path, with string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(data), with), "%s does not begin as its kind of file does", path)
}

func TestPageStandsAloneAndHoldsNoBrokenNumber(t *testing.T) {
	for name, s := range corners {
		html := pageOf(t, rendered(t, synthetic(s), name))
		for _, bad := range []string{"http:", "https:", "//", "NaN", "Inf", "<script", "@import", "url(", "ZgotmplZ", "%!"} {
			assert.NotContains(t, html, bad, "%s: the page must open offline and print real numbers", name)
		}
	}
}

func TestEveryPictureIsAlsoInWords(t *testing.T) {
	set := synthetic(usual)
	html := pageOf(t, rendered(t, set, "usual"))
	pictures := strings.Count(html, "<svg ")
	assert.Equal(t, 2*len(drawAll(newView(set))), pictures, "every picture is there for pages and for telephones")
	for _, f := range drawAll(newView(set)) {
		assert.Contains(t, html, `aria-labelledby="alt-`+f.id+`"`, "%s has no name for screen readers", f.id)
		assert.Contains(t, html, `<p class="unread" id="alt-`+f.id+`">`)
		for _, s := range set.Manifest.Scenarios {
			assert.Contains(t, f.alt, s.Name, "the words of %s do not speak of every scenario", f.id)
		}
		assert.NotEmpty(t, f.note, "%s says nothing about what to see", f.id)
	}
}

func TestPictureThatCannotBeDrawnSaysWhy(t *testing.T) {
	set := synthetic(usual)
	set.Histograms, set.Frames, set.Summary, set.Outcomes, set.Luck, set.Books = nil, nil, nil, nil, nil, nil
	dir := rendered(t, set, "empty")
	html := pageOf(t, dir)
	assert.Equal(t, len(drawAll(newView(set))), strings.Count(html, "Not drawn: "))
	assert.Contains(t, html, "The results hold no distribution &#34;attainment&#34;.")
	assert.Contains(t, html, "none of the headline measures was recorded")
	entries, err := os.ReadDir(filepath.Join(dir, "plots"))
	require.NoError(t, err)
	assert.Empty(t, entries)
}

func TestSameResultsGiveTheSameBytes(t *testing.T) {
	one, two := rendered(t, synthetic(usual), "one"), rendered(t, synthetic(usual), "two")
	for _, file := range []string{"report.html", "plots/profit_risk.svg", "plots/over_time.svg", "plots/whale.svg"} {
		a, errA := os.ReadFile(filepath.Join(one, file))
		b, errB := os.ReadFile(filepath.Join(two, file))
		require.NoError(t, errA)
		require.NoError(t, errB)
		assert.True(t, string(a) == string(b), "%s differs between two renderings of the same results", file)
	}
}

func TestRenderingAgainReplacesTheReportAndKeepsTheResults(t *testing.T) {
	dir := rendered(t, synthetic(corners["two"]), "again")
	before := pageOf(t, dir)
	require.NoError(t, Render(dir))
	assert.Equal(t, before, pageOf(t, dir))
	_, err := results.Read(dir)
	assert.NoError(t, err)
}

func TestDirectoryWithoutResultsIsNamed(t *testing.T) {
	assert.ErrorContains(t, Render(t.TempDir()), "is not a results directory")
}

func TestResultsWithoutScenarioAreRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	require.NoError(t, results.Write(dir, &results.Set{}))
	assert.ErrorContains(t, Render(dir), "names no scenario")
}

func BenchmarkRender(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "usual")
	require.NoError(b, results.Write(dir, synthetic(usual)))
	for b.Loop() {
		require.NoError(b, Render(dir))
	}
}

// Names come from files: they must not become markup.
func TestNamesAreNotMarkup(t *testing.T) {
	s := shape{scenarios: []string{"silo", `<b onload="x">&`}, replications: 4, frames: 3}
	html := pageOf(t, rendered(t, synthetic(s), "markup"))
	assert.NotContains(t, html, "<b onload")
	assert.Contains(t, html, "&lt;b onload")
}

func TestCloudOfThousandsOfPointsStaysSmall(t *testing.T) {
	set := synthetic(shape{scenarios: []string{"silo", "interlock"}, replications: 2000, frames: 1})
	figure := profitRisk(newView(set))
	svg, err := figure.inline()
	require.NoError(t, err)
	assert.Less(t, len(svg), 100_000, "the picture of 4,000 points is too big for a page")
	assert.Contains(t, figure.reading, "Of the small marks one in 4 is drawn; means are over all.")
}
