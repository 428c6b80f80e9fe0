package pay

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestNextTarget(t *testing.T) {
	for _, c := range []struct {
		name             string
		setter           Setter
		target, achieved float64
		want             float64
	}{
		{"stays without growth and ratchet", Setter{}, 100, 150, 100},
		{"grows whatever was achieved", Setter{Growth: 0.03}, 100, 20, 103},
		{"takes its share of an overshoot", Setter{Ratchet: 0.5}, 100, 130, 115},
		{"does not come down after a miss", Setter{Ratchet: 0.5}, 100, 70, 100},
		{"shrinks with a shrinking market", Setter{Growth: -0.1}, 100, 100, 90},
		{"never falls below zero", Setter{Growth: -2}, 100, 100, 0},
	} {
		if got := c.setter.Next(c.target, c.achieved); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("target %s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestSellingMoreNeverLowersTheNextTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Setter{Growth: rapid.Float64Range(-0.5, 0.5).Draw(t, "growth"), Ratchet: rapid.Float64Range(0, 1).Draw(t, "ratchet")}
		target := rapid.Float64Range(0, 100).Draw(t, "target")
		achieved := rapid.Float64Range(0, 200).Draw(t, "achieved")
		more := rapid.Float64Range(0, 50).Draw(t, "more")
		low, high := s.Next(target, achieved), s.Next(target, achieved+more)
		if low < 0 || high < low || high-low > more+1e-9 {
			t.Fatalf("selling %v more moves the next target from %v to %v", more, low, high)
		}
	})
}
