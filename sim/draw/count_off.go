//go:build !counted

package draw

// Counting says whether draws are counted: only in a program built with the tag counted, as counting takes longer than
// drawing.
const Counting = false

func count() {}

// Drawn is how many draws were made so far where they are counted, else 0.
func Drawn() uint64 { return 0 }
