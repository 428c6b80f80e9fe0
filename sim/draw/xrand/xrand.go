// Package xrand is the one door between keyed luck and libraries that still ask
// for golang.org/x/exp/rand. Only that package's Rand is used, never its own
// generators, which fail independence across neighbouring seeds.
package xrand

import (
	//lint:ignore SA1019 some libraries take this type; our keyed source feeds it
	"golang.org/x/exp/rand"

	"xsell/sim/draw"
)

var _ rand.Source = (*draw.Source)(nil)

// New returns a generator that reads a stream from its first draw.
func New(s draw.Stream) *rand.Rand { return rand.New(draw.NewSource(s)) }
