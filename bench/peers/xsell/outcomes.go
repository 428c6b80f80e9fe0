package main

// Outcomes is what check.py asks for: counts of all weeks, and states at the end.
type Outcomes struct {
	Customers   int     `json:"customers"`
	Offers      int64   `json:"offers"`
	Accepted    int64   `json:"accepted"`
	Arisen      int64   `json:"arisen"`
	Faded       int64   `json:"faded"`
	Helped      int64   `json:"helped"`
	Failed      int64   `json:"failed"`
	Left        int64   `json:"left"`
	Open        int64   `json:"open"`
	Need        float64 `json:"need"`
	Trust       float64 `json:"trust"`
	Skill       float64 `json:"skill"`
	NeedSpread  float64 `json:"need_spread"`  // mean square of the distance to 0.5
	TrustSpread float64 `json:"trust_spread"` // mean square of the distance to 0.5
}

// outcomes counts the firm.
func (f *Firm) outcomes() (o Outcomes) {
	sellers, books := 0, Books{}
	for _, m := range f.Markets {
		books.Add(m.Books)
		o.Customers += m.Customers
		sellers += len(m.skills())
		for c := range uint64(m.Customers) {
			need, trust := real(m.Need.of(c)), real(m.Trust.of(c))
			o.Open += int64(m.Open[c])
			o.Need += need
			o.Trust += trust
			o.NeedSpread += (need - calm) * (need - calm)
			o.TrustSpread += (trust - calm) * (trust - calm)
		}
		for _, skill := range m.skills() {
			o.Skill += real(skill)
		}
	}
	o.Offers, o.Accepted, o.Arisen, o.Faded = books.Offers, books.Accepted, books.Arisen, books.Faded
	o.Helped, o.Failed, o.Left = books.Helped, books.Failed, books.Left
	n := float64(o.Customers)
	o.Need, o.Trust, o.NeedSpread, o.TrustSpread = o.Need/n, o.Trust/n, o.NeedSpread/n, o.TrustSpread/n
	o.Skill /= float64(sellers)
	return o
}
