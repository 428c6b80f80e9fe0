package reports

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"gonum.org/v1/plot/vg"
)

// begin opens a group for a style unless it is open.
func (c *svgCanvas) begin(style string) {
	if style == c.group {
		return
	}
	c.end()
	fmt.Fprintf(&c.body, "\n<g style=\"%s\">", style)
	c.group = style
}

func (c *svgCanvas) end() {
	if c.group != "" {
		c.body.WriteString("</g>")
		c.group = ""
	}
}

// shape writes a path; a full circle has an element of its own.
func (c *svgCanvas) shape(style string, path vg.Path) {
	if len(path) == 0 {
		return
	}
	c.begin(style)
	if centre, radius, ok := circle(path); ok {
		x, y := c.at(centre)
		fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="%s"/>`, short2(x), short2(y), short2((radius * c.scaled.X).Points()))
		return
	}
	var d bytes.Buffer
	for i, step := range path {
		if step.Type == vg.LineComp && i > 0 && path[i-1].Type != vg.LineComp && path[i-1].Type != vg.MoveComp {
			d.WriteString("L")
		}
		c.step(&d, step)
	}
	fmt.Fprintf(&c.body, `<path d="%s"/>`, d.Bytes())
}

// circle recognises a path that is one full turn.
func circle(path vg.Path) (centre vg.Point, radius vg.Length, ok bool) {
	found := 0
	for _, step := range path {
		if step.Type == vg.LineComp || step.Type == vg.CurveComp {
			return centre, radius, false
		}
		if step.Type == vg.ArcComp {
			found++
			centre, radius, ok = step.Pos, step.Radius, math.Abs(step.Angle) >= 2*math.Pi-1e-9
		}
	}
	return centre, radius, ok && found == 1
}

// step writes one part of a path.
func (c *svgCanvas) step(d *bytes.Buffer, step vg.PathComp) {
	x, y := c.at(step.Pos)
	switch step.Type {
	case vg.MoveComp:
		fmt.Fprintf(d, "M%s %s", short1(x), short1(y))
	case vg.LineComp: // after another line, or the start of one, it needs no letter
		fmt.Fprintf(d, " %s %s", short1(x), short1(y))
	case vg.CloseComp:
		d.WriteString("Z")
	case vg.CurveComp:
		d.WriteString(map[int]string{1: "Q", 2: "C"}[len(step.Control)])
		for _, control := range step.Control {
			x, y := c.at(control)
			fmt.Fprintf(d, "%s %s ", short2(x), short2(y))
		}
		fmt.Fprintf(d, "%s %s", short2(x), short2(y))
	case vg.ArcComp:
		c.arc(d, step)
	}
}

// arc writes an arc in two halves: one alone cannot say which way a half turn goes.
func (c *svgCanvas) arc(d *bytes.Buffer, step vg.PathComp) {
	on := func(angle float64) (x, y float64) {
		sin, cos := math.Sincos(angle)
		return c.at(step.Pos.Add(vg.Point{X: step.Radius * vg.Length(cos), Y: step.Radius * vg.Length(sin)}))
	}
	x, y := on(step.Start)
	verb, sweep := "L", 0
	if d.Len() == 0 {
		verb = "M"
	}
	if step.Angle < 0 {
		sweep = 1
	}
	fmt.Fprintf(d, "%s%s %s", verb, short2(x), short2(y))
	r := short2((step.Radius * c.scaled.X).Points())
	for part := 1; part <= 2; part++ {
		x, y := on(step.Start + step.Angle*float64(part)/2)
		fmt.Fprintf(d, "A%s %s 0 0 %d %s %s", r, r, sweep, short2(x), short2(y))
	}
}

// WriteTo writes what was drawn, without an element around it.
func (c *svgCanvas) WriteTo(w io.Writer) (int64, error) {
	c.end()
	return c.body.WriteTo(w)
}
