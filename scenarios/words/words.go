// Package words holds the quantities a scenario file is written in: numbers
// with their units ("13 weeks", "EUR 120", "25 %") that read themselves from
// TOML and print themselves again in one canonical form.
//
// The package must never know which field a quantity stands in, nor anything
// of the model: ranges, references and positions belong to the reader.
package words

import "fmt"

// Word is a quantity that can be written in a scenario file.
type Word interface {
	fmt.Stringer // the canonical form, which reads back as the same quantity

	// Base is the number in the word's base unit: the number ranges speak of.
	Base() float64

	// Meaning tells people and editors how the word is written.
	Meaning() Meaning
}

// Meaning says how a word is written.
type Meaning struct {
	Name     string   // what the quantity is, with its base unit, for reference tables
	Want     string   // what to write, as the end of the sentence "want ..."
	Pattern  string   // regular expression of the quoted form; "" if it is never quoted
	Examples []string // quoted forms without their quotes, or plain numbers; the first is the model
	Number   bool     // a plain number without quotes is accepted
	Whole    bool     // the base number is whole
}

// All returns one value of every word, for tests that hold for all of them and
// for reference pages.
func All() []Word {
	return []Word{
		Weeks(13), Share(0.25), Money(120), MoneyPerYear(38000), PerYear(0.3),
		Hours(1.5), HoursPerWeek(30), Factor(0.5), Count(12),
	}
}
