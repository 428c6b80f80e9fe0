package sim

import (
	"fmt"
	"testing"

	"xsell/sim/draw"
)

func TestZZ(t *testing.T) {
	n, low2, low0, both := 0, 0, 0, 0
	var pairs [4][4]int
	for week := range int32(50) {
		s := draw.World{Seed: 1, Replication: 0}.Stream(draw.CustomerLuck, 0, week)
		for c := range uint32(20000) {
			id := uint64(draw.Person(c, 0))
			a, b := s.Bits(id), s.Bits(id|secondDraw)
			n++
			x, y := draw.Lane(a, 2) < 655, draw.Lane(b, 0) < 655
			if x {
				low2++
			}
			if y {
				low0++
			}
			if x && y {
				both++
			}
			for i := range uint(4) {
				for j := range uint(4) {
					if draw.Lane(a, i) < 655 && draw.Lane(b, j) < 655 {
						pairs[i][j]++
					}
				}
			}
		}
	}
	fmt.Println(n, low2, low0, both, "expected both", float64(n)*0.01*0.01, pairs)
}
