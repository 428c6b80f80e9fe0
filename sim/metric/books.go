package metric

// Books are the counters of one market (or of the firm) in one frame.
type Books [Counters]int64

// Add n to a counter.
func (b *Books) Add(c Counter, n int64) { b[c] += n }

// Merge adds other's counters. Whole numbers make the sum independent of the order of markets.
func (b *Books) Merge(other *Books) {
	for c := range b {
		b[c] += other[c]
	}
}

// Turn clears the flows for the next frame and keeps the stocks.
func (b *Books) Turn() {
	for c := range b {
		if !Items[c].Stock {
			b[c] = 0
		}
	}
}

// Continue makes b run on through the frame that follows it: flows are added, stocks become those of the later frame.
func (b *Books) Continue(later *Books) {
	for c := range b {
		if Items[c].Stock {
			b[c] = 0
		}
	}
	b.Merge(later)
}
