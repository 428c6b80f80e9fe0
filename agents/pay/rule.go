package pay

// adds puts on out[t] what step more units on each tally t that the rule reads add to its
// expected pay [EUR], pay that comes later at its weight now.
func (r *Rule) adds(v *view, step float64, out []float64) {
	whole := float64(r.Share * r.Felt())
	if !r.gated() {
		out[r.Tally] += float64(whole * r.more(v, step))
		return
	}
	var opens, widens [MaxGates]float64 // expected factor of each gate, and what step adds to it
	all, widening := whole, false
	for g := range r.Gates {
		opens[g] = 1 // a gate on the rule's own tally is already inside own
		if r.Gates[g].Tally != r.Tally {
			opens[g], widens[g] = r.Gates[g].outlook(v, step)
		}
		all, widening = float64(all*opens[g]), widening || widens[g] != 0
	}
	if !widening { // and so it does not matter how much pay lies behind them
		out[r.Tally] += float64(all * r.more(v, step))
		return
	}
	now, gain := r.own(v, step)
	out[r.Tally] += float64(all * gain)
	for g := range r.Gates {
		if widens[g] != 0 {
			others := float64(whole * r.othersOpen(g, &opens))
			out[r.Gates[g].Tally] += float64(float64(others*now) * widens[g])
		}
	}
}

// gated tells whether a gate on another tally than the rule's own decides about its pay.
func (r *Rule) gated() bool {
	for g := range r.Gates {
		if r.Gates[g].Tally != r.Tally {
			return true
		}
	}
	return false
}

// own returns the curve's expected pay and what step more units on the rule's own tally add
// to it [EUR], with a gate on that same tally but no other.
func (r *Rule) own(v *view, step float64) (now, gain float64) {
	if r.Quota && v.Target[r.Tally] <= 0 {
		return float64(r.Curve.At(0)), 0
	}
	b, step, floor, soft := r.stand(v, step)
	now, gain = r.Curve.outlook(b, step, floor)
	if soft == 0 || floor == nowhere {
		return now, gain
	}
	freely, more := r.Curve.outlook(b, step, nowhere)
	return mix(soft, freely, now), mix(soft, more, gain)
}

// more is the gain of own alone.
func (r *Rule) more(v *view, step float64) float64 {
	if r.Quota && v.Target[r.Tally] <= 0 {
		return 0
	}
	if !r.Quota && len(r.Gates) == 0 && step >= 0 {
		if gain, past := r.Curve.along(v.least(r.Tally), step); past {
			return gain
		}
	}
	b, step, floor, soft := r.stand(v, step)
	gain := r.Curve.more(b, step, floor)
	if soft == 0 || floor == nowhere {
		return gain
	}
	return mix(soft, r.Curve.more(b, step, nowhere), gain)
}

// stand is where the rule's own tally stands, in units of its curve: what is believed of it, the step, and the line of a
// gate on it with what is left of the pay behind it.
func (r *Rule) stand(v *view, step float64) (b *belief, scaled, floor, soft float64) {
	b, floor = v.of(r.Tally), nowhere
	for g := range r.Gates {
		if gate := &r.Gates[g]; gate.Tally == r.Tally {
			floor, soft = gate.line(v.Target), gate.Soft
		}
	}
	if !r.Quota {
		return b, step, floor, soft
	}
	scale := 1 / v.Target[r.Tally]
	v.scaled = b.times(scale)
	return &v.scaled, float64(step * scale), float64(floor * scale), soft
}

func mix(share, a, b float64) float64 { return float64(share*a) + float64((1-share)*b) }

// othersOpen is the product of the factors of all gates but g.
func (r *Rule) othersOpen(g int, opens *[MaxGates]float64) float64 {
	product := 1.0
	for other := range r.Gates {
		if other != g {
			product = float64(product * opens[other])
		}
	}
	return product
}

// outlook returns what the gate is expected to leave of the pay, in [0, 1], and by how much
// step more units on the gate's tally raise that.
func (g *Gate) outlook(v *view, step float64) (opens, widens float64) {
	b, line := v.of(g.Tally), g.line(v.Target)
	chance := b.reaches(line, 0)
	opens = g.Soft + float64((1-g.Soft)*chance)
	if chance == 1 && step >= 0 {
		return opens, 0
	}
	return opens, float64((1 - g.Soft) * (b.reaches(line, step) - chance))
}

// reads tells whether the rule's pay depends on tally t.
func (r *Rule) reads(t int) bool {
	for _, gate := range r.Gates {
		if gate.Tally == t {
			return true
		}
	}
	return r.Tally == t
}
