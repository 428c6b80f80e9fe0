// Package draw is luck as a pure function of who draws, what for, where and
// when: asking twice gives the same answer, asking in another order changes
// nobody's luck, and two designs run in the same world share every draw they
// both make.
//
// A [World] and a (purpose, market, week) give a [Stream], one cipher block; a
// stream gives each id its own 64 bits in about two nanoseconds. The scenario's
// name and parameters are never part of the key. The package must never know
// what a customer or a seller is.
package draw
