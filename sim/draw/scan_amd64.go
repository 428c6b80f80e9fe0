//go:build amd64 && !counted

package draw

// scan is scanPlainly two seats at a time.
//
//go:noescape
func scan(z, k1 uint64, generations *[Stretch]uint8, thresholds *[Stretch]uint64, all uint64, passing *[8]uint64)

// fillFours draws for as many whole fours of ids as there are, the first of which lies at z, and returns how many ids that are.
//
//go:noescape
func fillFours(into []uint64, z, k1 uint64) (done int)
