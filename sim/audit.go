package sim

import (
	"fmt"

	"xsell/agents"
	"xsell/sim/metric"
)

// kept are the stocks that every event keeps up to date; read are those that are read off the rows at a close.
var (
	kept = listed(metric.Customers, metric.SellersSeated, metric.NeedsOpen, metric.LeadsOpen, metric.ReferralsOpen,
		metric.AccountsActive, metric.AccountsDormant, metric.AccountsUnauthorised, metric.HeldElsewhere, metric.RequestsWaiting, metric.PayOutstanding)
	read = listed(metric.AccountsReal, metric.With2Reported, metric.With3Reported, metric.WithoutReal, metric.LinesHeld,
		metric.SellersOnRecord, metric.CustomersAcquired, metric.SellersAcquired)
)

// Audit counts the stocks of every market again, row by row, at a close, and compares them with the books; it also asks
// whether the rows agree with one another. It returns what differs as sentences.
func Audit(f *Firm) (broken []string) {
	for _, m := range f.Markets {
		counted := recount(m)
		for _, c := range append(read[:len(read):len(read)], kept...) {
			if counted[c] != m.Books[c] {
				broken = append(broken, fmt.Sprintf("market %d, week %d: the books say %d %s, the rows %d",
					m.Index, m.Week-1, m.Books[c], metric.Items[c].Title, counted[c]))
			}
		}
		broken = append(broken, m.crossed()...)
	}
	if unpaid := f.unpaid(); unpaid != f.Books[metric.BillsUnpaid] {
		broken = append(broken, fmt.Sprintf("firm, week %d: the books say %d %s of %s, the bills %d",
			f.Week-1, f.Books[metric.BillsUnpaid], metric.Items[metric.BillsUnpaid].Unit, metric.Items[metric.BillsUnpaid].Title, unpaid))
	}
	return broken
}

// unpaid is what is left of all bills, in thousandths of a euro.
func (f *Firm) unpaid() (left int64) {
	for _, b := range f.Bills {
		left += int64(b.amount - b.paid)
	}
	return left
}

// recount counts the stocks of a market over its rows: accounts by their own words, not by the sets that summarise them.
func recount(m *Market) (n metric.Books) {
	for c := range m.Customers.seats() {
		m.recountHousehold(c, &n)
	}
	for row, stage := range m.Leads.Stage {
		n[metric.LeadsOpen] += flag(stage != Ended)
		n[metric.ReferralsOpen] += flag(stage != Ended && m.Leads.Source[row] == Referred)
	}
	for u := range m.Queues {
		n[metric.RequestsWaiting] += int64(len(m.Queues[u].Rows) - m.Queues[u].Head)
	}
	for s, seated := range m.Sellers.Seated {
		n[metric.SellersSeated] += flag(seated)
		n[metric.SellersOnRecord] += flag(seated && m.Sellers.Warned[s])
		n[metric.SellersAcquired] += flag(seated && m.takenOver(agents.SellerID(s)))
		for _, x := range m.Sellers.Promised[s] {
			n[metric.PayOutstanding] += int64(x.Amount)
		}
	}
	return n
}

func (m *Market) recountHousehold(c agents.CustomerID, n *metric.Books) {
	cs, table := &m.Customers, m.Model.Market
	accounts, real, lines := int64(0), int64(0), agents.Products(0)
	for p := range table.Products {
		q := agents.ProductID(p)
		if !cs.held(c).Has(q) {
			continue
		}
		h := cs.holding(c, q)
		accounts++
		used := !h.Is(asleep)
		n[metric.AccountsActive] += flag(used)
		n[metric.AccountsDormant] += flag(!used)
		n[metric.AccountsUnauthorised] += flag(h.Is(silent))
		if used && !h.Is(silent) {
			real++
			lines = lines.With(m.line(q))
		}
	}
	here := flag(cs.Here[c])
	n[metric.Customers] += here
	n[metric.CustomersAcquired] += here * flag(m.ofAcquired(c))
	n[metric.NeedsOpen] += int64(size(cs.Need.Of(c)))
	n[metric.HeldElsewhere] += int64(size(cs.Elsewhere.Of(c))) * here
	n[metric.AccountsReal] += real
	n[metric.LinesHeld] += int64(size(lines))
	n[metric.With2Reported] += flag(accounts >= 2)
	n[metric.With3Reported] += flag(accounts >= 3)
	n[metric.WithoutReal] += flag(real == 0) * here
}

// crossed compares rows with rows: margins with their sum, sets of accounts with the accounts, leads with what is
// pending for their customers.
func (m *Market) crossed() (broken []string) {
	cs := &m.Customers
	say := func(format string, args ...any) {
		broken = append(broken, fmt.Sprintf("market %d, week %d: ", m.Index, m.Week-1)+fmt.Sprintf(format, args...))
	}
	pending, brings, standing := make([]agents.Products, len(cs.Here)), int64(0), int64(0)
	for row, c := range m.Leads.Customer {
		if m.Leads.Stage[row] != Ended {
			pending[c] = pending[c].With(m.Leads.Product[row])
		}
	}
	if left := cs.unused(); left != 0 {
		say("%d places for accounts belong to nobody and are not free", left)
	}
	for c := range cs.seats() {
		if marked := cs.Marks[c]; cs.flagged(c, silent) != cs.Silent(c) || cs.flagged(c, asleep) != cs.Dormant(c) ||
			marked&deceived != 0 && cs.Silent(c) == 0 || marked&sleeps != 0 && cs.Dormant(c) == 0 {
			say("the marks of household %d do not tell of its accounts", c)
		}
		if cs.Pending.Of(c) != pending[c] {
			say("household %d has other leads than those on the table", c)
		}
		brings += int64(cs.Brings[c])
		standing += int64(m.keeping(cs.held(c)))
	}
	if standing != m.Standing {
		say("keeping accounts costs %d thousandths of EUR a week, that of all households %d", m.Standing, standing)
	}
	if brings != m.Brings {
		say("the margin that runs, less the cost of keeping accounts, is %d thousandths of EUR a week, that of all households %d", m.Brings, brings)
	}
	return broken
}
