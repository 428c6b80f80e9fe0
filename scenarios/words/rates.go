package words

// Share is a part of a whole [1]; it reads 0.25, "25 %" and "25%". What lies
// outside [0, 1] is left to the field's range.
type Share float64

// PerYear is how often something happens [1/year]; it reads "0.3 per year" and,
// converted, "1 per month" and "2 per week".
type PerYear float64

var share = grammar{
	meaning: Meaning{
		Name:     "share",
		Want:     `a share such as 0.25 or "25 %"`,
		Pattern:  quoted("", "%"),
		Examples: []string{"25 %", "2.5 %"},
		Number:   true,
	},
	units: map[string]unit{"%": {-2, 1, 1}},
}

var perYear = grammar{
	meaning: Meaning{
		Name:     "times per year",
		Want:     `a rate such as "0.3 per year" or "2 per week"`,
		Pattern:  quoted("", "(per|/) ?(year|month|week)"),
		Examples: []string{"0.3 per year", "1 per month", "2 per week"},
	},
	units: map[string]unit{
		"per year": {0, 1, 1}, "per month": {0, monthsPerYear, 1}, "per week": {0, WeeksPerYear, 1},
	},
}

const percent = 2 // power of ten between a share and its percentage

func (s Share) String() string { return decimal(float64(s), percent) + " %" }

// Base is the share itself, 1 for the whole.
func (s Share) Base() float64 { return float64(s) }

// Meaning tells how shares are written.
func (s Share) Meaning() Meaning { return share.meaning }

// MarshalText writes the canonical form.
func (s Share) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the quoted form.
func (s *Share) UnmarshalText(text []byte) error { return s.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (s *Share) UnmarshalTOML(value any) error { return store(s, share, value) }

func (r PerYear) String() string { return decimal(float64(r), 0) + " per year" }

// Base is the rate per year.
func (r PerYear) Base() float64 { return float64(r) }

// Meaning tells how rates are written.
func (r PerYear) Meaning() Meaning { return perYear.meaning }

// MarshalText writes the canonical form.
func (r PerYear) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the quoted form.
func (r *PerYear) UnmarshalText(text []byte) error { return r.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (r *PerYear) UnmarshalTOML(value any) error { return store(r, perYear, value) }
