package stats

import (
	"xsell/agents/num"
)

// MethodExact is the name of the method for chances whose limits must never be wrong more often than asked, as tables
// print it.
const MethodExact = "Clopper and Pearson's exact interval"

// ExactChanceAt is ChanceAt with limits each of which is wrong in at most (1 - confidence)/2 of cases, whatever the chance
// is (Clopper and Pearson 1934). Wilson's are right on average over chances and both sides; the lower one of a rare
// event can err eight times as often as asked, as where one in 60 worlds at an error of 1.7 % puts a chance of 0.25 %
// below its limit.
func ExactChanceAt(values []float64, whole, confidence float64) Interval {
	chance := Summary(values)
	if chance.N < leastForSD {
		return chance
	}
	happened, tail := events(defined(values)), (1-confidence)/2
	chance.Low = whole * atLeastShare(happened, chance.N, tail)
	chance.High = whole * (1 - atLeastShare(chance.N-happened, chance.N, tail))
	chance.Method, chance.Few = MethodExact, false
	return chance
}

// atLeastShare is the share at which so many successes or more in n trials have probability tail, less than 1/2: the truth
// is below it in no more cases than that. 0 without a success. Rounded down, to about 1e-15.
func atLeastShare(successes, n int, tail float64) float64 {
	if successes == 0 {
		return 0
	}
	ways := logWays(successes, n)
	low, high := 0.0, float64(successes)/float64(n) // at successes/n the probability is about a half
	for range 60 {
		middle := low + float64((high-low)/2)
		if binomialTail(successes, n, middle, ways) <= tail {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// binomialTail is the probability of k or more successes in n trials of chance p, in (0, k/n): from k on each further
// success is less likely than the one before. ways is logWays(k, n).
func binomialTail(k, n int, p, ways float64) float64 {
	odds, term, total := p/(1-p), 1.0, 1.0 // in units of the chance of exactly k
	for j := k; j < n && term > negligible; j++ {
		term = float64(term * float64(float64(n-j)/float64(j+1)*odds)) // rounded before it is added
		total += term
	}
	first := ways + float64(float64(k)*num.Log(p)) + float64(float64(n-k)*num.Log(1-p))
	return num.Exp(first) * total
}

// negligible beside 1, for terms of a sum that falls.
const negligible = 1e-18

// logWays is the logarithm of the number of ways to choose k of n.
func logWays(k, n int) float64 {
	log := 0.0
	for j := range min(k, n-k) {
		log += num.Log(float64(n-j) / float64(j+1))
	}
	return log
}
