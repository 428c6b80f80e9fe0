// Package experiment runs scenarios in the same worlds on all cores and turns
// the histories into a set of results.
//
// A replication is a block: one world in which every scenario runs. Only whole
// blocks become results, so that differences are always between equals. The
// package must never know files, plots or terminals.
package experiment
