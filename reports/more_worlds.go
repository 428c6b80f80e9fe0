package reports

import "fmt"

// moreWorlds says where so many more worlds come from: from the tool, or where the outcomes of a file came from.
func (v *view) moreWorlds(worlds float64) string {
	if len(v.set.Manifest.Command) == 0 { // no command of this tool has lived them
		return fmt.Sprintf("What is undecided is about to need some %s of every design: add them to the file, and decide again.", plural(int(worlds), "more world"))
	}
	dir, where := v.called, ""
	if dir == "" {
		dir, where = "DIR", ", with DIR where these results are"
	}
	return fmt.Sprintf("What is undecided is about to need more worlds: xsell extend %s --more %.0f adds them%s.", dir, worlds, where)
}
