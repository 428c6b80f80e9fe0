package cli

import (
	"strconv"

	"xsell/reports/document"
	"xsell/scenarios/evidence"
)

// lawsDocument is what a look at laws, or systems, says for other programs.
func lawsDocument(noun string, seed uint64, judged []evidence.LawResult) document.Laws {
	d := document.Laws{Schema: document.LawsSchema, Tool: Version, Noun: noun, Seed: strconv.FormatUint(seed, 10)}
	for _, r := range judged {
		x := document.Law{Name: r.Name(), ID: r.ID, Scenario: r.Scenarios(), Title: r.Title, Text: r.Text, On: measured(r.On, r.Band),
			Verdict: "does not hold", Worlds: r.Lived, Failures: r.Fails, Explanation: r.Explanation}
		switch {
		case r.Holds:
			x.Verdict = "holds"
		case r.Likely:
			x.Verdict = "unsure"
		}
		for i, also := range r.Also {
			x.Also = append(x.Also, document.Condition{Text: r.Law.Also[i].Text, Measured: measured(also, r.Law.Also[i].Band)})
		}
		if r.Law.Off != nil {
			x.Off, x.Gone = &document.Condition{Text: r.Law.Off.Text, Measured: measured(r.Off, r.Law.Off.Band)}, &r.Gone
		}
		d.Laws = append(d.Laws, x)
	}
	return d
}

func measured(x evidence.Estimate, band evidence.Band) document.Measured {
	return document.Measured{Value: document.Number(x.Value), Low: document.Number(x.Low), High: document.Number(x.High),
		Least: document.Number(band.Low), Most: document.Number(band.High)}
}

// lawClaims are laws, or systems, that were not looked at.
func lawClaims(noun string, laws []*evidence.Law) document.Claims {
	d := document.Claims{Schema: document.ClaimsSchema, Noun: noun}
	for _, l := range laws {
		d.Claims = append(d.Claims, claimDocument(l.Name(), "", &l.Claim))
	}
	return d
}

// factClaims are facts that were not looked at.
func factClaims(facts []*evidence.Fact) document.Claims {
	d := document.Claims{Schema: document.ClaimsSchema, Noun: "fact"}
	for _, f := range facts {
		d.Claims = append(d.Claims, claimDocument(f.ID, f.Role, &f.Claim))
	}
	return d
}

func claimDocument(name, role string, c *evidence.Claim) document.Claim {
	return document.Claim{Name: name, ID: c.ID, Role: role, Title: c.Title, Text: c.Text, Scenario: c.Scenarios(),
		Least: document.Number(c.Band.Low), Most: document.Number(c.Band.High)}
}
