package results

import "strings"

// ChecksSay begins a note on levers that holds what the checks of a scenario say of levers laid apart, word for word. Such
// notes are for the modeller; reports keep them out of the answer.
const ChecksSay = "the checks say: "

// Checked says whether a note holds what the checks of a scenario say.
func (n LeverNote) Checked() bool { return strings.HasPrefix(n.Note, ChecksSay) }
