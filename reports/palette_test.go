package reports

import (
	"fmt"
	"image/color"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// contrast of two colours as WCAG 2 has it, at least 1.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func hueNamed(name string) hue {
	for _, h := range append(hues[:len(hues):len(hues)], scenarioHues()...) {
		if h.name == name {
			return h
		}
	}
	return hue{}
}

func TestWordsCanBeReadByDayAndByNight(t *testing.T) {
	words := []string{"ink", "faint", "link", "better", "worse", "differs"}
	for n := range palette {
		words = append(words, fmt.Sprintf("w%d", n))
	}
	for _, name := range words {
		for _, under := range []string{"ground", "raised"} {
			h, on := hueNamed(name), hueNamed(under)
			assert.GreaterOrEqual(t, contrast(h.day, on.day), 4.5, "%s on %s by day", name, under)
			assert.GreaterOrEqual(t, contrast(h.night, on.night), 4.5, "%s on %s by night", name, under)
		}
	}
}

func TestMarksCanBeSeenByDayAndByNight(t *testing.T) {
	for _, h := range append(scenarioHues(), hueNamed("zero")) {
		assert.GreaterOrEqual(t, contrast(h.day, hueNamed("ground").day), 3.0, "%s by day", h.name)
		assert.GreaterOrEqual(t, contrast(h.night, hueNamed("ground").night), 3.0, "%s by night", h.name)
	}
}

// blindness turns linear colours into those that people without one of the cones see (Machado, Oliveira and Fernandes
// 2009, severity 1).
var blindness = map[string][3][3]float64{
	"without red cones":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"without green cones": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"with all cones":      {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
}

// oklab is where a colour lies in a space in which distances are about those seen (Ottosson 2020).
func oklab(c color.NRGBA, seen [3][3]float64) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb, lms [3]float64
	for i := range rgb {
		for j := range in {
			rgb[i] += seen[i][j] * in[j]
		}
	}
	for i, row := range [3][3]float64{{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}} {
		lms[i] = math.Cbrt(row[0]*rgb[0] + row[1]*rgb[1] + row[2]*rgb[2])
	}
	return [3]float64{
		0.2104542553*lms[0] + 0.7936177850*lms[1] - 0.0040720468*lms[2],
		1.9779984951*lms[0] - 2.4285922050*lms[1] + 0.4505937099*lms[2],
		0.0259040371*lms[0] + 0.7827717662*lms[1] - 0.8086757660*lms[2],
	}
}

// justSeen is a distance in that space which is well above what the eye needs (about 0.02).
const justSeen = 0.06

func TestScenariosCanBeToldApartByColourBlindReaders(t *testing.T) {
	for kind, seen := range blindness {
		for name, colours := range map[string][]color.NRGBA{"by day": palette, "by night": night} {
			for i, a := range colours {
				for j, b := range colours[:i] {
					p, q := oklab(a, seen), oklab(b, seen)
					apart := math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
					assert.Greater(t, apart, justSeen, "scenarios %d and %d %s %s", j, i, name, kind)
				}
			}
		}
	}
}

func TestPicturesOnAPageHaveNoColoursOfTheirOwn(t *testing.T) {
	for _, f := range drawAll(newView(synthetic(usual))) {
		svg, err := f.inline()
		assert.NoError(t, err)
		assert.Empty(t, regexp.MustCompile(`(fill|stroke):#`).FindString(svg), "%s has a colour that no theme knows", f.id)
		assert.NotContains(t, svg, "font-family", "%s must be in the page's typeface", f.id)
	}
}

func TestPicturesInFilesAreSmallAndWhole(t *testing.T) {
	v := newView(synthetic(six))
	for _, f := range drawAll(v) {
		svg, err := f.svg(v)
		assert.NoError(t, err)
		assert.Less(t, len(svg), 100_000, "%s with six scenarios", f.id)
		assert.NotContains(t, string(svg), "var(--", "%s: programs other than browsers know no variables", f.id)
		assert.NotContains(t, string(svg), "@font-face")
		assert.Contains(t, string(svg), "Liberation Sans")
		assert.Equal(t, strings.Count(string(svg), "<text "), strings.Count(string(svg), "textLength="), "%s: another typeface must fit too", f.id)
	}
	v = newView(synthetic(usual))
	for _, f := range drawAll(v) {
		svg, err := f.svg(v)
		assert.NoError(t, err)
		assert.Less(t, len(svg), 100_000, f.id)
	}
}
