package main

import (
	"xsell/agents/num"
	"xsell/sim/draw"
)

// Week is the list of what happens, in order.
var Week = []func(*Market){luck, drift, pick, want, serve, leave, sell}

// Purposes of the small week's draws, one for each kind of decision.
const (
	lanes     draw.Purpose = 1 + iota // the week's shared draw, cut into eight lanes
	wantFine                          // whether a need arises or fades: fine part of its lane
	serveFine                         // whether there is service, how it goes, who leaves: fine part of their lane
	answer                            // a yes or a no to an offer
)

// Lanes of the shared draw. A shock takes two of them, this one and the next, for 8 bits are too coarse. What is left of a
// uniform once it has decided about service is a uniform again, so one lane is luck enough for service and exit.
const laneNeed, laneTrust, laneWant, laneServe = 0, 2, 6, 7

// live lives so many weeks.
func (m *Market) live(weeks int) {
	for range weeks {
		for _, phase := range Week {
			phase(m)
		}
		m.Week++
	}
}

// luck makes the week's shared draw of all customers.
func luck(m *Market) {
	stream, gen, lanes := m.stream(lanes), m.Gen, m.scratch.lanes[:len(m.Gen)]
	for c := range gen {
		lanes[c] = stream.Bits(uint64(draw.Person(uint32(c), gen[c])))
	}
}

// drift moves need and trust towards calm, with a shock; on the same pass it lists whom any chance may concern.
func drift(m *Market) {
	x, thresholds, n := m.scratch, thresholds, 0
	need, trust := m.Need, m.Trust[:len(m.Need)]
	lanes, any := x.lanes[:len(need)], x.any[:len(need)]
	for c := range need {
		luck := lanes[c]
		need[c] = float32((1-needPull)*need[c]) + float32(needCell*float32(cell(luck, laneNeed))) + needFloor
		trust[c] = float32((1-trustPull)*trust[c]) + float32(trustCell*float32(cell(luck, laneTrust))) + trustFloor
		any[n] = uint32(c)
		n += touched(luck, thresholds)
	}
	x.touched = n
}

// cell is a lane and the next as one number of 16 bits.
func cell(luck uint64, lane uint) int32 { return int32(luck >> (8 * lane) & 0xffff) }

// A cell is one of 65,536 equal ones between the largest shock down and up; its shock is the cell's middle. The floor holds
// what does not depend on the state: the pull of calm and the lowest cell.
const (
	needCell   = 2 * needNoise / (1 << 16)
	needFloor  = needPull*calm - needNoise + needCell/2
	trustCell  = 2 * trustNoise / (1 << 16)
	trustFloor = trustPull*calm - trustNoise + trustCell/2
)

// want lets needs arise, and open ones fade.
func want(m *Market) {
	fine, list := m.stream(wantFine), &m.scratch.want
	for i, c := range list.who[:list.n] {
		u := float32(fine.Refine(list.lane[i], m.person(c)))
		switch {
		case m.Open[c] == 1 && u < fade:
			m.Open[c] = 0
			m.Books.Faded++
		case m.Open[c] == 0 && u < arise*m.Need[c]:
			m.Open[c] = 1
			m.Books.Arisen++
		}
	}
}

// serve lets customers ask for service; how it goes is up to the seller's skill. It lists who may leave, too.
func serve(m *Market) {
	fine, list, leave := m.stream(serveFine), &m.scratch.serve, &m.scratch.leave
	leave.n = 0
	for i, c := range list.who[:list.n] {
		u := fine.Refine(list.lane[i], m.person(c))
		if u >= ask {
			leave.may(c, (u-ask)/(1-ask))
			continue
		}
		u /= ask
		if well := wellBase + float64((1-wellBase)*float64(m.Skill[c/bookSize])); u < well {
			m.Trust[c] += float32(warm * (1 - m.Trust[c]))
			m.Books.Helped++
			leave.may(c, u/well)
		} else {
			m.Trust[c] -= float32(hurt * m.Trust[c])
			m.Books.Failed++
			leave.may(c, (u-well)/(1-well))
		}
	}
}

// leave lets customers go; a newcomer takes the seat at once.
func leave(m *Market) {
	list := &m.scratch.leave
	for i, c := range list.who[:list.n] {
		if list.luck[i] < exit*num.Exp32(-exitTrust*m.Trust[c]) {
			m.Need[c], m.Trust[c], m.Open[c] = calm, calm, 0
			m.Gen[c]++
			m.Books.Left++
		}
	}
}
