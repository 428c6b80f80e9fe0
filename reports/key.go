package reports

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The key is a strip above the data that names the scenarios by mark and colour.

const (
	keyLine      = textSize * 1.6
	keyMark      = 4 * gap          // from one entry's mark to its name
	keyNameWidth = vg.Length(200)   // longer names are cut
	keyGap       = 3 * gap          // between entries
	keyFoot      = vg.Length(2 * 4) // below the strip
)

// entry is one place in the key.
type entry struct {
	number int // place of the scenario in the manifest
	name   string
	at     vg.Point // offset from the top left corner of the strip
}

// layKey places the entries of all scenarios from a place on in lines no longer
// than a width and returns them with the height of the strip.
func (v *view) layKey(width vg.Length, from int) ([]entry, vg.Length) {
	style := letters(textSize, ink)
	var entries []entry
	var x, y vg.Length
	for n, s := range v.scenarios {
		if n < from {
			continue
		}
		name := fit(style, s.Name, keyNameWidth)
		if v.alone() {
			name = fit(style, s.Name, width-keyMark)
		}
		long := keyMark + style.Width(name)
		if x > 0 && x+long > width {
			x, y = 0, y+keyLine
		}
		entries = append(entries, entry{n, name, vg.Point{X: x, Y: y}})
		x += long + keyGap
	}
	return entries, y + keyLine + keyFoot
}

// keyHeight is that of the strip on a picture.
func (v *view) keyHeight() vg.Length { return v.keyHeightFrom(0) }

// othersKeyHeight is that of the strip without the base, for pictures of
// differences from it.
func (v *view) othersKeyHeight() vg.Length { return v.keyHeightFrom(1) }

func (v *view) keyHeightFrom(from int) vg.Length {
	_, height := v.layKey(v.width-2*margin, from)
	return height
}

// drawKey draws the strip at the top of a canvas and returns what is left below.
func (v *view) drawKey(c draw.Canvas) draw.Canvas { return v.drawKeyFrom(c, 0) }

// drawOthersKey draws the strip without the base.
func (v *view) drawOthersKey(c draw.Canvas) draw.Canvas { return v.drawKeyFrom(c, 1) }

func (v *view) drawKeyFrom(c draw.Canvas, from int) draw.Canvas {
	entries, height := v.layKey(v.width-2*margin, from)
	for _, e := range entries {
		at := vg.Point{X: c.Min.X + e.at.X, Y: c.Max.Y - e.at.Y - keyLine/2}
		c.StrokeLine2(stroke(colourOf(e.number), 2), at.X, at.Y, at.X+keyMark-gap, at.Y)
		c.DrawGlyphNoClip(markOf(e.number, 3.5), vg.Point{X: at.X + (keyMark-gap)/2, Y: at.Y})
		c.FillText(aligned(letters(textSize, inkOf(e.number)), draw.XLeft), vg.Point{X: at.X + keyMark, Y: at.Y}, e.name)
	}
	return draw.Crop(c, 0, 0, 0, -height)
}

// spreadOut moves label heights apart until neighbours are at least a distance
// from each other, inside [low, high] as far as there is room. The order of
// heights is kept; heights must be sorted.
func spreadOut(heights []vg.Length, distance, low, high vg.Length) []vg.Length {
	out := make([]vg.Length, len(heights))
	floor := low
	for i, h := range heights {
		out[i] = max(h, floor)
		floor = out[i] + distance
	}
	ceiling := high
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = min(out[i], ceiling)
		ceiling = out[i] - distance
	}
	return out
}
