// Package house holds the rules of the house as tests: which package may import
// which, how long functions and files may be, and that nothing is left undone.
package house
