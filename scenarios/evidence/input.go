package evidence

import (
	"fmt"
	"reflect"
	"strings"

	"xsell/scenarios/words"
)

// input returns a number of the scenario by its key, such as "targets.threat.fired.misses": weeks, hours, EUR, shares
// and rates per year. A key that is not set has the value 0, as in the scenario.
func (p *pool) input(key string) (float64, error) {
	at := reflect.ValueOf(p.spec).Elem()
	for word := range strings.SplitSeq(key, ".") {
		if at = under(at, word); !at.IsValid() {
			return 0, fmt.Errorf("input: the scenario has no key %q", key)
		}
	}
	switch word, isWord := at.Interface().(words.Word); {
	case isWord:
		return word.Base(), nil
	case at.CanInt():
		return float64(at.Int()), nil
	case at.CanFloat():
		return at.Float(), nil
	}
	return 0, fmt.Errorf("input: %q is not a number", key)
}

// under is the entry of a table of the scenario; not valid where there is none.
func under(table reflect.Value, word string) reflect.Value {
	switch table.Kind() {
	case reflect.Map:
		return table.MapIndex(reflect.ValueOf(word))
	case reflect.Struct:
		for i := range table.NumField() {
			if name, _, _ := strings.Cut(table.Type().Field(i).Tag.Get("toml"), ","); name == word {
				return table.Field(i)
			}
		}
	}
	return reflect.Value{}
}
