package reports

import "strings"

// folded puts the edits of a table that only one of two designs has into one edit.
func folded(edits []edit, base, own map[string]string) (out []edit) {
	for i := 0; i < len(edits); {
		prefix := newTable(edits[i], base, own)
		n := 1
		for prefix != "" && i+n < len(edits) && edits[i+n].Kind == edits[i].Kind && strings.HasPrefix(edits[i+n].Key, prefix+".") {
			n++
		}
		if n == 1 {
			out = append(out, edits[i])
			i++
			continue
		}
		out = append(out, whole(edits[i:i+n]))
		i += n
	}
	return out
}

// newTable is the outermost table of an edit's key, below the first, that the other design does not have; empty where
// it has all of them.
func newTable(e edit, base, own map[string]string) string {
	other := base
	switch e.Kind {
	case changed:
		return ""
	case removed:
		other = own
	}
	parts := strings.Split(e.Key, ".")
	for n := 2; n < len(parts); n++ {
		if prefix := strings.Join(parts[:n], "."); !holdsBelow(other, prefix) {
			return prefix
		}
	}
	return ""
}

func holdsBelow(keys map[string]string, prefix string) bool {
	for key := range keys {
		if strings.HasPrefix(key, prefix+".") || strings.HasPrefix(key, prefix+"[") {
			return true
		}
	}
	return false
}

// whole is one edit for several of the same kind, under the part of the key that they share.
func whole(edits []edit) edit {
	shared := strings.Split(edits[0].Key, ".")
	shared = shared[:len(shared)-1]
	for _, e := range edits[1:] {
		parts := strings.Split(e.Key, ".")
		n := 0
		for n < len(shared) && n < len(parts)-1 && shared[n] == parts[n] {
			n++
		}
		shared = shared[:n]
	}
	all := edit{Kind: edits[0].Kind, Sign: edits[0].Sign, Key: strings.Join(shared, ".")}
	all.whole = all.Key
	for _, e := range edits {
		key := strings.TrimPrefix(e.Key, all.Key+".")
		if e.Kind == removed {
			all.FromItems = append(all.FromItems, item{key, e.From})
			continue
		}
		all.ToItems = append(all.ToItems, item{key, e.To})
	}
	return all
}
