package reports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// diff is what one design has otherwise than the base.
type diff struct {
	Name, Sum string
	ID        string // on the page
	Groups    []diffGroup
}

// diffGroup is the edits below one table of a scenario.
type diffGroup struct {
	Title string
	Edits []edit
}

// edit is a key with its value in the base and in the design. Where is which of several places with the same edit.
type edit struct {
	Kind, Sign, Key, Where, From, To string
	whole                            string // the key of a whole table that only one of the two has; empty: a single key
	FromItems, ToItems               []item // what stands in it
}

// item is a key inside a whole table and its value.
type item struct{ Key, Value string }

// Kinds of edits, with their signs.
const (
	added   = "added"
	removed = "removed"
	changed = "changed"
)

var signs = map[string]string{added: "+", removed: minus, changed: "±"}

// untold keys are shown elsewhere on the page.
var untold = []string{"title", "summary", "sources", "name"}

// anywhere stands for the part of a key in which the same edits differ.
const anywhere = "…"

// diffs compares every design with the base, key by key, after all overlays.
func (v *view) diffs() (diffs []diff, err error) {
	if v.alone() {
		return nil, nil
	}
	base, err := flat(v.scenarios[0])
	if err != nil {
		return nil, err
	}
	for n, s := range v.scenarios[1:] {
		own, err := flat(s)
		if err != nil {
			return nil, err
		}
		d := diffOf(s.Name, base, own)
		d.ID = diffID(n + 1)
		diffs = append(diffs, d)
	}
	return diffs, nil
}

func diffOf(name string, base, own map[string]string) diff {
	edits := editsOf(base, own)
	count := make(map[string]int)
	for _, e := range edits {
		count[e.Kind]++
	}
	d := diff{Name: name}
	var parts []string
	for _, kind := range []string{changed, added, removed} {
		if count[kind] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", plural(count[kind], "key"), kind))
		}
	}
	d.Sum = strings.Join(parts, ", ") + ". The same edit in several places is one line."
	for _, e := range gathered(folded(edits, base, own)) {
		head, rest, _ := strings.Cut(e.Key, ".")
		if rest == "" {
			head, rest = "general", head
		}
		e.Key = rest
		title := strings.ToUpper(head[:1]) + head[1:]
		if n := len(d.Groups); n == 0 || d.Groups[n-1].Title != title {
			d.Groups = append(d.Groups, diffGroup{Title: title})
		}
		d.Groups[len(d.Groups)-1].Edits = append(d.Groups[len(d.Groups)-1].Edits, e)
	}
	return d
}

// editsOf lists the keys that differ, in their order.
func editsOf(base, own map[string]string) (edits []edit) {
	keys := make(map[string]bool)
	for key := range base {
		keys[key] = true
	}
	for key := range own {
		keys[key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		from, had := base[key]
		to, has := own[key]
		if from == to && had == has || slices.Contains(untold, key) {
			continue
		}
		kind := changed
		switch {
		case !had:
			kind = added
		case !has:
			kind = removed
		}
		edits = append(edits, edit{Kind: kind, Sign: signs[kind], Key: key, From: from, To: to})
	}
	return edits
}

// gathered puts edits that are the same but for one part of their key into one.
func gathered(edits []edit) (out []edit) {
	members := make(map[pattern][]int)
	for i, e := range edits {
		for _, p := range patterns(e) {
			members[p] = append(members[p], i)
		}
	}
	gone := make(map[int]bool)
	for i, e := range edits {
		if gone[i] {
			continue
		}
		best, most := e, []int{i}
		for _, p := range patterns(e) {
			if free := slices.DeleteFunc(slices.Clone(members[p]), func(j int) bool { return gone[j] }); len(free) > len(most) {
				best.Key, most = p.key, free
			}
		}
		var where []string
		for _, j := range most {
			gone[j] = true
			if best.Key != e.Key {
				where = append(where, filling(best.Key, edits[j].Key))
			}
		}
		best.Where = strings.Join(where, ", ")
		out = append(out, best)
	}
	slices.SortStableFunc(out, func(a, b edit) int { return cmp.Compare(headOf(a.Key), headOf(b.Key)) })
	return out
}

// headOf is the table a key stands in; keys without one come first.
func headOf(key string) string {
	head, _, inTable := strings.Cut(key, ".")
	if !inTable {
		return ""
	}
	return head
}

// pattern is an edit with one part of its key left open.
type pattern struct{ key, kind, from, to string }

// patterns are the keys that an edit shares with those which differ from it in one part: neither the first nor the last.
func patterns(e edit) (all []pattern) {
	if e.whole != "" {
		return nil
	}
	parts := strings.Split(e.Key, ".")
	for i := 1; i < len(parts)-1; i++ {
		other := slices.Clone(parts)
		other[i] = anywhere
		all = append(all, pattern{strings.Join(other, "."), e.Kind, e.From, e.To})
	}
	return all
}

// filling is the part of a key that a pattern leaves open.
func filling(open, key string) string {
	at := slices.Index(strings.Split(open, "."), anywhere)
	return strings.Split(key, ".")[at]
}
