package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// A piece is the length of its content, a checksum of the length, one of the content, and the content: the length of a name, the name of the scenario,
// the number of the world, and the history as package sim writes it. All numbers have their low byte first.
const (
	magic     = "xsell journal 1\n"
	headSize  = 8 + 4 + 4
	largest   = 1 << 32          // bytes of a piece: more is damage
	syncEvery = 10 * time.Second // between two times that pieces are handed to the disk
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// headOf is what stands before the content of a piece.
func headOf(content []byte) []byte {
	head := binary.LittleEndian.AppendUint64(nil, uint64(len(content)))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli))
	return binary.LittleEndian.AppendUint32(head, crc32.Checksum(content, castagnoli))
}

// labelled is the content of a piece.
func labelled(key Key, history []byte) []byte {
	content := binary.LittleEndian.AppendUint32(nil, uint32(len(key.Scenario)))
	content = append(content, key.Scenario...)
	content = binary.LittleEndian.AppendUint64(content, uint64(key.Replication))
	return append(content, history...)
}

// label reads whose history the content of a piece is, and how long the label is.
func label(content []byte) (key Key, size int, err error) {
	if len(content) < 4 {
		return key, 0, io.ErrUnexpectedEOF
	}
	letters := int(binary.LittleEndian.Uint32(content))
	size = 4 + letters + 8
	if letters < 0 || len(content) < size {
		return key, 0, io.ErrUnexpectedEOF
	}
	return Key{string(content[4 : 4+letters]), int(binary.LittleEndian.Uint64(content[4+letters:]))}, size, nil
}

// scan finds all pieces. What was being added when a process was killed, or the power went, is cut off; anything else that
// is not as it was written is an error.
func (j *Journal) scan() error {
	info, err := j.file.Stat()
	if err != nil {
		return err
	}
	length := info.Size()
	if length < int64(len(magic)) {
		return j.restart()
	}
	first := make([]byte, len(magic))
	if _, err := j.file.ReadAt(first, 0); err != nil {
		return j.damaged(err)
	}
	if string(first) != magic {
		return j.damaged(errors.New("it does not begin as journals of this version do"))
	}
	j.length = int64(len(magic))
	for j.length < length {
		whole, err := j.next(length)
		if err != nil {
			return j.damaged(err)
		}
		if !whole {
			break
		}
	}
	return errors.Join(j.file.Truncate(j.length), j.seek())
}

// next takes the piece at the end of those found; false for one that was never whole.
func (j *Journal) next(length int64) (whole bool, err error) {
	head := make([]byte, headSize)
	if length-j.length < headSize {
		return false, nil
	}
	if _, err := j.file.ReadAt(head, j.length); err != nil {
		return false, err
	}
	size, sum := binary.LittleEndian.Uint64(head), binary.LittleEndian.Uint32(head[8:])
	rest := length - j.length - headSize
	if size == 0 && sum == 0 {
		return false, j.empty(rest)
	}
	if sum != crc32.Checksum(head[:8], castagnoli) || size > largest {
		return false, fmt.Errorf("the checksum at byte %d does not fit", j.length)
	}
	if int64(size) > rest {
		return false, nil
	}
	content := make([]byte, size)
	if _, err := j.file.ReadAt(content, j.length+headSize); err != nil {
		return false, err
	}
	if crc32.Checksum(content, castagnoli) != binary.LittleEndian.Uint32(head[12:]) {
		return false, fmt.Errorf("the checksum at byte %d does not fit", j.length+headSize)
	}
	key, label, err := label(content)
	if err != nil {
		return false, err
	}
	from := j.length + headSize
	j.length = from + int64(size)
	j.kept[key] = place{from + int64(label), j.length}
	return true, nil
}

// empty makes sure that the rest of the file is zeros: room that the system made before a power cut, and could not fill.
func (j *Journal) empty(size int64) error {
	rest := io.NewSectionReader(j.file, j.length+headSize, size)
	buffer := make([]byte, 1<<16)
	for {
		n, err := rest.Read(buffer)
		if len(bytes.Trim(buffer[:n], "\x00")) > 0 {
			return fmt.Errorf("at byte %d there is nothing, and something behind it", j.length)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// restart writes the first line of an empty file.
func (j *Journal) restart() error {
	if err := j.file.Truncate(0); err != nil {
		return err
	}
	if _, err := j.file.WriteAt([]byte(magic), 0); err != nil {
		return err
	}
	j.length = int64(len(magic))
	return j.seek()
}

func (j *Journal) seek() error {
	_, err := j.file.Seek(j.length, io.SeekStart)
	return err
}

func (j *Journal) damaged(err error) error {
	return fmt.Errorf("the worlds kept in %s cannot be trusted: %w; remove %s and run the same command again: what is in the results is not touched by it",
		j.dir, err, j.dir)
}
