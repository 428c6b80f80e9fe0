package words

// Money is an amount [EUR]; it reads "EUR 120", "EUR 1,200.50" and
// "EUR 1.5 million".
type Money float64

// MoneyPerYear is a stream of money [EUR/year]; it reads "EUR 38000 per year",
// "EUR 38000/year" and, converted, amounts per month or per week.
type MoneyPerYear float64

const million, billion = 6, 9 // powers of ten

var money = grammar{
	meaning: Meaning{
		Name:     "EUR",
		Want:     `an amount such as "EUR 120", "EUR 1,200.50" or "EUR 1.5 million"`,
		Pattern:  quoted("EUR ?", "million|billion|"),
		Examples: []string{"EUR 120", "EUR 1,200.50", "EUR 1.5 million"},
	},
	prefix: "EUR",
	units:  map[string]unit{"": {0, 1, 1}, "million": {million, 1, 1}, "billion": {billion, 1, 1}},
}

var moneyPerYear = grammar{
	meaning: Meaning{
		Name:     "EUR per year",
		Want:     `an amount per time such as "EUR 38000 per year"`,
		Pattern:  quoted("EUR ?", "((million|billion) ?)?(per|/) ?(year|month|week)"),
		Examples: []string{"EUR 38000 per year", "EUR 3000 per month", "EUR 1.5 million per year"},
	},
	prefix: "EUR",
	units: map[string]unit{
		"per year":          {0, 1, 1},
		"per month":         {0, monthsPerYear, 1},
		"per week":          {0, WeeksPerYear, 1},
		"million per year":  {million, 1, 1},
		"million per month": {million, monthsPerYear, 1},
		"million per week":  {million, WeeksPerYear, 1},
		"billion per year":  {billion, 1, 1},
		"billion per month": {billion, monthsPerYear, 1},
		"billion per week":  {billion, WeeksPerYear, 1},
	},
}

func (m Money) String() string { return euros(float64(m)) }

// Base is the amount in EUR.
func (m Money) Base() float64 { return float64(m) }

// Meaning tells how money is written.
func (m Money) Meaning() Meaning { return money.meaning }

// MarshalText writes the canonical form.
func (m Money) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the quoted form.
func (m *Money) UnmarshalText(text []byte) error { return m.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (m *Money) UnmarshalTOML(value any) error { return store(m, money, value) }

func (m MoneyPerYear) String() string { return euros(float64(m)) + " per year" }

// Base is the amount in EUR per year.
func (m MoneyPerYear) Base() float64 { return float64(m) }

// Meaning tells how money per year is written.
func (m MoneyPerYear) Meaning() Meaning { return moneyPerYear.meaning }

// MarshalText writes the canonical form.
func (m MoneyPerYear) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the quoted form.
func (m *MoneyPerYear) UnmarshalText(text []byte) error { return m.UnmarshalTOML(string(text)) }

// UnmarshalTOML reads a TOML value.
func (m *MoneyPerYear) UnmarshalTOML(value any) error { return store(m, moneyPerYear, value) }
