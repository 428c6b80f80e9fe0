// Package results is the results directory of an experiment: its types, how it
// is written without ever being half there, and how it is read back exactly.
//
// It holds one file per table (see tables.go) and a manifest that says what was
// asked. The same seed gives the same bytes, so nothing here may know the time
// of day, the machine, or how a run is computed or drawn.
package results
