package stats

import "math"

// Clustered returns the share of successes in all trials with its 95 % interval when trials come in clusters (markets,
// say) whose members resemble one another: successes[g] of trials[g] in cluster g. The interval is Wilson's at the
// number of independent trials that would give the share the variance it has between clusters (linearised, as for a
// ratio), never more than there are, shrunk by the ratio of normal to Student quantile (Korn and Graubard 1998) with as
// many degrees of freedom as there are clusters that carry the variance, see carriers. It stays inside [0, 1] and does not
// collapse at 0. Clusters without trials do not count; fewer than two have no interval (NaN), no trials no value either.
//
// Where successes are rare and gathered in a few clusters the upper limit is still too low, as the clusters seen cannot
// tell of those that luck left out: with a rate of 10 % in one cluster of ten and 0.1 % in the others, 40 clusters of 100
// trials, the interval holds the truth in 95 of 100 cases (89 with a degree of freedom per cluster), with 20 such
// clusters, two of which then bear nearly all, in 88 (79).
func Clustered(successes, trials []float64) Estimate {
	hits, n, clusters := 0.0, 0.0, 0
	for g := range trials {
		if trials[g] > 0 {
			hits, n, clusters = hits+successes[g], n+trials[g], clusters+1
		}
	}
	e := Estimate{Value: hits / n, Low: math.NaN(), High: math.NaN(), N: clusters}
	if clusters < 2 {
		return e
	}
	z := normalQuantile((1 + Confidence) / 2)
	freedom := max(int(min(float64(clusters-1), carriers(successes, trials, e.Value))), 1) // rounded down: rather too wide
	t := tQuantile((1+Confidence)/2, freedom)
	size := effective(successes, trials, e.Value, n, clusters) * float64(z*z) / float64(t*t)
	e.Low, e.High = score(e.Value, size, z)
	return e
}

// effective is how many independent trials would give the share the variance it has between clusters, at most n.
func effective(successes, trials []float64, share, n float64, clusters int) float64 {
	squares := 0.0
	for g := range trials {
		apart := successes[g] - float64(share*trials[g])
		squares += float64(apart * apart)
	}
	variance := squares * float64(clusters) / float64(clusters-1) / float64(n*n)
	if variance == 0 {
		return n
	}
	return min(float64(share*(1-share))/variance, n)
}

// carriers is how many clusters carry the variance between them: (Σd²)²/Σd⁴ of their distances d from the common share, k
// where k clusters stand equally far apart and the others nowhere, infinite where none stands apart. For the degrees of
// freedom of a variance Satterthwaite (1946) gives up to three times as many, with a d that is normal; one that is rare
// and large is not.
func carriers(successes, trials []float64, share float64) float64 {
	squares, fourths := 0.0, 0.0
	for g := range trials {
		apart := successes[g] - float64(share*trials[g])
		squares += float64(apart * apart)
		fourths += float64(float64(apart*apart) * float64(apart*apart))
	}
	if fourths == 0 {
		return math.Inf(1)
	}
	return float64(squares*squares) / fourths
}

// score returns Wilson's limits of a share in so many trials, which need not be whole.
func score(share, size, z float64) (low, high float64) {
	shrink := 1 + z*z/size
	middle := (share + z*z/(2*size)) / shrink
	half := float64(z / shrink * math.Sqrt(share*(1-share)/size+z*z/(4*size*size)))
	return max(0, middle-half), min(1, middle+half)
}
