package main

import (
	"fmt"
	"testing"
	"time"
	"xsell/sim/draw"
)

func TestPhases(t *testing.T) {
	m := newMarket(draw.World{Seed: 1}, 0, marketSize)
	m.scratch = new(scratch)
	names := []string{"luck", "drift", "pick", "want", "serve", "leave", "meet", "answer", "learn"}
	best := make([]float64, len(names))
	for rep := 0; rep < 5; rep++ {
		sum := make([]time.Duration, len(names))
		for w := 0; w < 5000; w++ {
			for i, p := range Week {
				s := time.Now()
				p(m)
				sum[i] += time.Since(s)
			}
			m.Week++
		}
		for i := range names {
			v := float64(sum[i].Nanoseconds()) / 5000 / marketSize
			if rep == 0 || v < best[i] {
				best[i] = v
			}
		}
	}
	tot := 0.0
	for i, n := range names {
		fmt.Printf("%s %.3f\n", n, best[i])
		tot += best[i]
	}
	fmt.Println(tot)
}
