package pay

// Setter moves a target from window to window.
// Its ratchet is Weitzman's (1980, The "Ratchet Principle" and performance incentives, Bell
// Journal of Economics 11) in the asymmetric form observed for sales quotas by Leone, Misra
// and Zimmerman (Investigating dynamic sales quotas, working paper, Rochester 2004): good windows raise the target,
// bad ones hardly lower it; here not at all.
type Setter struct {
	Base    float64 // first target [units per window]
	Growth  float64 // added per window as a share of the target; may be negative
	Ratchet float64 // share of an overshoot that is added to the next target, in [0, 1]
}

// Next returns the next window's target [units per window], never below zero:
// target × (1 + Growth) + Ratchet × max(0, achieved - target).
func (s Setter) Next(target, achieved float64) float64 {
	overshoot := float64(s.Ratchet * max(0, achieved-target))
	return max(0, float64(target*(1+s.Growth))+overshoot)
}
