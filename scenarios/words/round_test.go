package words_test

import (
	"encoding"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"xsell/scenarios/words"
)

// Every quantity prints itself so that it reads back as exactly itself.
func TestCanonicalFormReadsBackExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(words.All()).Draw(t, "word")
		value := reflect.New(reflect.TypeOf(word)).Elem()
		if value.CanInt() {
			value.SetInt(rapid.Int64Range(-1e9, 1e9).Draw(t, "whole"))
		} else {
			value.SetFloat(rapid.Float64Range(-1e15, 1e15).Draw(t, "number"))
		}
		original := value.Interface().(words.Word)
		if _, quoted := original.(encoding.TextMarshaler); !quoted {
			return // plain numbers are written by TOML itself
		}
		read := fresh(original)
		if err := read.UnmarshalTOML(original.String()); err != nil {
			t.Fatalf("%T prints itself as %q, which cannot be read: %v", original, original, err)
		}
		back := reflect.ValueOf(read).Elem().Interface().(words.Word)
		if back.Base() != original.Base() {
			t.Fatalf("%q reads back as %v, not as %v", original, back.Base(), original.Base())
		}
	})
}

// No text makes a word panic or yields an infinite quantity.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"13 weeks", "EUR 1,200.50", "25 %", "1e999 weeks", "EUR million", "per year", "-0 %", "٣ weeks"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, word := range words.All() {
			read := fresh(word)
			if read.UnmarshalTOML(text) != nil {
				continue
			}
			got := reflect.ValueOf(read).Elem().Interface().(words.Word)
			if math.IsInf(got.Base(), 0) || math.IsNaN(got.Base()) {
				t.Errorf("%q was read as %v", text, got.Base())
			}
			if again := fresh(word); again.UnmarshalTOML(got.String()) != nil {
				t.Errorf("%q was read as %q, which cannot be read again", text, got)
			}
		}
	})
}
