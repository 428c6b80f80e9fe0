package words_test

import (
	"math"
	"reflect"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"xsell/scenarios/words"
)

type reader interface{ UnmarshalTOML(value any) error }

// fresh returns an empty word of the type of another.
func fresh(word any) reader { return reflect.New(reflect.TypeOf(word)).Interface().(reader) }

func TestWordsReadWhatPeopleWrite(t *testing.T) {
	for _, row := range []struct {
		written any
		want    words.Word
		printed string
	}{
		{"13 weeks", words.Weeks(13), "13 weeks"},
		{"1 week", words.Weeks(1), "1 week"},
		{"0 weeks", words.Weeks(0), "0 weeks"},
		{"-2 weeks", words.Weeks(-2), "-2 weeks"},
		{"2 years", words.Weeks(104), "104 weeks"},
		{"1.5 years", words.Weeks(78), "78 weeks"},
		{"6 months", words.Weeks(26), "26 weeks"},
		{"  13   weeks ", words.Weeks(13), "13 weeks"},
		{0.25, words.Share(0.25), "25 %"},
		{int64(1), words.Share(1), "100 %"},
		{"25 %", words.Share(0.25), "25 %"},
		{int64(0), words.Share(0), "0 %"},
		{"-0 %", words.Share(0), "0 %"},
		{"2.5%", words.Share(0.025), "2.5 %"},
		{"0.07 %", words.Share(0.0007), "0.07 %"},
		{"-10 %", words.Share(-0.1), "-10 %"},
		{"EUR 120", words.Money(120), "EUR 120"},
		{"EUR 1,200.50", words.Money(1200.5), "EUR 1,200.5"},
		{"EUR -20", words.Money(-20), "EUR -20"},
		{"EUR 1.5 million", words.Money(1.5e6), "EUR 1,500,000"},
		{"EUR 1.1 million", words.Money(1.1e6), "EUR 1,100,000"},
		{"EUR 2 billion", words.Money(2e9), "EUR 2,000,000,000"},
		{"EUR 0.125", words.Money(0.125), "EUR 0.1250"},
		{"EUR 1.2500", words.Money(1.25), "EUR 1.25"},
		{"EUR 38000 per year", words.MoneyPerYear(38000), "EUR 38,000 per year"},
		{"EUR 38000/year", words.MoneyPerYear(38000), "EUR 38,000 per year"},
		{"EUR 3000 per month", words.MoneyPerYear(36000), "EUR 36,000 per year"},
		{"EUR 10 / week", words.MoneyPerYear(520), "EUR 520 per year"},
		{"EUR 1.2 million per year", words.MoneyPerYear(1.2e6), "EUR 1,200,000 per year"},
		{"0.3 per year", words.PerYear(0.3), "0.3 per year"},
		{"2 per week", words.PerYear(104), "104 per year"},
		{"1 per month", words.PerYear(12), "12 per year"},
		{"1/month", words.PerYear(12), "12 per year"},
		{"1.5 hours", words.Hours(1.5), "1.5 hours"},
		{"90 minutes", words.Hours(1.5), "1.5 hours"},
		{"1 hour", words.Hours(1), "1 hour"},
		{"30 hours per week", words.HoursPerWeek(30), "30 hours per week"},
		{"90 minutes/week", words.HoursPerWeek(1.5), "1.5 hours per week"},
		{0.5, words.Factor(0.5), "0.5"},
		{int64(3), words.Factor(3), "3"},
		{1e-7, words.Factor(1e-7), "0.0000001"},
		{int64(70_000_000), words.Count(70_000_000), "70000000"},
	} {
		read := fresh(row.want)
		require.NoError(t, read.UnmarshalTOML(row.written), "%v must be readable as %T", row.written, row.want)
		got := reflect.ValueOf(read).Elem().Interface().(words.Word)
		assert.Equal(t, row.want, got, "%v is read as the wrong quantity", row.written)
		assert.Equal(t, row.printed, got.String(), "%v is printed back wrongly", row.written)
	}
}

