package reports

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/results"
)

// missRow is one line of a panel of sellers with the columns of the curve, in another order than asked for.
func missRow(scenario string, market, week, weighed int, short string, silent int, left, last string) string {
	return fmt.Sprintf("%s,0,%d,%d,%d,%s,%d,%s,%s\n", scenario, market, week, weighed, short, silent, left, last)
}

const missHeader = "scenario,world,market,week,weeks_weighed,short_when_weighed,openings_unauthorised,weeks_left,last_window_week\n"

// withPanel writes results of two scenarios with a panel of sellers and returns their directory.
func withPanel(t *testing.T, rows string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), sellerPanel)
	require.NoError(t, os.WriteFile(path, []byte(missHeader+rows), 0o600))
	set, dir := synthetic(corners["two"]), filepath.Join(t.TempDir(), "out")
	set.Attached = []string{path}
	require.NoError(t, results.Write(dir, set))
	return dir
}

// nearLines are weeks of silo: late in windows every tenth week two accounts short is one of an offence, early none.
func nearLines() string {
	var rows strings.Builder
	for week := range 400 {
		offends := 0
		if week%10 == 0 {
			offends = 3
		}
		rows.WriteString(missRow("silo", week%4, week, 1, "1.25", offends, "2", "") + missRow("silo", week%4, week, 1, "2", 0, "3", ""))
	}
	return rows.String()
}

func TestNearMissesAreCountedByDistanceAndTimeLeft(t *testing.T) {
	dir := withPanel(t, nearLines()+missRow("silo", 0, 12, 0, "", 0, "13", "12")+missRow("silo", 0, 12, 1, "3.0000000001", 1, "13", "12"))
	n, err := readNearMisses(dir)
	require.NoError(t, err)
	assert.True(t, n.weekly)
	sum := func(at missPlace) (all atRisk) {
		for _, r := range n.weeks[at] {
			all.weeks, all.offended = all.weeks+r.weeks, all.offended+r.offended
		}
		return all
	}
	assert.Equal(t, atRisk{400, 40}, sum(missPlace{"silo", true, 2}), "1.25 accounts short is 2 accounts, 2 weeks left is late")
	assert.Equal(t, atRisk{400, 0}, sum(missPlace{"silo", false, 2}), "3 weeks left is not late")
	assert.Equal(t, atRisk{1, 1}, sum(missPlace{"silo", true, 3}), "the last week of a window is late; rounding errors do not count as an account")
	assert.Len(t, n.weeks, 3, "a week in which nothing was weighed is not at risk")
}

func TestNearMissCurveIsDrawnWhereThereIsAPanel(t *testing.T) {
	dir := withPanel(t, nearLines())
	require.NoError(t, Render(dir))
	assertBegins(t, filepath.Join(dir, "plots", "near_miss.svg"), "<?xml")
	require.NoError(t, Pictures(dir))
	assertBegins(t, filepath.Join(dir, "plots", "near_miss.png"), "\x89PNG")
	assert.Contains(t, pageOf(t, dir), "silo, in them: highest 2 accounts short of the line, with 100 of 1,000 weeks")
	without := rendered(t, synthetic(corners["two"]), "without")
	assert.NoFileExists(t, filepath.Join(without, "plots", "near_miss.svg"))
}

func TestNearMissCurveNeedsEveryWeek(t *testing.T) {
	v := newView(synthetic(corners["two"]))
	var err error
	v.misses, err = readNearMisses(withPanel(t, missRow("silo", 0, 12, 13, "2", 1, "13", "12")))
	require.NoError(t, err)
	assert.Contains(t, nearMiss(v).missing, "--panel-every week")
	v.misses, err = readNearMisses(withPanel(t, missRow("silo", 0, 0, 1, "2", 1, "13", "")))
	require.NoError(t, err)
	assert.Contains(t, nearMiss(v).missing, "too few to draw")
	_, err = readNearMisses(withPanel(t, missRow("silo", 0, 0, 1, "near", 1, "13", "")))
	assert.ErrorContains(t, err, `line 2: short_when_weighed: "near" is not a number`)
}
