package tree

import (
	"fmt"
	"slices"
	"strings"
)

// Nearest returns the name that a misspelled word most likely meant: the one
// that takes the fewest letters to change, add, drop or swap. At most a third
// of the letters, and at least one, may differ; ties go to the first in the
// alphabet. Case and the choice between "-" and "_" do not count as letters.
func Nearest(word string, among []string) (string, bool) {
	best, fewest := "", -1
	for _, name := range slices.Sorted(slices.Values(among)) {
		d, ok := distance(word, name)
		if ok && (fewest < 0 || d < fewest) {
			best, fewest = name, d
		}
	}
	return best, fewest >= 0
}

// hint ends a message about an unknown word: the nearest name, or all of them.
func hint(word string, among []string) string {
	if name, ok := Nearest(word, among); ok {
		return fmt.Sprintf("; did you mean %q?", name)
	}
	return "; valid: " + strings.Join(abridged(among), ", ")
}

// maxListed is how many valid names a message lists.
const maxListed = 20

// abridged returns the sorted names, shortened to what a message can carry.
func abridged(names []string) []string {
	sorted := slices.Sorted(slices.Values(names))
	if len(sorted) <= maxListed {
		return sorted
	}
	rest := fmt.Sprintf("and %d more", len(sorted)-maxListed)
	return append(sorted[:maxListed], rest)
}

// maxCompared bounds the letters of words that are compared at all.
const maxCompared = 80

// distance is the number of edits between two names, and whether it is small
// enough for a suggestion.
func distance(a, b string) (int, bool) {
	left, right := letters(a), letters(b)
	short, long := min(len(left), len(right)), max(len(left), len(right))
	if short == 0 || long > maxCompared {
		return 0, false
	}
	d := edits(left, right)
	return d, d < short && d <= max(1, long/3)
}

// letters is a word as it is compared.
func letters(word string) []rune {
	return []rune(strings.ReplaceAll(strings.ToLower(word), "_", "-"))
}

// edits is the optimal string alignment distance (Damerau-Levenshtein without
// edits inside a swapped pair).
func edits(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			rows[i][j] = cheapest(rows, a, b, i, j)
		}
	}
	return rows[len(a)][len(b)]
}

// cheapest is one cell of the distance table.
func cheapest(rows [][]int, a, b []rune, i, j int) int {
	change := 1
	if a[i-1] == b[j-1] {
		change = 0
	}
	best := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		best = min(best, rows[i-2][j-2]+1)
	}
	return best
}
