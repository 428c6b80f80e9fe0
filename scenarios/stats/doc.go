// Package stats turns replications into honest statements: intervals of a mean,
// paired differences between designs run in the same worlds, and families of
// comparisons judged together.
//
// One value is one replication, a whole history reduced to a number; weeks and
// agents inside it are never counted as evidence. Everything is a pure function
// of its numbers, resampling included. The package must never know what a design
// or a measure is.
package stats
