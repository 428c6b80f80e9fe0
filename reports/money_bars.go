package reports

import (
	"math"
	"sync"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	moneyBar    vg.Length = 11  // height of a scenario's bar with its air
	moneySpace  vg.Length = 7   // between causes
	moneyNames  vg.Length = 120 // left, beside the bars
	moneyWords  vg.Length = 138 // numbers, right
	moneyNarrow vg.Length = 112 // numbers, on a telephone
)

// moneySums are the sums of the causes by scenario and replication, in EUR, with
// the sign they have in the profit.
type moneySums struct {
	once sync.Once
	sums map[string]map[int][]float64
}

// money returns the sums of a view's books, added up once; nil without books.
func (k *kept) money(v *view) map[string]map[int][]float64 {
	k.sums.once.Do(func() { k.sums.sums = v.sumMoney() })
	return k.sums.sums
}

func (v *view) sumMoney() map[string]map[int][]float64 {
	place := make(map[string]int)
	for i, c := range causes {
		place[c.item] = i + 1
	}
	var sums map[string]map[int][]float64
	for i := range v.set.Books {
		b := &v.set.Books[i]
		at := place[b.Item]
		if at == 0 || b.Week < 0 { // what was there before the first week
			continue
		}
		if sums == nil {
			sums = make(map[string]map[int][]float64)
		}
		if sums[b.Scenario] == nil {
			sums[b.Scenario] = make(map[int][]float64)
		}
		if sums[b.Scenario][b.Replication] == nil {
			sums[b.Scenario][b.Replication] = make([]float64, len(causes))
		}
		sums[b.Scenario][b.Replication][at-1] += causes[at-1].sign * float64(b.Value) / booksPerEuro
	}
	return sums
}

// rowHeight is that of a cause; on a telephone its name has a line of its own.
func (m moneyPicture) rowHeight() vg.Length {
	height := vg.Length(len(m.rows[0].parts))*moneyBar + moneySpace
	if m.v.narrow() {
		height += textSize * leading
	}
	return height
}

func (m moneyPicture) height() vg.Length {
	return vg.Length(len(m.rows))*m.rowHeight() + panelBase + gap
}

func (m moneyPicture) bars(c draw.Canvas) {
	e := extent{0, 0}
	for _, r := range m.rows {
		for _, p := range r.parts {
			e.add(p.v, p.low, p.high)
		}
	}
	title := "difference from " + m.v.base() + " in its part of profit [" + m.unit + "]"
	if m.v.alone() {
		title = "part in profit [" + m.unit + "]"
	}
	names, words := moneyNames, moneyWords
	if m.v.narrow() {
		names, words, title = 0, moneyNarrow, m.unit
	}
	a := niceAxis(e, m.v.across(8), title)
	p := panel{draw.Crop(c, names, -words, panelBase+gap, 0), a, axis{extent: extent{0, 1}}}
	for _, t := range a.ticks {
		p.vertical(stroke(rule, 0.6), t)
	}
	p.drawX()
	p.vertical(stroke(zero, 1), 0)
	for i, r := range m.rows {
		m.row(p, r, c.Max.Y-vg.Length(i)*m.rowHeight(), i == len(m.rows)-1)
	}
}

// row draws a cause: its name, a bar, an interval and a number for each scenario. The sum has a line above it.
func (m moneyPicture) row(p panel, r moneyRow, top vg.Length, sum bool) {
	left, style := p.Min.X, aligned(letters(textSize, ink), draw.XLeft)
	if !m.v.narrow() {
		left -= moneyNames
	}
	if sum {
		style = bold(style)
		p.StrokeLine2(stroke(zero, 0.8), left, top, p.Max.X+moneyNarrow, top)
	}
	top -= moneySpace / 2
	if m.v.narrow() {
		onPaper(p.Canvas, style, vg.Point{X: left, Y: top - textSize*leading/2}, r.title)
		top -= textSize * leading
	} else {
		p.FillText(style, vg.Point{X: left, Y: top - vg.Length(len(r.parts))*moneyBar/2}, fit(style, r.title, moneyNames-gap))
	}
	for i, part := range r.parts {
		m.bar(p, part, top-(vg.Length(i)+0.5)*moneyBar)
	}
}

func (m moneyPicture) bar(p panel, d difference, y vg.Length) {
	from, to, half := p.at(0, 0).X, p.at(d.v, 0).X, moneyBar*0.36
	p.FillPolygon(pale(colourOf(d.number), barOpacity), []vg.Point{{X: from, Y: y - half}, {X: to, Y: y - half}, {X: to, Y: y + half}, {X: from, Y: y + half}})
	if !math.IsNaN(d.low) && !math.IsNaN(d.high) {
		p.StrokeLine2(stroke(inkOf(d.number), 1.2), p.at(d.low, 0).X, y, p.at(d.high, 0).X, y)
	}
	room := moneyWords
	if m.v.narrow() {
		room = moneyNarrow
	}
	words := aligned(letters(smallSize, inkOf(d.number)), draw.XLeft)
	p.FillText(words, vg.Point{X: p.Max.X + gap, Y: y}, fit(words, change(d.v, d.low, d.high), room-gap))
}
