package evidence

// silent is the openings without consent per world.
func (p *pool) silent(what string) (sum float64, err error) {
	products, err := p.products(what)
	for _, at := range products {
		for _, r := range p.records {
			sum += float64(r.Silent[at])
		}
	}
	return sum / p.worlds(), err
}

// seats is how many seats units have in all markets.
func (p *pool) seats(units string) (sum float64, err error) {
	us, err := p.units(units)
	for _, u := range us {
		sum += float64(p.model.Seats()[u])
	}
	return sum, err
}
