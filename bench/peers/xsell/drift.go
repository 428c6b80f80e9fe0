package main

// A week of drift keeps a share of the state and adds a cell of luck: with u = (cell + 1/2) / 65,536 rule 1 says
//
//	state - pull state + 2 noise u + (pull calm - noise)
//
// The cell counts whole units, which is why one is 65500 << 16. The pull acts on the upper 16 bits of a state, with a factor of
// 16 bits: a week's error is less than 4e-6 of the whole, and half of a millionth at a usual state; at calm it is 0 on average.
const (
	needPull16  = 6554 // 0.1 of 65,536
	needCell    = 2 * needNoise * whole >> 16
	trustPull16 = 3277 // 0.05 of 65,536
	trustCell   = 2 * trustNoise * whole >> 16

	// What does not depend on the state, with half a cell, less half a digit's pull, and at calm as much as the pull's factor is
	// too large.
	needLift  = (needPull*calm-needNoise)*whole + needCell/2 - needPull16/2 + (needPull16*whole>>16-needPull*whole)*calm
	trustLift = (trustPull*calm-trustNoise)*whole + trustCell/2 - trustPull16/2 + (trustPull16*whole>>16-trustPull*whole)*calm
)

// digits are the lower 16 bits of both halves.
const digits = both * (1<<16 - 1)

// terms are the constants of drift in both halves. In variables they stay in registers.
var terms = struct{ digits, needLift, trustLift uint64 }{digits, needLift * both, trustLift * both}

// drift moves need and trust towards calm, with a shock, four pairs in a row.
func drift(m *Market) {
	shocks := m.scratch.shocks[:m.fours()]
	need, trust := m.Need[:len(shocks)], m.Trust[:len(shocks)]
	digits, needLift, trustLift := terms.digits, terms.needLift, terms.trustLift
	for k := 0; k < len(shocks)-3; k += 4 {
		luck := shocks[k]
		need[k] = drifted(need[k], luck, needPull16, needCell, needLift, digits)
		trust[k] = drifted(trust[k], luck>>16, trustPull16, trustCell, trustLift, digits)
		luck = shocks[k+1]
		need[k+1] = drifted(need[k+1], luck, needPull16, needCell, needLift, digits)
		trust[k+1] = drifted(trust[k+1], luck>>16, trustPull16, trustCell, trustLift, digits)
		luck = shocks[k+2]
		need[k+2] = drifted(need[k+2], luck, needPull16, needCell, needLift, digits)
		trust[k+2] = drifted(trust[k+2], luck>>16, trustPull16, trustCell, trustLift, digits)
		luck = shocks[k+3]
		need[k+3] = drifted(need[k+3], luck, needPull16, needCell, needLift, digits)
		trust[k+3] = drifted(trust[k+3], luck>>16, trustPull16, trustCell, trustLift, digits)
	}
}

// drifted is where a week takes the states x of two neighbours, with the lower 16 bits of both halves of luck.
func drifted(x, luck, pull, cell, lift, digits uint64) uint64 {
	return x + lift + cell*(luck&digits) - pull*(x>>16&digits)
}
