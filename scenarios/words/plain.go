package words

import (
	"fmt"
	"math"
	"strconv"
)

// Factor is a plain finite number without a unit [1].
type Factor float64

// Count is a plain whole number [1]; large ones read well as 70_000_000.
type Count int

var factorMeaning = Meaning{
	Name:     "number",
	Want:     "a plain number such as 0.5",
	Examples: []string{"0.5", "12"},
	Number:   true,
}

var countMeaning = Meaning{
	Name:     "whole number",
	Want:     "a whole number such as 12 or 70_000_000",
	Examples: []string{"12", "70_000_000"},
	Number:   true,
	Whole:    true,
}

// maxExact is the largest whole number a float64 holds without gaps, 2^53.
const maxExact = 1 << 53

// plain reads a number without a unit; it must be finite and exact.
func plain(value any, want string) (float64, error) {
	switch v := value.(type) {
	case int64:
		if v > maxExact || v < -maxExact {
			return 0, fmt.Errorf("found %d, which is too large, want %s", v, want)
		}
		return float64(v), nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			break
		}
		return v + 0, nil // + 0 turns -0 into 0
	case string:
		if _, err := strconv.ParseFloat(v, 64); err == nil {
			return 0, fmt.Errorf("found %q in quotes, write %s", v, v)
		}
	}
	return 0, fmt.Errorf("found %s, want %s", Describe(value), want)
}

func (f Factor) String() string { return decimal(float64(f), 0) }

// Base is the number itself.
func (f Factor) Base() float64 { return float64(f) }

// Meaning tells how factors are written.
func (f Factor) Meaning() Meaning { return factorMeaning }

// UnmarshalTOML reads a TOML value.
func (f *Factor) UnmarshalTOML(value any) error {
	x, err := plain(value, factorMeaning.Want)
	if err != nil {
		return err
	}
	*f = Factor(x)
	return nil
}

func (c Count) String() string { return strconv.Itoa(int(c)) }

// Base is the number itself.
func (c Count) Base() float64 { return float64(c) }

// Meaning tells how counts are written.
func (c Count) Meaning() Meaning { return countMeaning }

// UnmarshalTOML reads a TOML value; 12.0 is refused, because a count that needs
// a point is usually a mistake.
func (c *Count) UnmarshalTOML(value any) error {
	if _, isFloat := value.(float64); isFloat {
		return fmt.Errorf("found %s, want %s", Describe(value), countMeaning.Want)
	}
	x, err := plain(value, countMeaning.Want)
	if err != nil {
		return err
	}
	*c = Count(x)
	return nil
}
