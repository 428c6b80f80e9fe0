package main

// Week is the list of what happens, in order.
var Week = []func(*Market){luck, drift, pick, want, serve, leave, meet, answer, learn}

// live lives so many weeks.
func (m *Market) live(weeks int) {
	for range weeks {
		for _, phase := range Week {
			phase(m)
		}
		m.Week++
	}
}
