//go:build !amd64 || counted

package draw

// Other processors, and a program that counts its draws, scan one seat after the other.
func scan(z, k1 uint64, generations *[Stretch]uint8, thresholds *[Stretch]uint64, all uint64, passing *[8]uint64) {
	scanPlainly(z, k1, generations, thresholds, all, passing)
}
