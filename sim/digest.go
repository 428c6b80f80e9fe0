package sim

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
)

// Digest is a fingerprint of histories: sha256 over the whole numbers of their books, distributions, openings and dates
// of changes, in the order given. Equal digests mean the same histories, whatever machine lived them; no text is part of
// it and no fraction.
func Digest(records ...*Record) string {
	sum := sha256.New()
	for _, r := range records {
		r.digest(sum)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// digest adds a history. Every list is preceded by its length, so that no two histories read alike.
func (r *Record) digest(sum hash.Hash) {
	add := func(numbers ...int64) {
		var word [8]byte
		for _, n := range numbers {
			binary.LittleEndian.PutUint64(word[:], uint64(n))
			sum.Write(word[:]) // a hash never fails
		}
	}
	list := func(numbers []int64) {
		add(int64(len(numbers)))
		add(numbers...)
	}
	list(r.Opening[:])
	add(int64(len(r.Frames)))
	for i := range r.Frames {
		add(int64(r.Frames[i].Week), int64(r.Frames[i].Weeks))
		list(r.Frames[i].Books[:])
	}
	list(r.Hists[:])
	add(int64(len(r.Markets)))
	for i := range r.Markets {
		list(r.Markets[i][:])
	}
	add(int64(len(r.Sold)))
	for _, unit := range r.Sold {
		list(unit)
	}
	list(r.Silent)
	add(int64(len(r.Happened)))
	for _, week := range r.Happened {
		add(int64(week))
	}
}
