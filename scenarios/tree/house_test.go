package tree_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/scenarios/tree"
	"xsell/scenarios/words"
)

// house is a small scenario with every kind of field and rule.
type house struct {
	Title        string             `toml:"title" required:"true" doc:"one line"`
	Market       market             `toml:"market" doc:"what we cannot choose"`
	Organisation organisation       `toml:"organisation" required:"true" doc:"what we can"`
	Pay          map[string]payPlan `toml:"pay" doc:"pay plans" sum:"1" sumfield:"share"`
	Timeline     map[string]change  `toml:"timeline" doc:"dated changes"`
	Lots         []lot              `toml:"lot" doc:"parts of the market"`
}

type market struct {
	Customers words.Count            `toml:"customers" range:"1..1000000" doc:"customers at the start"`
	Loyal     words.Share            `toml:"loyal" range:"0..1" doc:"share that never leaves"`
	Segments  map[string]words.Share `toml:"segment" range:"0..1" sum:"1" doc:"shares of the segments"`
	Weights   [3]float64             `toml:"weights" range:"0.." doc:"three weights"`
	Open      bool                   `toml:"open" doc:"a second bank is in town"`
	Seed      uint64                 `toml:"seed" doc:"where luck starts"`
	Small     int8                   `toml:"small" range:"..100" doc:"a small number"`
	Boost     *words.Factor          `toml:"boost" range:"0..2" doc:"left out for none"`
}

type organisation struct {
	Units    map[string]unit         `toml:"unit" doc:"groups of sellers"`
	Handoffs map[string]handoff      `toml:"handoff" doc:"how a lead changes hands"`
	Partners map[string]words.Factor `toml:"partner" refkeys:"organisation.unit" doc:"partners by unit"`
}

type unit struct {
	Hours  words.HoursPerWeek `toml:"hours" range:"1..60" doc:"working time"`
	Kind   string             `toml:"kind" enum:"branch|desk|team" doc:"what it is"`
	Duties []string           `toml:"duties" enum:"advise|serve|win" doc:"what it does"`
}

type handoff struct {
	From     string      `toml:"from" ref:"organisation.unit" doc:"who finds"`
	To       string      `toml:"to" required:"true" ref:"organisation.unit|organisation.partner" doc:"who signs"`
	Delay    words.Weeks `toml:"delay" range:"0..260" doc:"weeks until the receiver sees the lead"`
	Segments []string    `toml:"segments" ref:"market.segment" doc:"only these"`
	Finder   words.Share `toml:"finder" range:"0..1" doc:"the finder's share of the credit"`
}

type payPlan struct {
	Share  words.Share        `toml:"share" doc:"share of sellers"`
	Salary words.MoneyPerYear `toml:"salary" range:"0.." doc:"fixed pay"`
	Bonus  words.Money        `toml:"bonus" doc:"once a year"`
	Visits words.PerYear      `toml:"visits" doc:"reviews"`
	Talk   words.Hours        `toml:"talk" doc:"length of a review"`
}

type change struct {
	Week words.Weeks    `toml:"week" doc:"when"`
	Set  map[string]any `toml:"set" doc:"what is set from then on"`
}

type lot struct {
	Name  string `toml:"name" required:"true" doc:"name"`
	Quota []int  `toml:"quota" range:"0..9" doc:"sold in each quarter"`
}

// good is a file without mistakes.
const good = `title = "sound"

[market]
customers = 70_000
loyal = "25 %"
segment = { young = 0.4, old = "60 %" }
weights = [1, 0.5, 0]
open = true
seed = 18_000_000_000_000_000
boost = 1

[organisation.unit.branch]
hours = "30 hours per week"
kind = "branch"
duties = ["advise", "serve"]
[organisation.unit.insurer]
[organisation.handoff.leads]
from = "branch"
to = "insurer"
delay = "2 weeks"
segments = ["young", "old"]
[organisation.partner]
insurer = 0.5

[pay.base]
share = 1
salary = "EUR 38000 per year"
bonus = "EUR 1,200.50"
visits = "1 per month"
talk = "90 minutes"

[timeline.merger]
week = "1 year"
[timeline.merger.set.organisation.handoff.leads]
delay = "4 weeks"

[[lot]]
name = "north"
quota = [1, 2]
[[lot]]
name = "south"
`

// parse reads a text that must be TOML.
func parse(t testing.TB, name, text string) *tree.Tree {
	t.Helper()
	read, problems := tree.Parse(tree.Source{Name: name, Text: []byte(text)})
	require.Empty(t, problems, "%s must be TOML", name)
	return read
}

// complaints decodes a text as a house and returns the problems as lines.
func complaints(t testing.TB, text string) []string {
	t.Helper()
	read, problems := tree.Parse(tree.Source{Name: "my.toml", Text: []byte(text)})
	if problems == nil {
		problems = read.Decode(&house{})
	}
	if len(problems) == 0 {
		return nil
	}
	return strings.Split(problems.Error(), "\n")
}
