// Package twins lives two designs in the same worlds in step and follows every
// person in both: the same customer, the same seller, under either design. Who
// is better off and who worse, by how much, by what they were before, and at
// which week and by which event their two histories parted. Persons are paired
// by their ids, seat and generation, which are the same in both designs; those
// who are there under one design only are counted and never dropped.
//
// That a person fares better under one design is true inside the coupling of
// luck: the person had the same uniform for every decision in both. Another way
// to share luck would pair other fates with the same distributions on either
// side. The sum over pairs and over those in one design only does not depend
// on it: it is the firm's difference. Who is in a pair does, and with it the
// pairs' mean, the shares of those better and worse off, and the spread.
//
// The package must never know files, plots or terminals, nor how the model
// comes to what happens.
package twins
