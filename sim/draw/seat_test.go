package draw

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

const people = 100_000

func TestANewSeatOnlyTakesItsShare(t *testing.T) {
	s := World{Seed: 5}.Stream(Assign, 1, 0)
	for _, n := range []int{1, 2, 9, 40} {
		moved := 0
		for person := range uint32(people) {
			before, after := s.Seat(person, n), s.Seat(person, n+1)
			if before == after {
				continue
			}
			moved++
			assert.Equal(t, n, after, "person %d may only move to the new seat", person)
		}
		// Binomial share 1/(n+1); 4.9 standard deviations, false alarm 1e-6.
		p := 1 / float64(n+1)
		assert.InDelta(t, p*people, moved, 4.9*math.Sqrt(people*p*(1-p)), "seats: %d", n)
	}
}

func TestSeatsAreEvenlyLoaded(t *testing.T) {
	s := World{Seed: 6}.Stream(Assign, 1, 0)
	counts := make([]float64, 30)
	for person := range uint32(people) {
		counts[s.Seat(person, 30)]++
	}
	assert.Less(t, math.Abs(chiSquareZ(counts)), 4.9)
}

func TestWeightsShareOutPeople(t *testing.T) {
	s := World{Seed: 7}.Stream(Assign, 1, 0)
	weights := []float64{1, 0, 3, -2, 4}
	counts := make([]float64, len(weights))
	for person := range uint32(people) {
		counts[s.SeatWeighted(person, weights)]++
	}
	assert.Zero(t, counts[1], "a seat without weight gets nobody")
	assert.Zero(t, counts[3], "a seat with a negative weight gets nobody")
	for _, j := range []int{0, 2, 4} {
		p := weights[j] / 8
		assert.InDelta(t, p*people, counts[j], 4.9*math.Sqrt(people*p*(1-p)), "seat %d", j)
	}
}

func TestMoreWeightOnlyAttracts(t *testing.T) {
	s := World{Seed: 8}.Stream(Assign, 1, 0)
	for person := range uint32(10_000) {
		before := s.SeatWeighted(person, []float64{1, 2, 1})
		after := s.SeatWeighted(person, []float64{1, 3, 1})
		assert.True(t, before == after || after == 1, "person %d moved from %d to %d", person, before, after)
	}
}

func TestWithoutASeatNobodySits(t *testing.T) {
	s := World{}.Stream(Assign, 0, 0)
	assert.Equal(t, -1, s.Seat(1, 0))
	assert.Equal(t, -1, s.SeatWeighted(1, nil))
	assert.Equal(t, -1, s.SeatWeighted(1, []float64{0, 0}))
}
