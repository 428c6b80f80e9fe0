package explain

import (
	"slices"
	"strings"

	"xsell/scenarios/tree"
)

// Levels at which edits are grouped, the finest first.
const (
	ByKey   = "key"   // every edit by itself
	ByEntry = "entry" // one unit, one handoff, one pay rule, one product …
	ByGroup = "group" // what a manager would name: handoffs, pay, goals …
	ByTable = "table" // the tables at the top of a scenario
)

// Levels lists them.
var Levels = []string{ByKey, ByEntry, ByGroup, ByTable}

// section is a group of keys that a manager would name in a word.
type section struct {
	name string
	keys []string
}

// sections in the order of a scenario. What is in none of them goes by the name of its table at the top; every dated
// change is a lever of its own.
var sections = []section{
	{"size of the firm", []string{"run"}},
	{"market", []string{"market"}},
	{"customers", []string{"customers"}},
	{"products", []string{"products"}},
	{"environment", []string{"environment"}},
	{"units", []string{"organisation.unit"}},
	{"grants", []string{"organisation.grant"}},
	{"handoffs", []string{"organisation.handoff", "organisation.referral-limit"}},
	{"contracts", []string{"organisation.contract"}},
	{"teams", []string{"organisation.teams", "organisation.coordination"}},
	{"customer file", []string{"organisation.shared-record", "organisation.clear-territories", "organisation.event-leads", "organisation.event-precision"}},
	{"call lists", []string{"organisation.score-quality", "organisation.targeting", "organisation.filter"}},
	{"messages", []string{"organisation.campaign", "organisation.nurture"}},
	{"offer", []string{"organisation.simplification", "organisation.bundle-discount"}},
	{"culture", []string{"organisation.culture", "organisation.leadership-attention"}},
	{"training", []string{"organisation.training", "organisation.product-information"}},
	{"houses", []string{"organisation.house", "organisation.merged"}},
	{"pay", []string{"pay"}},
	{"goals", []string{"targets.goal", "targets.spread", "targets.timing-control", "targets.discount"}},
	{"pressure", []string{"targets.pressure", "targets.threat", "targets.promotion"}},
	{"controls", []string{"controls"}},
}

// dated is the table of changes of the timeline.
const dated = "timeline"

// named are the tables whose entries bear names of their own.
var named = []string{
	"products", dated, "customers.segment", "customers.channel", "organisation.unit", "organisation.grant", "organisation.handoff",
	"organisation.contract", "organisation.house", "pay.rule", "targets.goal", "targets.threat", "targets.promotion",
}

// nameAt is what an edit goes by at a level.
func (e Edit) nameAt(level string) string {
	switch level {
	case ByKey:
		return e.Key()
	case ByEntry:
		return e.entry()
	case ByGroup:
		return e.group()
	}
	return e.Path[0]
}

// entry is the named entry that an edit is in, or the table or value below the top.
func (e Edit) entry() string {
	depth := 2
	for _, table := range named {
		if e.below(strings.Split(table, ".")) {
			depth = strings.Count(table, ".") + 2
		}
	}
	return tree.Join(e.Path[:min(depth, len(e.Path))])
}

func (e Edit) group() string {
	if e.Path[0] == dated {
		return e.entry()
	}
	if at := e.section(); at < len(sections) {
		return sections[at].name
	}
	return e.Path[0]
}

// section is the place of an edit in the order of a scenario.
func (e Edit) section() int {
	at := slices.IndexFunc(sections, func(s section) bool {
		return slices.ContainsFunc(s.keys, func(key string) bool { return e.below(strings.Split(key, ".")) })
	})
	if at < 0 {
		return len(sections)
	}
	return at
}
