//go:build counted

package draw

import "sync/atomic"

// Counting says that draws are counted.
const Counting = true

var drawn atomic.Uint64

func count() { drawn.Add(1) }

// Drawn is how many draws were made so far, by all goroutines.
func Drawn() uint64 { return drawn.Load() }
