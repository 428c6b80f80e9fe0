package num

import "math"

// exp32Limit bounds the argument of Exp32: e^±80 is still a normal float32.
const exp32Limit = 80

// Exp32 returns e^x in single precision, for loops over customers: relative
// error at most 4e-6 for |x| <= 80; outside, x counts as ±80, so the result is
// always finite and positive. NaN stays NaN.
//
// x = k ln2 + r with |r| <= ln(2)/2; 2^k goes into the exponent bits and e^r is
// the Cephes polynomial of expf (Moshier 1992).
func Exp32(x float32) float32 {
	const (
		log2e32 = 1.44269504
		big     = 12582912 // 1.5 * 2^23: adding it rounds to the nearest integer
		hi, lo  = 0.693359375, -2.12194440e-4
		bias    = 127
	)
	if x > exp32Limit {
		x = exp32Limit
	}
	if x < -exp32Limit {
		x = -exp32Limit
	}
	k := float32(x*log2e32) + big - big
	r := x - float32(k*hi) - float32(k*lo)
	p := float32(1.9875691500e-4*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(float32(p*r)*r) + r + 1
	return p * math.Float32frombits(uint32(int32(k)+bias)<<23)
}

// Logistic32 returns 1/(1+e^-x) in single precision, relative error at most
// 5e-6 for |x| <= 80; beyond, it stays at its value there (1.8e-35 or 1).
func Logistic32(x float32) float32 { return 1 / (1 + Exp32(-x)) }
