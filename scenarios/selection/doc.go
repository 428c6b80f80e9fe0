// Package selection finds the best of several designs with as few histories as it takes: Kim and Nelson's fully sequential
// procedure (2001) on worlds that all designs share. A design that is surely not the best, or by less than matters, is
// dropped and not lived any further.
//
// The package knows outcomes by world and design and nothing else; it must not know where they come from.
package selection
