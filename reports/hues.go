package reports

import (
	"fmt"
	"image/color"
	"strings"
)

// hue is a colour with a part to play, by day and by night. Pictures are drawn in
// those of the day; on a page they take what the reader's theme says.
type hue struct {
	name       string // of the variable in the style sheet
	day, night color.NRGBA
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

// hues of page and pictures. Words are in ink, faint, link, the verdicts' and the
// scenarios' own: these reach a contrast of 4.5 to 1 on ground and raised.
var hues = []hue{
	{"ink", rgb(0x1f2328), rgb(0xe8eaed)},
	{"faint", rgb(0x59616a), rgb(0xa6aeb7)},
	{"rule", rgb(0xdfe3e8), rgb(0x363c43)},
	{"zero", rgb(0x858c95), rgb(0x7a828b)},
	{"ground", rgb(0xffffff), rgb(0x14171b)},
	{"raised", rgb(0xf5f7f9), rgb(0x1c2025)},
	{"link", rgb(0x0b5cad), rgb(0x79b8ff)},
	{"better", rgb(0x0a6b46), rgb(0x4fd0a0)},
	{"worse", rgb(0xa8400a), rgb(0xff9d66)},
	{"differs", rgb(0x6b3fa0), rgb(0xc9a6ff)},
}

// hueOf is the colour of a name by day. A name that does not exist is a mistake in this package.
func hueOf(name string) color.NRGBA {
	for _, h := range hues {
		if h.name == name {
			return h.day
		}
	}
	panic("reports: there is no hue " + name)
}

// night is the palette on a dark ground: the same hues or their lighter kin, in the same
// order. All of them can be read as words.
var night = []color.NRGBA{
	rgb(0xf2f4f6), rgb(0x56a8e8), rgb(0xf2804a), rgb(0x22a880), rgb(0xe6a6c9), rgb(0xffe066), rgb(0x9a7bff), rgb(0xff5f86),
}

// scenarioHues are the marks and the words of scenarios.
func scenarioHues() (all []hue) {
	for n := range palette {
		all = append(all, hue{fmt.Sprintf("s%d", n), palette[n], night[n]}, hue{fmt.Sprintf("w%d", n), inkOf(n), night[n]})
	}
	return all
}

// variables are the names of colours in a picture: the first hue of a colour.
var variables = func() map[color.NRGBA]string {
	names := make(map[color.NRGBA]string)
	for _, h := range append(hues[:len(hues):len(hues)], scenarioHues()...) {
		if _, taken := names[h.day]; !taken {
			names[h.day] = "var(--" + h.name + ")"
		}
	}
	return names
}()

// themed is a colour of a picture on a page: that of the reader's theme.
func themed(c color.NRGBA) string {
	c.A = 0xff
	if name, ok := variables[c]; ok {
		return name
	}
	return fixed(c)
}

// fixed is a colour of a picture in a file of its own, on white.
func fixed(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// themeVariables is the head of the style sheet: every colour by day and, on
// screens that ask for it, by night. Paper is always by day.
func themeVariables() string {
	var day, dark strings.Builder
	for _, h := range append(hues[:len(hues):len(hues)], scenarioHues()...) {
		fmt.Fprintf(&day, " --%s: %s;", h.name, fixed(h.day))
		fmt.Fprintf(&dark, " --%s: %s;", h.name, fixed(h.night))
	}
	return fmt.Sprintf(":root {%s }\n@media screen and (prefers-color-scheme: dark) { :root {%s } }\n", day.String(), dark.String())
}