func TestWordsSayWhatToWrite(t *testing.T) {
	for _, row := range []struct {
		written any
		word    words.Word
		message string
	}{
		{"13 days", words.Weeks(0), `found "13 days", want a whole number of weeks such as "13 weeks"`},
		{int64(13), words.Weeks(0), `found 13 without a unit, write "13 weeks"`},
		{int64(26), words.Weeks(0), `found 26 without a unit, write "26 weeks"`},
		{"26", words.Weeks(0), `found "26" without a unit, write "26 weeks"`},
		{13.5, words.Weeks(0), `found 13.5 without a unit, write "13 weeks"`},
		{"13.5 weeks", words.Weeks(0), `found "13.5 weeks", which is 13.50 weeks, want a whole number of weeks such as "13 weeks"`},
		{"1 month", words.Weeks(0), `found "1 month", which is 4.33 weeks, want a whole number of weeks such as "13 weeks"`},
		{"99999999999 weeks", words.Weeks(0), `found "99999999999 weeks", which is too large, want a whole number of weeks such as "13 weeks"`},
		{"weeks", words.Weeks(0), `found "weeks", want a whole number of weeks such as "13 weeks"`},
		{"", words.Weeks(0), `found "", want a whole number of weeks such as "13 weeks"`},
		{true, words.Weeks(0), `found true, want a whole number of weeks such as "13 weeks"`},
		{map[string]any{}, words.Weeks(0), `found a table, want a whole number of weeks such as "13 weeks"`},
		{[]any{}, words.Weeks(0), `found a list, want a whole number of weeks such as "13 weeks"`},
		{"0.25", words.Share(0), `found "0.25" without a unit, write "0.25 %"`},
		{"a quarter", words.Share(0), `found "a quarter", want a share such as 0.25 or "25 %"`},
		{math.NaN(), words.Share(0), `found nan, want a share such as 0.25 or "25 %"`},
		{int64(120), words.Money(0), `found 120 without a unit, write "EUR 120"`},
		{"120", words.Money(0), `found "120" without a unit, write "EUR 120"`},
		{1.5e30, words.Money(0), `found 1.5e+30 without a unit, write "EUR 120"`},
		{"120 EUR", words.Money(0), `found "120 EUR", want an amount such as "EUR 120", "EUR 1,200.50" or "EUR 1.5 million"`},
		{"EUR 1,20", words.Money(0), `found "EUR 1,20", want an amount such as "EUR 120", "EUR 1,200.50" or "EUR 1.5 million"`},
		{"EUR 1.200", words.Money(0), `found "EUR 1.200", which can be read in two ways: write 1,200 for thousands or 1.2000 for a fraction`},
		{"EUR 12 per year", words.Money(0), `found "EUR 12 per year", want an amount such as "EUR 120", "EUR 1,200.50" or "EUR 1.5 million"`},
		{"EUR 38000", words.MoneyPerYear(0), `found "EUR 38000" without a unit, write "EUR 38000 per year"`},
		{int64(41000), words.MoneyPerYear(0), `found 41000 without a unit, write "EUR 41000 per year"`},
		{0.3, words.PerYear(0), `found 0.3 without a unit, write "0.3 per year"`},
		{"3 per day", words.PerYear(0), `found "3 per day", want a rate such as "0.3 per year" or "2 per week"`},
		{int64(2), words.Hours(0), `found 2 without a unit, write "2 hours"`},
		{"2 hours", words.HoursPerWeek(0), `found "2 hours", want working time per week such as "30 hours per week"`},
		{"0.5", words.Factor(0), `found "0.5" in quotes, write 0.5`},
		{"half", words.Factor(0), `found "half", want a plain number such as 0.5`},
		{math.Inf(1), words.Factor(0), `found inf, want a plain number such as 0.5`},
		{math.Inf(-1), words.Factor(0), `found -inf, want a plain number such as 0.5`},
		{2.0, words.Count(0), `found 2.0, want a whole number such as 12 or 70_000_000`},
		{"12", words.Count(0), `found "12" in quotes, write 12`},
		{int64(math.MaxInt64), words.Count(0), `found 9223372036854775807, which is too large, want a whole number such as 12 or 70_000_000`},
	} {
		err := fresh(row.word).UnmarshalTOML(row.written)
		assert.EqualError(t, err, row.message, "%v read as %T", row.written, row.word)
	}
}

func TestEveryWordIsDescribed(t *testing.T) {
	for _, word := range words.All() {
		meaning := word.Meaning()
		assert.NotEmpty(t, meaning.Name, "%T has no name", word)
		assert.NotEmpty(t, meaning.Want, "%T does not say what to write", word)
		require.NotEmpty(t, meaning.Examples, "%T has no example", word)
		if meaning.Pattern == "" {
			continue
		}
		pattern := regexp.MustCompile(meaning.Pattern)
		assert.Regexp(t, pattern, word.String(), "an editor would mark the canonical form of %T", word)
		for _, example := range meaning.Examples {
			assert.Regexp(t, pattern, example, "an editor would mark an example of %T", word)
			assert.NoError(t, fresh(word).UnmarshalTOML(example), "an example of %T cannot be read", word)
		}
	}
}
