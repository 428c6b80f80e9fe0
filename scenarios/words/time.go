package words

// Weeks is a duration in whole weeks [weeks]. It reads "13 weeks", "2 years"
// (52 weeks each) and "6 months" (a month is 52/12 weeks; what does not come
// out whole is refused).
type Weeks int

// Hours is working time [hours]; it reads "1.5 hours" and "90 minutes".
type Hours float64

// HoursPerWeek is working time in each week [hours/week]; it reads
// "30 hours per week" and "90 minutes per week".
type HoursPerWeek float64

// WeeksPerYear is the length of the model's year [weeks].
const WeeksPerYear = 52

const monthsPerYear, minutesPerHour = 12, 60

var weeks = grammar{
	meaning: Meaning{
		Name:     "weeks",
		Want:     `a whole number of weeks such as "13 weeks"`,
		Pattern:  quoted("", "weeks?|months?|years?"),
		Examples: []string{"13 weeks", "6 months", "2 years"},
		Whole:    true,
	},
	units: map[string]unit{
		"week": {0, 1, 1}, "weeks": {0, 1, 1},
		"month": {0, WeeksPerYear, monthsPerYear}, "months": {0, WeeksPerYear, monthsPerYear},
		"year": {0, WeeksPerYear, 1}, "years": {0, WeeksPerYear, 1},
	},
}

var hours = grammar{
	meaning: Meaning{
		Name:     "hours",
		Want:     `working time such as "1.5 hours" or "90 minutes"`,
		Pattern:  quoted("", "hours?|minutes?"),
		Examples: []string{"1.5 hours", "90 minutes"},
	},
	units: map[string]unit{
		"hour": {0, 1, 1}, "hours": {0, 1, 1},
		"minute": {0, 1, minutesPerHour}, "minutes": {0, 1, minutesPerHour},
	},
}

var hoursPerWeek = grammar{
	meaning: Meaning{
		Name:     "hours per week",
		Want:     `working time per week such as "30 hours per week"`,
		Pattern:  quoted("", "(hours?|minutes?) ?(per|/) ?week"),
		Examples: []string{"30 hours per week", "90 minutes per week"},
	},
	units: map[string]unit{
		"hour per week": {0, 1, 1}, "hours per week": {0, 1, 1},
		"minute per week": {0, 1, minutesPerHour}, "minutes per week": {0, 1, minutesPerHour},
	},
}

func (w Weeks) String() string { return plural(float64(w), "week") }

// Base is the duration in weeks.
func (w Weeks) Base() float64 { return float64(w) }

// Meaning tells how weeks are written.
func (w Weeks) Meaning() Meaning { return weeks.meaning }

// MarshalText writes the canonical form.
func (w Weeks) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads the quoted form.
func (w *Weeks) UnmarshalText(text []byte) error { return w.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (w *Weeks) UnmarshalTOML(value any) error { return store(w, weeks, value) }

func (h Hours) String() string { return plural(float64(h), "hour") }

// Base is the working time in hours.
func (h Hours) Base() float64 { return float64(h) }

// Meaning tells how hours are written.
func (h Hours) Meaning() Meaning { return hours.meaning }

// MarshalText writes the canonical form.
func (h Hours) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads the quoted form.
func (h *Hours) UnmarshalText(text []byte) error { return h.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (h *Hours) UnmarshalTOML(value any) error { return store(h, hours, value) }

func (h HoursPerWeek) String() string { return plural(float64(h), "hour") + " per week" }

// Base is the working time in hours per week.
func (h HoursPerWeek) Base() float64 { return float64(h) }

// Meaning tells how hours per week are written.
func (h HoursPerWeek) Meaning() Meaning { return hoursPerWeek.meaning }

// MarshalText writes the canonical form.
func (h HoursPerWeek) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads the quoted form.
func (h *HoursPerWeek) UnmarshalText(text []byte) error { return h.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (h *HoursPerWeek) UnmarshalTOML(value any) error { return store(h, hoursPerWeek, value) }

// store reads a value by the grammar into a word; on an error the word keeps
// its value.
func store[W ~int | ~float64](word *W, g grammar, value any) error {
	base, err := g.read(value)
	if err != nil {
		return err
	}
	*word = W(base)
	return nil
}

// quoted is the pattern of a number with what stands before and behind it.
func quoted(prefix, units string) string {
	return `^` + prefix + `[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)? ?(` + units + `)$`
}
