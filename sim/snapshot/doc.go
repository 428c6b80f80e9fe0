// Package snapshot writes whatever a Go value holds, unexported fields included, to a stream of checked blocks, and
// reads it back bit for bit. It walks types, so a new field is written without anybody thinking of it; a kind of field
// that it cannot write is found by Check before anything is written. It must not know what the values mean.
//
// A pointer owns what it points to: two pointers to one value are two values after reading.
package snapshot

import (
	"errors"
	"math"
	"unsafe"
)

// wordBytes is the size of a number that stands among others, such as a length.
const wordBytes = 8

// Supported says why this machine cannot write or read, nil where it can. The bytes are those in memory, so that they
// can be moved in bulk, and are the same on every machine that is supported.
func Supported() error {
	one := uint16(1)
	if *(*byte)(unsafe.Pointer(&one)) != 1 || math.MaxInt == math.MaxInt32 {
		return errors.New("only machines of 64 bits that keep the lowest byte first, such as amd64 and arm64, can write or read checkpoints")
	}
	return nil
}
