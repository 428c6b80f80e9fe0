package tree_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

// shop is a small file with what an overlay can speak of.
type shop struct {
	Title string                        `toml:"title" doc:"one line"`
	Desks map[string]desk               `toml:"desk" doc:"desks"`
	Pay   map[string]words.MoneyPerYear `toml:"pay" range:"0..1000000" doc:"pay by desk"`
	Later map[string]any                `toml:"later" doc:"dated changes"`
}

type desk struct {
	Hours words.HoursPerWeek `toml:"hours" range:"1..60" doc:"working time"`
	Skill words.Share        `toml:"skill" range:"0..1" doc:"skill"`
	Seats int                `toml:"seats" range:"0..100" doc:"people"`
	Delay words.Weeks        `toml:"delay" range:"0..100" doc:"delay"`
	Size  words.Factor       `toml:"size" doc:"size"`
	Curve []step             `toml:"curve" doc:"bonus"`
	Goals []string           `toml:"goals" doc:"goals"`
}

type step struct {
	From words.Factor `toml:"from" doc:"from"`
	Each words.Money  `toml:"each" doc:"each"`
}

const twoDesks = `title = "two desks"
pay = { left = "EUR 30000 per year", right = "EUR 40000 per year" }
[desk.left]
hours = "30 hours per week"
skill = "60 %"
seats = 5
delay = "5 weeks"
size = 0.1
curve = [{ each = "EUR 10" }, { from = 2, each = "EUR 6" }, { from = 3 }]
[desk.right]
skill = 0.9
`

// laid returns what becomes of the two desks below an overlay.
func laid(t *testing.T, overlay string) (*tree.Tree, tree.Problems) {
	t.Helper()
	return parse(t, "base.toml", twoDesks).Lay(parse(t, "over.toml", overlay), shop{})
}

// changes lists what an overlay that must be right changes of the two desks.
func changes(t *testing.T, overlay string) []tree.Change {
	t.Helper()
	over, problems := laid(t, overlay)
	require.Empty(t, problems, overlay)
	require.Empty(t, over.Decode(new(shop)), overlay)
	return tree.Diff(parse(t, "base.toml", twoDesks), over)
}

func TestAStarIsEveryEntryThatIsThere(t *testing.T) {
	assert.Equal(t, []tree.Change{{"desk.left.hours", `"30 hours per week"`, `"20 hours per week"`},
		{"desk.right.hours", "", `"20 hours per week"`}}, changes(t, "[desk.\"*\"]\nhours = \"20 hours per week\""))
	assert.Equal(t, []tree.Change{{"desk.left.skill", `"60 %"`, "0.5"}, {"desk.right.skill", "0.9", "1"}},
		changes(t, "[desk.\"*\"]\nskill = 1\n[desk.left]\nskill = 0.5"), "an entry's own table outranks the star")
	assert.Equal(t, []tree.Change{{"desk.left.seats", "5", "1"}, {"desk.new.size", "", "2"}, {"desk.right.seats", "", "1"}},
		changes(t, "[desk.\"*\"]\nseats = 1\n[desk.new]\nsize = 2"), "an entry that comes with the overlay was not there")
	assert.Equal(t, []tree.Change{{"desk.left.curve", `[{each = "EUR 10"}, {each = "EUR 6", from = 2}, {from = 3}]`,
		`[{each = "EUR 5"}, {each = "EUR 3", from = 2}, {from = 3}]`}},
		changes(t, "[desk.\"*\".curve.\"*\"]\neach = \"times 0.5\""), "a star in a list is each of its elements")
}

func TestAStarThatFindsNothingDoesNothing(t *testing.T) {
	below := parse(t, "base.toml", "title = \"bare\"")
	over, problems := below.Lay(parse(t, "over.toml", "[desk.\"*\"]\nseats = 3\ncurve.\"*\".each = \"times 2\"\n[pay]\n\"*\" = \"times 2\""), shop{})
	assert.Empty(t, problems)
	assert.Empty(t, tree.Diff(below, over), "without desks there is nothing to change")
}

