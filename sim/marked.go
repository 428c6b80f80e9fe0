package sim

// Marked are the households that a phase meets this week, one bit each; nil for a phase that needs no marks. It must only
// be read, and only within the week: marks belong to the worker, and another market it lives has other ones.
func (m *Market) Marked(phase string) []uint64 {
	d := m.due
	return map[string]marks{"join": d.join, "want": d.want, "lose": d.lose, "ask": d.ask, "age": d.age, "leave": d.leave}[phase]
}
