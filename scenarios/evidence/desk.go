package evidence

import (
	"fmt"
	"slices"

	"xsell/agents"
)

// sold is the openings per world by sellers of a unit, with or without consent, of a product or of all of a line.
func (p *pool) sold(unit, what string) (sum float64, err error) {
	u, err := p.unit(unit)
	if err != nil {
		return 0, err
	}
	products, err := p.products(what)
	for _, at := range products {
		for _, r := range p.records {
			sum += float64(r.Sold[u][at])
		}
	}
	return sum / p.worlds(), err
}

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

// seats is how many seats a unit has in all markets.
func (p *pool) seats(unit string) (float64, error) {
	u, err := p.unit(unit)
	if err != nil {
		return 0, err
	}
	return float64(p.model.Seats()[u]), nil
}

// unit finds a unit of the firm.
func (p *pool) unit(name string) (int, error) {
	var names []string
	for u := range p.model.Org.Units {
		names = append(names, p.model.Org.Units[u].Name)
	}
	if at := slices.Index(names, name); at >= 0 {
		return at, nil
	}
	return 0, fmt.Errorf("no unit %q%s", name, meant(name, names))
}

// products finds a product of the firm, or all of a line.
func (p *pool) products(name string) (found []agents.ProductID, err error) {
	table := p.model.Market
	names := slices.Clone(table.Lines)
	for i := range table.Products {
		product := &table.Products[i]
		names = append(names, product.Name)
		if product.Name == name || table.Lines[product.Line] == name {
			found = append(found, agents.ProductID(i))
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no product or line %q%s", name, meant(name, names))
	}
	return found, nil
}
