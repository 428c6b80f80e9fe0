package agents

// Keys returns a number of so many bits for each name, the same wherever and in whatever company the name stands: luck
// is keyed by it, so that one product or unit more moves nobody else's history. It is FNV-1a, folded; should two names
// of a list meet, the later one takes the next free number, which costs only that it shares less luck across scenarios.
func Keys(names []string, bits uint) []uint32 {
	mask := uint32(1)<<bits - 1
	keys, taken := make([]uint32, len(names)), map[uint32]bool{}
	for i, name := range names {
		key := fnv(name)
		key = (key ^ key>>bits) & mask
		for taken[key] {
			key = (key + 1) & mask
		}
		keys[i], taken[key] = key, true
	}
	return keys
}

// fnv is the 32-bit FNV-1a hash.
func fnv(name string) uint32 {
	hash := uint32(2166136261)
	for i := range len(name) {
		hash = (hash ^ uint32(name[i])) * 16777619
	}
	return hash
}
