package reports

import (
	"fmt"
	"slices"
	"strings"
)

// whyEdit is an edit, or several alike: "organisation.handoff.*.ease" from 0.3 to 0.8 in five handoffs.
type whyEdit struct {
	Key, From, To string // "not set" where a key is not there
	Many          int    // edits it stands for
	Of            string // what the star stands for; "" for one edit
}

// star stands for the part of a key in which edits that are otherwise alike differ.
const keyStar = "*"

// folded puts edits together whose keys differ in one part and which change the same value alike.
func folded(edits []whyEdit) []whyEdit {
	var out []whyEdit
	for _, e := range edits {
		e.From, e.To = orUnset(e.From), orUnset(e.To)
		at := slices.IndexFunc(out, func(o whyEdit) bool { return o.From == e.From && o.To == e.To && merged(o.Key, e.Key) != "" })
		if at < 0 {
			out = append(out, e)
			continue
		}
		o := &out[at]
		if o.Many == 1 {
			o.Of = apart(o.Key, e.Key)
		}
		o.Of += ", " + apart(e.Key, o.Key)
		o.Key = merged(o.Key, e.Key)
		o.Many++
	}
	return out
}

// merged is the key that stands for both, "" where they differ in more than one part. The first two parts say what it is
// about and the last which value: they are the same.
func merged(a, b string) string {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	at := differing(x, y)
	if at < 0 {
		return ""
	}
	x[at] = keyStar
	return strings.Join(x, ".")
}

// apart is the part of a key in which it differs from another.
func apart(a, b string) string {
	x := strings.Split(a, ".")
	return x[differing(x, strings.Split(b, "."))]
}

func differing(x, y []string) int {
	found := -1
	for i := range x {
		switch {
		case len(x) != len(y):
			return -1
		case x[i] == y[i]:
		case found >= 0 || i < 2 || i == len(x)-1:
			return -1
		default:
			found = i
		}
	}
	return found
}

func orUnset(value string) string {
	if value == "" {
		return unset
	}
	return value
}

// Words say an edit in a line.
func (e whyEdit) Words() string {
	text := fmt.Sprintf("%s: %s → %s", e.Key, e.From, e.To)
	if e.Many > 1 {
		text += fmt.Sprintf(" (%s)", e.Of)
	}
	return text
}
