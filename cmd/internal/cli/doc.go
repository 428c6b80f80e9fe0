// Package cli is the command line: it reads flags, finds everything that is
// wrong before anything runs or is written, and hands the work on. It must never
// know a rule of the model.
package cli
