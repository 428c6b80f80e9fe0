package evidence

import (
	"fmt"
	"math"
	"slices"
)

// helpers are the functions of an expression beside the library's own, such as min, max, abs, sum, mean and median.
var helpers = map[string]any{
	"log":         math.Log,  // natural logarithm
	"exp":         math.Exp,  // its inverse
	"sqrt":        math.Sqrt, // square root
	"quantile":    quantile,
	"deviation":   deviation,
	"crossing":    crossing,
	"variation":   variation,
	"thirds":      thirds,
	"concordance": concordance,
}

// quantile returns the p-quantile of a list, p in [0, 1], interpolated between its values; NaN of an empty one.
func quantile(list any, p float64) (float64, error) {
	values, err := floats(list)
	if err != nil {
		return 0, fmt.Errorf("quantile: %w", err)
	}
	if !(p >= 0 && p <= 1) {
		return 0, fmt.Errorf("quantile: %v is not between 0 and 1", p)
	}
	if len(values) == 0 {
		return math.NaN(), nil
	}
	slices.Sort(values)
	at := float64(p * float64(len(values)-1))
	below := int(at)
	above := min(below+1, len(values)-1)
	return values[below] + float64((at-float64(below))*(values[above]-values[below])), nil
}

// deviation returns the standard deviation of a list; NaN of fewer than two values.
func deviation(list any) (float64, error) {
	values, err := floats(list)
	if err != nil {
		return 0, fmt.Errorf("deviation: %w", err)
	}
	mean, square := 0.0, 0.0
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		square += float64((v - mean) * (v - mean))
	}
	if len(values) < 2 {
		return math.NaN(), nil
	}
	return math.Sqrt(square / float64(len(values)-1)), nil
}

// crossing returns where the mean, sums over counts, first rises to zero, in bins from the low end of the first: bins
// stand for their middles, between which the mean is a straight line. NaN where it never does, or a bin before is empty.
func crossing(sums, counts any) (float64, error) {
	top, err := floats(sums)
	if err != nil {
		return 0, fmt.Errorf("crossing: %w", err)
	}
	bottom, err := floats(counts)
	if err != nil {
		return 0, fmt.Errorf("crossing: %w", err)
	}
	for q := 1; q < min(len(top), len(bottom)) && bottom[q-1] > 0 && bottom[q] > 0; q++ {
		before, now := top[q-1]/bottom[q-1], top[q]/bottom[q]
		if before < 0 && now >= 0 {
			return float64(q) - 0.5 + before/(before-now), nil
		}
	}
	return math.NaN(), nil
}

// variation is half the summed distance between the shares of a list of counts and published shares; the last share
// stands for all further bins.
func variation(counts, shares any) (float64, error) {
	ours, err := floats(counts)
	if err != nil {
		return 0, fmt.Errorf("variation: %w", err)
	}
	published, err := floats(shares)
	if err != nil {
		return 0, fmt.Errorf("variation: %w", err)
	}
	if len(published) == 0 || len(ours) < len(published) {
		return 0, fmt.Errorf("variation: %d counts for %d shares", len(ours), len(published))
	}
	all, distance := total(ours), 0.0
	for n, share := range published {
		part := ours[n]
		if n == len(published)-1 {
			part = total(ours[n:])
		}
		distance += float64(math.Abs(part/all-share) / 2)
	}
	return distance, nil
}

func total(values []float64) (sum float64) {
	for _, v := range values {
		sum += v
	}
	return sum
}

// floats copies a list of numbers.
func floats(list any) ([]float64, error) {
	switch values := list.(type) {
	case []float64:
		return slices.Clone(values), nil
	case []any:
		out := make([]float64, len(values))
		for i, value := range values {
			switch x := value.(type) {
			case float64:
				out[i] = x
			case int:
				out[i] = float64(x)
			default:
				return nil, fmt.Errorf("found %v in a list of numbers", value)
			}
		}
		return out, nil
	}
	return nil, fmt.Errorf("found %v, want a list of numbers", list)
}
