package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
)

// Fingerprint is the same for two values only if all their fields are. What stands
// behind an interface is told by its type and by what its method String says. It fails at a value that has no words.
func Fingerprint(pointer any) (string, error) {
	hash := sha256.New()
	w := pen{format: &Format{}, to: hash, spell: true}
	if err := w.put(pointer); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// words writes what stands behind an interface.
func (w *pen) words(v reflect.Value) error {
	if !w.spell {
		return fmt.Errorf("an %s cannot be written", v.Kind())
	}
	if v.IsNil() {
		return w.number(nothing)
	}
	said, can := v.Interface().(fmt.Stringer)
	if !can {
		return fmt.Errorf("%s has no method String that tells it from others", v.Elem().Type())
	}
	if err := w.text(v.Elem().Type().String()); err != nil {
		return err
	}
	return w.text(said.String())
}
