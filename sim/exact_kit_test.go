package sim

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"xsell/agents"
	"xsell/sim/draw"
	"xsell/sim/metric"
)

// lived is what is kept of a model's history in smallWorld.
func lived(t *testing.T, model *Model) *Record { return livedIn(t, model, smallWorld, 2) }

func livedIn(t *testing.T, model *Model, world draw.World, workers int) *Record {
	t.Helper()
	r, broken, err := RunVerified(t.Context(), model, world, workers)
	require.NoError(t, err)
	require.Empty(t, broken, "the books of every history balance")
	return r
}

// digest is a fingerprint of everything in a record: equal only when every bit is.
func digest(t *testing.T, r *Record) string {
	t.Helper()
	var all bytes.Buffer
	for _, f := range r.Frames {
		require.NoError(t, binary.Write(&all, binary.LittleEndian, []int64{int64(f.Week), int64(f.Weeks)}))
		require.NoError(t, binary.Write(&all, binary.LittleEndian, f.Books))
	}
	for _, part := range []any{r.Opening, r.Hists, r.Whale} {
		require.NoError(t, binary.Write(&all, binary.LittleEndian, part))
	}
	sum := sha256.Sum256(all.Bytes())
	return hex.EncodeToString(sum[:])
}

// portrait tells everything about a market that a model like the given one has, line by line and by name, so that two
// markets can be compared whose rows differ: the first so many households, the units of like, their leads and queues.
func portrait(m *Market, like *Model, households int) []string {
	p := painter{m, like, nil}
	p.say("market %d week %d: local %v public %v culture %v running %d departed %d", m.Index, m.Week, m.Local, m.Public,
		m.Culture, m.Brings, m.Departed)
	for c := range households {
		p.household(agents.CustomerID(c))
	}
	for u := range like.Org.Units {
		p.unit(like.Org.Units[u].Name)
	}
	p.leads()
	return p.lines
}

type painter struct {
	m     *Market
	like  *Model
	lines []string
}

func (p *painter) say(format string, args ...any) {
	p.lines = append(p.lines, fmt.Sprintf(format, args...))
}

// product is the row in the painted market of the product that like has in row i.
func (p *painter) product(i int) agents.ProductID {
	name := p.like.Market.Products[i].Name
	for q := range p.m.Model.Market.Products {
		if p.m.Model.Market.Products[q].Name == name {
			return agents.ProductID(q)
		}
	}
	panic("no product " + name)
}

// set is a set of products by like's rows.
func (p *painter) set(in agents.Products) (out agents.Products) {
	for i := range p.like.Market.Products {
		if in.Has(p.product(i)) {
			out = out.With(agents.ProductID(i))
		}
	}
	return out
}

// seat names a seller by unit and place in it.
func (p *painter) seat(s agents.SellerID) string {
	if s == agents.Nobody {
		return "nobody"
	}
	unit := p.m.Sellers.Unit[s]
	return fmt.Sprintf("%s/%d", p.m.Model.Org.Units[unit].Name, int(s)-slices.Index(p.m.Sellers.Unit, unit))
}

func (p *painter) household(c agents.CustomerID) {
	cs := &p.m.Customers
	p.say("household %d.%d here %v no-calls %v arm %d segment %d channel %d employer %d traits %d joined %d profit %d margin %d keeping %d contacts %d",
		c, cs.Gen[c], cs.Here[c], cs.OptedOut(c), cs.ArmOf(c), cs.Segment[c], cs.Channel[c], cs.EmployerOf(c), cs.Traits(c),
		cs.Joined[c], p.m.profit(c), p.m.Margin(c), p.m.keeping(cs.held(c)), cs.Contacts[c])
	p.say("household %d: wealth %v affinity %v trust %v satisfaction %v relation %v fatigue %v need-rate %v asks %v restless %v",
		c, p.m.Wealth(c), cs.Affinity[c], cs.Trust[c], cs.Satisfaction[c], cs.Relation[c], cs.Fatigue[c], p.m.needRates(c, nil),
		p.m.asks(c), cs.Bounds[c])
	p.say("household %d: need %b pending %b active %b dormant %b silent %b elsewhere %b aware %b", c, p.set(cs.Need.Of(c)),
		p.set(cs.Pending.Of(c)), p.set(cs.Active(c)), p.set(cs.Dormant(c)), p.set(cs.Silent(c)), p.set(cs.Elsewhere.Of(c)), cs.Aware.Of(c))
	for i := range p.like.Market.Products {
		if h := cs.holding(c, p.product(i)); cs.held(c).Has(p.product(i)) {
			p.say("household %d holds %d since %d by %s flags %b", c, i, h.Week(), p.seat(h.Seller()), h&(1<<weekShift-1))
		}
	}
}

