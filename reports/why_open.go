package reports

import "fmt"

// What may be said of levers of which nothing is sure.

// openWords tell of the levers whose shares hold zero. Each share was tested, their sum was not.
func (m whyMeasure) openWords(open []string, rest float64, some bool) string {
	switch n := len(open); {
	case n == 0:
		return ""
	case n > mostOpen && some:
		return fmt.Sprintf("; the rest, %s, comes from %d levers of which none can be told from nothing by itself", m.signed(rest), n)
	case n > mostOpen:
		return fmt.Sprintf("; it comes from %d levers of which none can be told from nothing by itself", n)
	case n == 1 && some:
		return "; the rest, " + open[0] + ", cannot be told from nothing"
	case some:
		return "; of the rest, " + list(open) + ", no share can be told from nothing by itself"
	}
	return "; no lever's share can be told from nothing by itself: " + list(open)
}

// others says what the levers bring that a short answer does not name; nothing where there are none.
func (m whyMeasure) others(named int) []string {
	rest, n := m.difference, -named
	for _, s := range m.sure()[:named] {
		rest -= s.shown
	}
	for _, s := range m.shares {
		if s.verdict != equal {
			n++
		}
	}
	switch {
	case n < 1:
		return nil
	case n == 1:
		return []string{m.little(rest) + " from the other"}
	}
	return []string{m.little(rest) + " from the other " + inWords(n)}
}
