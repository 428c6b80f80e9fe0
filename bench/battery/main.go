// Command battery writes the keyed draws as streams of bits for batteries of statistical tests, and judges what the
// batteries found. The script run beside it fetches them and runs all.
//
//	battery list               names of the streams, one a line
//	battery stream NAME [SEED]  its bits, without end, until nobody reads on
//	battery suspects DIR       what the batteries in DIR found that must be asked again: stream, battery, test
//	battery judge DIR          the results of the batteries in DIR as a document
package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	if err := do(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "battery:", err)
		os.Exit(1)
	}
}

func do(words []string, out io.Writer) error {
	switch {
	case len(words) == 1 && words[0] == "list":
		_, err := fmt.Fprintln(out, strings.Join(names(), "\n"))
		return err
	case len(words) >= 2 && len(words) <= 3 && words[0] == "stream":
		seed, err := seedOf(words[2:])
		if err != nil {
			return err
		}
		at := slices.Index(names(), words[1])
		if at < 0 {
			return fmt.Errorf("no stream %q; there are %s", words[1], strings.Join(names(), ", "))
		}
		return write(out, walks(seed)[at].at)
	case len(words) == 2 && words[0] == "suspects":
		return suspects(out, words[1])
	case len(words) == 2 && words[0] == "judge":
		return judge(out, words[1])
	}
	return errors.New("it takes list, stream NAME [SEED], suspects DIR or judge DIR")
}

func names() (all []string) {
	for _, s := range walks(usualSeed) {
		all = append(all, s.name)
	}
	return all
}

// seedOf reads a seed that may be left out.
func seedOf(words []string) (uint64, error) {
	if len(words) == 0 {
		return usualSeed, nil
	}
	return strconv.ParseUint(words[0], 10, 64)
}

// write writes 64 bits after the other, the lowest byte first, until nobody reads.
func write(out io.Writer, at func(uint64) uint64) error {
	buffer := bufio.NewWriterSize(out, 1<<16)
	var word [8]byte
	for i := uint64(0); ; i++ {
		binary.LittleEndian.PutUint64(word[:], at(i))
		if _, err := buffer.Write(word[:]); err != nil {
			if errors.Is(err, syscall.EPIPE) {
				return nil // the battery has seen enough
			}
			return err
		}
	}
}