func TestANumberIsChangedFromWhatItIs(t *testing.T) {
	for _, row := range []struct{ key, value, want string }{
		{"hours", "times 0.5", `"15 hours per week"`},
		{"skill", "times 0.5", `"30 %"`},
		{"seats", "times 0.5", "3"}, // whole numbers are rounded, halves away from zero
		{"delay", "times 0.5", `"3 weeks"`},
		{"size", "times 3", "0.3"}, // and not 0.30000000000000004
		{"skill", "at least 0.7", `"70 %"`},
		{"skill", "at least 70 %", `"70 %"`},
		{"delay", "at most 4 weeks", `"4 weeks"`},
		{"seats", "at least 8", "8"},
	} {
		assert.Equal(t, []tree.Change{{"desk.left." + row.key, changedFrom[row.key], row.want}},
			changes(t, "[desk.left]\n"+row.key+" = \""+row.value+"\""), "%s of %s", row.value, row.key)
	}
	for _, same := range []string{"hours = \"at most 31 hours per week\"", "seats = \"at most 5\"", "delay = \"at least 5 weeks\"", "size = \"times 1\""} {
		assert.Empty(t, changes(t, "[desk.left]\n"+same), "%s is so already", same)
	}
	assert.Equal(t, []tree.Change{{"pay.left", `"EUR 30000 per year"`, `"EUR 33,000 per year"`}, {"pay.right", `"EUR 40000 per year"`, `"EUR 44,000 per year"`}},
		changes(t, "[pay]\n\"*\" = \"times 1.1\""))
	assert.Equal(t, []tree.Change{{"title", `"two desks"`, `"times 2"`}}, changes(t, "title = \"times 2\""), "a text is a text")
}

// changedFrom is how the numbers of the left desk are written.
var changedFrom = map[string]string{"hours": `"30 hours per week"`, "skill": `"60 %"`, "seats": "5", "delay": `"5 weeks"`, "size": "0.1"}

func TestAnOverlayThatCannotBeIsExplained(t *testing.T) {
	for _, row := range []struct{ overlay, help string }{
		{"[desk.\"*\"]\nhuors = 1", `over.toml:2:1: desk."*".huors: unknown key "huors"; did you mean "hours"?`},
		{"[desk.\"*\".curve.\"*\"]\neech = 1", `over.toml:2:1: desk."*".curve."*".eech: unknown key "eech"; did you mean "each"?`},
		{"[desk.\"*\"]\nskill = \"times half\"", `over.toml:2:1: desk.left.skill: found "times half": "times" wants a number that is not negative, as in "times 0.5"`},
		{"[desk.left]\nskill = \"times -1\"", `over.toml:2:1: desk.left.skill: found "times -1": "times" wants a number that is not negative, as in "times 0.5"`},
		{"[desk.left]\ndelay = \"at most 4\"", `over.toml:2:1: desk.left.delay: found "at most 4": after "at most": found 4 without a unit, write "4 weeks"`},
		{"[desk.right]\nseats = \"times 2\"", `over.toml:2:1: desk.right.seats: found "times 2", but nothing is set below that it could change; set a value`},
	} {
		got, problems := laid(t, row.overlay)
		assert.Equal(t, row.help, problems.Error())
		assert.Empty(t, got.Decode(new(shop)), "what is wrong is left out, so that it is complained of once: %s", row.overlay)
	}
}

func TestWhatStandsForItselfIsLaidOverAsEver(t *testing.T) {
	const overlay = "title = \"three\"\nodd = 1\n[desk.left]\ncurve = [{ each = \"EUR 1\" }]\n[later.spring]\n\"*\" = \"times 2\"\n[desk.middle]\nseats = 4"
	got, problems := laid(t, overlay)
	assert.Empty(t, problems)
	want := parse(t, "base.toml", twoDesks).Overlay(parse(t, "over.toml", overlay))
	assert.Equal(t, want.Text(), got.Text(), "what the type leaves open and what it does not know is passed on")
	_, line, _ := got.Where("desk", "middle", "seats")
	assert.Equal(t, 8, line)
}

func TestOnlyWhatIsLaidOverSpeaksOfWhatIsBelow(t *testing.T) {
	problems := parse(t, "my.toml", "[desk.\"*\"]\nseats = 3\n[desk.left]\nskill = \"times 0.5\"\nseats = \"at least 2\"").Decode(new(shop))
	assert.Equal(t, `my.toml:1:7: desk."*": "*" stands for every entry that is there: only an overlay, a dated change or --set can say so
my.toml:4:1: desk.left.skill: found "times 0.5", which changes a value that is there: only an overlay, a dated change or --set can say so
my.toml:5:1: desk.left.seats: found "at least 2", which changes a value that is there: only an overlay, a dated change or --set can say so`,
		problems.Error())
}

func TestAnAssignmentNeedsNoQuotesAroundAStar(t *testing.T) {
	over, problems := tree.Assignment("desk.*.curve.*.each=times 2")
	require.Empty(t, problems)
	assert.Equal(t, "[desk]\n[desk.\"*\"]\n[desk.\"*\".curve]\n[desk.\"*\".curve.\"*\"]\neach = \"times 2\"\n", over.Text())
}

func TestARewrittenKeyKeepsItsPlace(t *testing.T) {
	got := parse(t, "base.toml", "\n"+twoDesks).Rewritten("other", "title")
	assert.Equal(t, "base.toml:2:1: title: here", got.Problem([]string{"title"}, "here").String())
	assert.Equal(t, []tree.Change{{"title", `"two desks"`, `"other"`}}, tree.Diff(parse(t, "base.toml", twoDesks), got))
}
