// Package comparison reads what is to be compared and decided, from a file or from the words of a command line, and puts
// the verdicts into the results.
//
// It knows the measures and their units, and turns words into a decision; how verdicts are found is the business of package
// decide, how histories are lived that of package experiment.
package comparison
