package laws

import "testing"

// Law 16: a higher fee brings more leads and poorer ones; ties and skill make them better; the highly paid hardly react.
func TestLaw16FeesBringMoreAndPoorerLeads(t *testing.T) {
	fee := func(amount float64) firm {
		return firm{file: "testdata/finder-fee.toml", n: many}.with(straight("fee", amount))
	}
	leads, precision := measure("referrals"), measure("referral_precision")
	free, small, large := fee(0), fee(15), fee(50)
	surely(t, less(small.read(t, leads), 1.5, free.read(t, leads)), "EUR 15 bring half as many leads again")
	surely(t, less(large.read(t, leads), 1.5, small.read(t, leads)), "EUR 50 bring half as many again")
	surely(t, less(free.read(t, precision), 1, small.read(t, precision)), "leads are poorer at EUR 15 than at none")
	surely(t, less(small.read(t, precision), 1, large.read(t, precision)), "and poorer still at EUR 50")

	blind := "refer.signal = 0"
	lost := less(free.thinking(blind).read(t, precision), 1, large.thinking(blind).read(t, precision))
	surely(t, less(less(free.read(t, precision), 1, large.read(t, precision)), 2, lost), "where nobody tells a need from none there is little precision to lose")

	tied := free.with("organisation.culture.start = 0", "organisation.culture.sharing = 0")
	tied.n = many
	surely(t, less(tied.thinking("refer.tie = 1.5").read(t, precision), 1, tied.thinking("refer.tie = 0").read(t, precision)), "ties make leads better")
	novices := free.with("environment.quits = \"2 per year\"", "organisation.unit.bank.starting-skill = 0.1", `organisation.training.hours = "0 hours per week"`)
	surely(t, less(free.read(t, precision), 1, novices.read(t, precision)), "skill makes leads better")

	rich := func(f firm) firm {
		for _, unit := range []string{"bank", "investment", "life", "non-life"} {
			f = f.with("pay.salary." + unit + ` = "EUR 300000 per year"`)
		}
		return f
	}
	plain := less(small.read(t, leads), 1, free.read(t, leads))
	highlyPaid := less(rich(small).read(t, leads), 1, rich(free).read(t, leads))
	surely(t, less(plain, 5, highlyPaid), "the highly paid react less than a fifth as much")
}
