package draw

import (
	"math"

	"xsell/agents/num"
)

// Every variate takes one uniform and inverts the distribution, so that a small
// change of a parameter moves the result a little instead of drawing it anew.
// All rise with u.

// Normal returns the standard normal quantile of u in (0, 1); -Inf at 0, +Inf
// at 1. Relative error about 1e-15. Source: Wichura (1988), algorithm AS 241,
// PPND16.
func Normal(u float64) float64 {
	q := u - 0.5
	if math.Abs(q) <= normalCentre {
		r := normalCentre*normalCentre - float64(q*q)
		return q * ratio(r, &centreAbove, &centreBelow)
	}
	r := math.Sqrt(-num.Log(min(u, 1-u)))
	if math.IsInf(r, 1) {
		return math.Copysign(r, q)
	}
	if r <= normalFar {
		return math.Copysign(ratio(r-normalNear, &nearAbove, &nearBelow), q)
	}
	return math.Copysign(ratio(r-normalFar, &farAbove, &farBelow), q)
}

const (
	normalCentre = 0.425 // |u - 1/2| inside which the central fit holds
	normalNear   = 1.6   // origin of the fit of the near tail
	normalFar    = 5     // sqrt(-ln u) beyond which the far fit holds
)

// ratio returns the quotient of two polynomials of degree 7, both by Horner's rule, side by side. No loop:
// it would take longer than what is in it.
func ratio(x float64, above, below *[8]float64) float64 {
	top, bottom := above[7], below[7]
	top, bottom = above[6]+float64(top*x), below[6]+float64(bottom*x)
	top, bottom = above[5]+float64(top*x), below[5]+float64(bottom*x)
	top, bottom = above[4]+float64(top*x), below[4]+float64(bottom*x)
	top, bottom = above[3]+float64(top*x), below[3]+float64(bottom*x)
	top, bottom = above[2]+float64(top*x), below[2]+float64(bottom*x)
	top, bottom = above[1]+float64(top*x), below[1]+float64(bottom*x)
	top, bottom = above[0]+float64(top*x), below[0]+float64(bottom*x)
	return top / bottom
}

var (
	centreAbove = [8]float64{
		3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3,
		1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
		3.3430575583588128105e4, 2.5090809287301226727e3,
	}
	centreBelow = [8]float64{
		1, 4.2313330701600911252e1, 6.8718700749205790830e2,
		5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
		2.8729085735721942674e4, 5.2264952788528545610e3,
	}
	nearAbove = [8]float64{
		1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
		3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
		2.27238449892691845833e-2, 7.74545014278341407640e-4,
	}
	nearBelow = [8]float64{
		1, 2.05319162663775882187, 1.67638483018380384940,
		6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
		5.47593808499534494600e-4, 1.05075007164441684324e-9,
	}
	farAbove = [8]float64{
		6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
		2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
		2.71155556874348757815e-5, 2.01033439929228813265e-7,
	}
	farBelow = [8]float64{
		1, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
		1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
		1.42151175831644588870e-7, 2.04426310338993978564e-15,
	}
)
