// Command battery writes the keyed draws as streams of bits for batteries of statistical tests, and judges what the
// batteries found. The script run beside it fetches them and runs all.
//
//	battery list               names of the streams, one a line
//	battery stream NAME        its bits, without end, until nobody reads on
//	battery judge DIR          the results of the batteries in DIR as a document
package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
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
		for _, s := range streams {
			if _, err := fmt.Fprintln(out, s.name); err != nil {
				return err
			}
		}
		return nil
	case len(words) == 2 && words[0] == "stream":
		at := byName(words[1])
		if at < 0 {
			return fmt.Errorf("no stream %q; there are %s", words[1], names())
		}
		return write(out, streams[at].at)
	case len(words) == 2 && words[0] == "judge":
		return judge(out, words[1])
	}
	return errors.New("it takes list, stream NAME or judge DIR")
}

func names() string {
	var all []string
	for _, s := range streams {
		all = append(all, s.name)
	}
	return strings.Join(all, ", ")
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