func (p *painter) unit(name string) {
	m, ss := p.m, &p.m.Sellers
	for s, unit := range ss.Unit {
		if m.Model.Org.Units[unit].Name != name {
			continue
		}
		who := agents.SellerID(s)
		i, j := m.tally(who, 0), m.tally(who, len(m.plan(who).Tallies))
		p.say("%s.%d seated %v joined %d skill %v integrity %v orientation %v speed %v tie %v morale %v factor %v hours %v extra %v earned %v",
			p.seat(who), ss.Gen[s], ss.Seated[s], ss.Joined[s], ss.Skill[s*len(m.Model.Market.Lines):(s+1)*len(m.Model.Market.Lines)],
			ss.Integrity[s], ss.Orientation[s], ss.Speed[s], ss.Tie[s], ss.Morale[s], ss.PayFactor[s], ss.Hours[s], ss.Extra[s], ss.Earned[s])
		p.say("%s sum %v target %v rate %v var %v hidden %d unused %d offence %d warned %v heard %v", p.seat(who), ss.Sum[i:j],
			ss.Target[i:j], ss.Rate[i:j], ss.Var[i:j], ss.Hidden[s], ss.Unused[s], ss.LastOffence[s], ss.Warned[s], ss.Heard[s])
	}
}

// leads are told in the order of customers and products, whatever their rows.
func (p *painter) leads() {
	l, from := &p.m.Leads, len(p.lines)
	for row := range l.Customer {
		p.say("lead of household %04d product %s: %s found by %s source %d stage %d flags %b born %d due %d", l.Customer[row],
			p.m.Model.Market.Products[l.Product[row]].Name, p.seat(l.Seller[row]), p.seat(l.Finder[row]), l.Source[row],
			l.Stage[row], l.Flags[row], l.Born[row], l.Due[row])
	}
	slices.Sort(p.lines[from:])
	for u := range p.m.Queues {
		for _, r := range p.m.Queues[u].Rows {
			p.say("request at %s of household %d.%d about %s from week %d", p.m.Model.Org.Units[u].Name, r.Customer, r.Gen,
				p.m.Model.Market.Products[r.Product].Name, r.Week)
		}
	}
}

// sameLives lives two models side by side and checks after every week that whoever is in both has the same history.
func sameLives(t *testing.T, base, changed *Model, markets int) {
	t.Helper()
	a, b := newStepper(base), newStepper(changed)
	for !a.over() {
		a.week(nothing)
		b.week(nothing)
		for i := range markets {
			households := min(len(a.Markets[i].Customers.Here), len(b.Markets[i].Customers.Here))
			was, is := portrait(a.Markets[i], base, households), portrait(b.Markets[i], base, households)
			if at := firstDifference(was, is); at >= 0 {
				require.Equal(t, lineOf(was, at), lineOf(is, at), "week %d: somebody's history has moved", a.Markets[i].Week-1)
			}
		}
	}
}

func firstDifference(a, b []string) int {
	for i := range max(len(a), len(b)) {
		if lineOf(a, i) != lineOf(b, i) {
			return i
		}
	}
	return -1
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(no more)"
}

// money tells whether a counter is an amount of money.
func money(c metric.Counter) bool { return c >= metric.EarnMargin && c <= metric.Profit }

// insertBit makes room for one more product at row at.
func insertBit(set agents.Products, at int) agents.Products {
	low := set & (1<<at - 1)
	return low | (set&^(1<<at-1))<<1
}

// strip takes all accounts from c without booking anything.
func (m *Market) strip(c agents.CustomerID) {
	cs := &m.Customers
	for p := range m.Model.Products() {
		if q := agents.ProductID(p); cs.held(c).Has(q) {
			cs.take(c, q)
		}
	}
}

// endow gives c one account and nothing else, without booking anything.
func (m *Market) endow(c agents.CustomerID, p agents.ProductID) {
	m.strip(c)
	m.Customers.put(c, p, opened(0, agents.Nobody, 0))
}

// names on a call list.
func (m *Market) names(list List) (names []agents.CustomerID) {
	for row := list.From; row < list.To; row++ {
		names = append(names, m.listed(row))
	}
	return names
}
