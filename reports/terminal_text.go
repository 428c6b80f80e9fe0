package reports

import (
	"regexp"
	"strings"
	"unicode"
)

// Letters of a terminal: how wide they are, and what stands for them where there is no Unicode.

// twoWide are the ranges of runes that take two columns: East Asian wide and full-width letters and emoji (Unicode
// Standard Annex 11, classes W and F, by blocks).
var twoWide = []struct{ first, last rune }{
	{0x1100, 0x115f}, {0x231a, 0x231b}, {0x23e9, 0x23ec}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff},
	{0xa000, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6},
	{0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
}

// columns is how many columns of a terminal a rune takes.
func columns(r rune) int {
	switch {
	case r < 0x300: // all of Latin; controls are not printed
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	for _, x := range twoWide {
		if r >= x.first && r <= x.last {
			return 2
		}
	}
	return 1
}

// displayWidth is how many columns of a terminal a text takes.
func displayWidth(text string) (width int) {
	for _, r := range text {
		width += columns(r)
	}
	return width
}

// wrapColumns breaks a text into lines of at most so many columns, between words; a word that is longer is cut. Spaces
// that must not break hold.
func wrapColumns(text string, width int) []string {
	width = max(width, 1)
	lines := []string{""}
	for _, word := range strings.FieldsFunc(glued(text), func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		last := &lines[len(lines)-1]
		if *last != "" && displayWidth(*last)+1+displayWidth(word) <= width {
			*last += " " + word
			continue
		}
		for displayWidth(word) > width {
			head := cut(word, width)
			lines, word = append(lines, head), word[len(head):]
		}
		lines = append(lines, word)
	}
	if len(lines) > 1 {
		return lines[1:] // the first is only what words are put behind
	}
	return lines
}

// interval in brackets, as estimate.go writes it.
var bracketed = regexp.MustCompile(`\[[^\[\] ]+, [^\[\] ]+\]`)

// glued keeps an interval and a percentage on one line.
func glued(text string) string {
	text = bracketed.ReplaceAllStringFunc(text, func(interval string) string { return strings.ReplaceAll(interval, " ", "\u00a0") })
	return strings.ReplaceAll(text, " %", "\u00a0%")
}

// cut is the longest beginning of a text that takes at most so many columns, and at least a rune.
func cut(text string, width int) string {
	used := 0
	for i, r := range text {
		if used += columns(r); used > width && i > 0 {
			return text[:i]
		}
	}
	return text
}

// plainLetters stand for letters beyond ASCII that this package prints.
var plainLetters = strings.NewReplacer(
	"±", "+/-", minus, "-", unknown, "-", "—", "-", "…", "...", "·", ".", "▲", "^", "▼", "v", "◆", "*", "∞", "inf", "→", "->", "←", "<-", "≤", "<=",
	"≥", ">=", "×", "x", "\u00a0", " ", "↑", "(more is better)", "↓", "(less is better)", "€", "EUR", "“", `"`, "”", `"`, "‘", "'", "’", "'",
	"ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss", "é", "e", "è", "e", "á", "a", "à", "a", "ç", "c", "ñ", "n",
)

// inASCII is a text in letters that every terminal has; a question mark stands for what has none.
func inASCII(text string) string {
	return strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return '?'
		}
		return r
	}, plainLetters.Replace(text))
}
