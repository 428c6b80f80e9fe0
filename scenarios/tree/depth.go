package tree

// maxDepth bounds how deep lists, inline tables and dotted keys may nest. A
// reader that calls itself for each level would otherwise run out of stack on
// a file that is nothing but brackets.
const maxDepth = 100

// tooDeep returns the line on which a text nests too deeply, 0 if none does.
// It looks at brackets and dots outside of quotes and comments only; whether
// they match is the parser's business.
func tooDeep(text []byte) int {
	line, depth, dots := 1, 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			end := stringEnd(text, i)
			line += countLines(text[i:end])
			i = end - 1
		case '#':
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		case '[', '{':
			depth, dots = depth+1, 0
		case ']', '}':
			depth, dots = max(0, depth-1), 0
		case '.':
			dots++
		case ',', '=':
			dots = 0
		case '\n':
			line, dots = line+1, 0
		}
		if depth+dots > maxDepth {
			return line
		}
	}
	return 0
}

// stringEnd returns the offset behind the quoted text that starts at i. Text
// that is not closed ends with its line, in triple quotes with the file.
func stringEnd(text []byte, i int) int {
	quote := text[i]
	triple := i+2 < len(text) && text[i+1] == quote && text[i+2] == quote
	if triple {
		i += 2
	}
	for i++; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == '\n' && !triple:
			return i
		case text[i] == quote && !triple:
			return i + 1
		case text[i] == quote && i+2 < len(text) && text[i+1] == quote && text[i+2] == quote:
			return i + 3
		}
	}
	return len(text)
}

// countLines counts the line ends in a text.
func countLines(text []byte) int {
	n := 0
	for _, c := range text {
		if c == '\n' {
			n++
		}
	}
	return n
}
