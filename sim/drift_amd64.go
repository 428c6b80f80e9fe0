package sim

// approachFours does what approach does for as many whole fours of moods as there are, four at a time, and returns how many
// that are. Each is rounded after each step, as approach does it.
//
//go:noescape
func approachFours(moods []float32, goal, share float32) (done int)

// fadeFours does the same of fade.
//
//go:noescape
func fadeFours(moods []float32, keep float32) (done int)
