package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"sync"
)

// markLetters is how many hexadecimal digits tell one build of a version from another: 48 bits, so that two builds look
// alike once in 280 million million.
const markLetters = 12

// thisProgram is the version of this program with a mark of its very bytes: a checkpoint that another build wrote, whose
// formulas may differ, is not of it.
var thisProgram = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("cannot tell which program this is, so no checkpoint could be told from another's: %w", err)
	}
	return programAt(path)
})

// programAt is the version with a mark of the bytes of the program in a file.
func programAt(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("cannot read the program itself, so no checkpoint could be told from another's: %w", err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("cannot read the program itself, so no checkpoint could be told from another's: %w", err)
	}
	return Version + "+" + hex.EncodeToString(sum.Sum(nil))[:markLetters], nil
}
