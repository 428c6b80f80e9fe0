package results

import (
	"reflect"
	"strings"
	"unicode"
)

// Harmless is a text without the control characters with which it could write anywhere on a terminal; tabs and the ends of
// lines stay.
func Harmless(text string) string {
	lines := strings.Split(text, "\r\n")
	for i, line := range lines {
		lines[i] = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) && r != '\n' && r != '\t' {
				return -1
			}
			return r
		}, line)
	}
	return strings.Join(lines, "\r\n")
}

// disarm makes all texts in something harmless.
func disarm(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(Harmless(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			disarm(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			disarm(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			disarm(v.Field(i))
		}
	}
}
