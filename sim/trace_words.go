package sim

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"xsell/agents"
)

const (
	traceWidth  = 140                        // columns of a line
	traceIndent = len("week 123  advise   ") // columns before the text
)

// line writes one line of the history, or nothing where there is nothing to say.
func (t *tracer) line(week int32, phase, text string) {
	switch {
	case text == "":
	case t.keep != nil:
		t.keep(Told{week, phase, text})
	default:
		t.paragraph(text, fmt.Sprintf("week %3d  %-7s  ", week, phase))
	}
}

// paragraph writes text behind a head, folded at words and indented under itself.
func (t *tracer) paragraph(text, head string) {
	indent := strings.Repeat(" ", traceIndent)
	at := utf8.RuneCountInString(head)
	t.out.WriteString(head) // the writer keeps its first error for Flush
	for i, word := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case at+1+n > traceWidth:
			t.out.WriteString("\n" + indent)
			at = traceIndent
		default:
			t.out.WriteByte(' ')
			at++
		}
		t.out.WriteString(word)
		at += n
	}
	t.out.WriteByte('\n')
}

// euro writes an amount with its sign, cents only where they matter.
func euro(amount float64) string {
	switch size := math.Abs(amount); {
	case size < 0.005:
		return "EUR 0"
	case size < 9.995:
		return fmt.Sprintf("EUR %+.2f", amount)
	}
	return fmt.Sprintf("EUR %+.0f", amount)
}

// percent writes a share, with two digits below one percent.
func percent(share float64) string {
	switch x := 100 * share; {
	case x == 0:
		return "0 %"
	case math.Abs(x) < 0.95:
		return fmt.Sprintf("%.2g %%", x)
	default:
		return fmt.Sprintf("%.0f %%", x)
	}
}

// moved says that a number moved, or "" where one does not see it at two digits.
func moved[T float32 | float64](name string, was, now T) string {
	a, b := fmt.Sprintf("%.2f", was), fmt.Sprintf("%.2f", now)
	if a == b {
		return ""
	}
	return name + " " + a + " → " + b
}

// joined joins what is not empty.
func joined(separator string, parts ...string) string {
	var some []string
	for _, part := range parts {
		if part != "" {
			some = append(some, part)
		}
	}
	return strings.Join(some, separator)
}

// plural counts things.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// either returns yes or no by what is true.
func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// weeks writes a length of time.
func weeks(n int32) string {
	switch {
	case n == 1:
		return "1 week"
	case n < 104:
		return fmt.Sprintf("%d weeks", n)
	}
	return fmt.Sprintf("%.0f years", float64(n)/52)
}

// product is the title of p.
func (t *tracer) product(p agents.ProductID) string { return t.m.Model.Market.Products[p].Title }

// products lists the titles of a set.
func (t *tracer) products(set agents.Products) string {
	var titles []string
	for p := range t.m.Model.Market.Products {
		if set.Has(agents.ProductID(p)) {
			titles = append(titles, t.product(agents.ProductID(p)))
		}
	}
	return orNothing(titles)
}

// lines lists the names of a set of lines.
func (t *tracer) lines(set agents.Products) string {
	var names []string
	for l, name := range t.m.Model.Market.Lines {
		if set.Has(agents.ProductID(l)) {
			names = append(names, name)
		}
	}
	return orNothing(names)
}

func orNothing(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}

// seller names a seller by unit and number over all markets.
func (t *tracer) seller(s agents.SellerID) string {
	if s == agents.Nobody {
		return "nobody"
	}
	unit := t.m.Model.Org.Units[t.m.Sellers.Unit[s]].Title
	return fmt.Sprintf("%s, seller %d", unit, t.before(t.m.Model.Size.Sellers)+int(s))
}

// customer names a customer by number over all markets; seats of those who may join later have a number of their own.
func (t *tracer) customer(c agents.CustomerID) string {
	n := t.m.Model.Size.Customers
	if here := share(n, t.m.Model.Size.Markets, int(t.m.Index)); int(c) >= here {
		return fmt.Sprintf("newcomer %d", int(c)-here)
	}
	return fmt.Sprintf("customer %d", t.before(n)+int(c))
}

// before is how many of n are in the markets before the subject's.
func (t *tracer) before(n int) (sum int) {
	for i := range int(t.m.Index) {
		sum += share(n, t.m.Model.Size.Markets, i)
	}
	return sum
}
