// Package explain says why two designs differ. A scenario is a tree of keys, so two scenarios differ by edits; edits are
// grouped into levers that a manager would name; the designs between the two, with some levers laid and others not, are
// lived in the same worlds; and the difference of every world is shared out among the levers as Shapley (1953) does.
//
// It must never know what happens in a history, nor what a measure is about.
package explain
