//go:build !amd64

package sim

// Other processors move all moods one by one.
func approachFours([]float32, float32, float32) (done int) { return 0 }

func fadeFours([]float32, float32) (done int) { return 0 }
