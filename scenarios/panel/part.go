package panel

import (
	"errors"
	"fmt"
	"os"

	"github.com/parquet-go/parquet-go"

	"xsell/sim"
)

// groupRows is how many rows a row group of a Parquet file holds: what is in memory at a time.
const groupRows = 50_000

// spool is a Parquet file that is being written, market by market.
type spool[T any] struct {
	sheet sheet[T]
	file  *os.File
	w     *parquet.GenericWriter[T]
	rows  []T  // of one market, used again
	ended bool // the file is closed
}

// begin makes a file for one history's rows.
func (x sheet[T]) begin(path string) (part, error) { return x.spool(path) }

func (x sheet[T]) spool(path string) (*spool[T], error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	w := parquet.NewGenericWriter[T](f, parquet.MaxRowsPerRowGroup(groupRows), parquet.Compression(&parquet.Snappy),
		parquet.CreatedBy("xsell", "", ""))
	return &spool[T]{sheet: x, file: f, w: w}, nil
}

// see writes the rows of all markets.
func (p *spool[T]) see(at place, f *sim.Firm, from int32) error {
	for _, m := range f.Markets {
		p.rows = p.sheet.rows(at, m, from, p.rows[:0])
		if _, err := p.w.Write(p.rows); err != nil {
			return err
		}
	}
	return nil
}

// close ends the file.
func (p *spool[T]) close() error {
	p.ended = true
	err := errors.Join(p.w.Close(), p.file.Close())
	p.w, p.rows = nil, nil // a finished history needs no room for more
	return err
}

// abandon closes a file that will be removed; whether it is complete does not matter.
func (p *spool[T]) abandon() {
	if !p.ended {
		_ = p.file.Close()
	}
}

// batch is how many rows are copied at a time.
const batch = 4096

// each calls take with the rows of a file, in order.
func (x sheet[T]) each(path string, take func([]T) error) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r := parquet.NewGenericReader[T](f)
	defer func() { err = errors.Join(err, r.Close()) }()
	rows := make([]T, batch)
	for left := r.NumRows(); left > 0; {
		n, err := r.Read(rows)
		if n == 0 {
			return fmt.Errorf("%s ends %d rows too early: %w", path, left, err)
		}
		if err := take(rows[:n]); err != nil {
			return err
		}
		left -= int64(n)
	}
	return nil
}
