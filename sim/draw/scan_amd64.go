//go:build amd64 && !counted

package draw

// scan is scanPlainly two seats at a time.
//
//go:noescape
func scan(z, k1 uint64, generations *[Stretch]uint8, thresholds *[Stretch]uint64, all uint64, passing *[8]uint64)
