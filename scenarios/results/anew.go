package results

// again makes results anew that were never extended.
const again = "run the command in their manifest again"

// Anew says, as an order at the end of a sentence, how to make results again from the start. The command of a decision that
// was extended is the first one: it gives the verdicts of that look.
func (m *Manifest) Anew() string {
	if len(m.Grown) > 0 && m.Decision != nil {
		return "run the command in their manifest again: it makes them as they were before they were extended, and xsell extend " +
			"adds the rest (grown_from says in which steps; xsell rerun compares what is there)"
	}
	return again
}
