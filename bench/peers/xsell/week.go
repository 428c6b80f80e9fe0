package main

import "xsell/sim/draw"

// Week is the list of what happens, in order.
var Week = []func(*Market){drift, pick, want, serve, leave, meet, answer, learn}

// Purposes of the small week's draws, one for each kind of decision.
const (
	shocks    draw.Purpose = 1 + iota // of two neighbours
	chances                           // lanes of eight neighbours, for needs, service and exit
	wantFine                          // whether a need arises or fades
	serveFine                         // whether there is service, how it goes, who leaves
	offers                            // lanes of eight neighbours who get an offer
	offerFine                         // a yes or a no to it
)

// live lives so many weeks.
func (m *Market) live(weeks int) {
	for range weeks {
		for _, phase := range Week {
			phase(m)
		}
		m.Week++
	}
}
