package snapshot

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A stream is a row of blocks and a last, empty one:
//
//	length of what follows the head [4 bytes], CRC-32C of length, number and content [4 bytes], content
//
// Numbers count blocks from 0, so that a block in another place is found out like a changed byte.
const (
	blockHead = 8
	blockSize = 256 << 10 // [bytes] of content at most
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is the check of a block.
func sum(number uint64, content []byte) uint32 {
	var head [12]byte
	binary.LittleEndian.PutUint32(head[:], uint32(len(content)))
	binary.LittleEndian.PutUint64(head[4:], number)
	return crc32.Update(crc32.Checksum(head[:], castagnoli), castagnoli, content)
}

// blocks is a writer that cuts what it is given into blocks.
type blocks struct {
	to      io.Writer
	content []byte
	number  uint64
}

func newBlocks(to io.Writer) *blocks {
	return &blocks{to: to, content: make([]byte, blockHead, blockHead+blockSize)}
}

func (b *blocks) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		n := min(len(rest), cap(b.content)-len(b.content))
		b.content, rest = append(b.content, rest[:n]...), rest[n:]
		if len(b.content) == cap(b.content) {
			if err := b.flush(); err != nil {
				return 0, err
			}
		}
	}
	return len(data), nil
}

// flush writes what is there as a block; of nothing as the last one.
func (b *blocks) flush() error {
	content := b.content[blockHead:]
	binary.LittleEndian.PutUint32(b.content, uint32(len(content)))
	binary.LittleEndian.PutUint32(b.content[4:], sum(b.number, content))
	_, err := b.to.Write(b.content)
	b.content, b.number = b.content[:blockHead], b.number+1
	return err
}

// close writes what is left and the last block.
func (b *blocks) close() error {
	if len(b.content) > blockHead {
		if err := b.flush(); err != nil {
			return err
		}
	}
	return b.flush()
}

// ErrDamaged is in the chain of every error about bytes that are not as they were written.
var ErrDamaged = errors.New("it is damaged")

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// unblocks is a reader of what blocks wrote. No byte of a block is handed out before its check.
type unblocks struct {
	from   io.Reader
	rest   []byte // of the block, not handed out yet
	room   []byte
	number uint64
	ended  bool
}

func newUnblocks(from io.Reader) *unblocks {
	return &unblocks{from: from, room: make([]byte, blockSize)}
}

// full reads into all of data.
func (u *unblocks) full(data []byte) error {
	for len(data) > 0 {
		if len(u.rest) == 0 {
			if err := u.next(); err != nil {
				return err
			}
			if u.ended {
				return damaged("it ends too early")
			}
		}
		n := copy(data, u.rest)
		data, u.rest = data[n:], u.rest[n:]
	}
	return nil
}

// next reads a block.
func (u *unblocks) next() error {
	var head [blockHead]byte
	if err := u.take(head[:]); err != nil {
		return err
	}
	size := binary.LittleEndian.Uint32(head[:])
	if size > blockSize {
		return damaged("block %d is %d bytes long, which no block is", u.number, size)
	}
	content := u.room[:size]
	if err := u.take(content); err != nil {
		return err
	}
	if sum(u.number, content) != binary.LittleEndian.Uint32(head[4:]) {
		return damaged("the checksum of block %d does not match", u.number)
	}
	u.rest, u.ended = content, size == 0
	u.number++
	return nil
}

func (u *unblocks) take(data []byte) error {
	_, err := io.ReadFull(u.from, data)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged("it was cut off in block %d", u.number)
	}
	return err
}

// close makes sure that the last block follows, and nothing behind it.
func (u *unblocks) close() error {
	if len(u.rest) > 0 {
		return damaged("it holds more than was written")
	}
	if !u.ended {
		if err := u.next(); err != nil {
			return err
		}
	}
	var behind [1]byte
	if _, err := io.ReadFull(u.from, behind[:]); !u.ended || err == nil {
		return damaged("it holds more than was written")
	} else if !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
