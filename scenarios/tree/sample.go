package tree

import (
	"reflect"
	"strconv"

	"xsell/scenarios/words"
)

// typeName says in a modeller's words what a type holds.
func typeName(t reflect.Type) string {
	if word, ok := wordOf(t); ok {
		return word.Meaning().Name
	}
	switch kind := t.Kind(); {
	case kind == reflect.Pointer:
		return typeName(t.Elem())
	case kind == reflect.Slice || kind == reflect.Array:
		return "list, each " + typeName(t.Elem())
	case kind == reflect.Map:
		return "by name, each " + typeName(t.Elem())
	case kind == reflect.Struct:
		return "table"
	case kind == reflect.Interface:
		return "anything"
	case kind == reflect.String:
		return "text"
	case kind == reflect.Bool:
		return "true or false"
	case isFloat(kind):
		return "number"
	}
	return "whole number"
}

// sample is a value of a type as it is written, for messages.
func sample(t reflect.Type) string {
	if word, ok := wordOf(t); ok {
		meaning := word.Meaning()
		if meaning.Pattern == "" {
			return meaning.Examples[0]
		}
		return strconv.Quote(meaning.Examples[0])
	}
	switch kind := t.Kind(); {
	case kind == reflect.Pointer:
		return sample(t.Elem())
	case kind == reflect.Slice || kind == reflect.Array:
		return "[" + sample(t.Elem()) + "]"
	case kind == reflect.Map:
		return "{ name = " + sample(t.Elem()) + " }"
	case kind == reflect.Struct:
		return "{ ... }"
	case kind == reflect.Interface:
		return "..."
	case kind == reflect.String:
		return `"name"`
	case kind == reflect.Bool:
		return "true"
	case isFloat(kind):
		return "0.5"
	}
	return "12"
}

// wordOf returns the zero word of a type that is one.
func wordOf(t reflect.Type) (words.Word, bool) {
	if t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface {
		return nil, false
	}
	word, ok := reflect.Zero(t).Interface().(words.Word)
	return word, ok
}
