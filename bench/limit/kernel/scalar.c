// The week one household at a time.
#include "phases.h"

static inline void add(uint64_t *set, uint32_t c) { set[c >> 6] |= (uint64_t)1 << (c & 63); }

static inline void mark(market *m, uint32_t c, uint64_t passing) {
	if (!m->here[c]) {
		if (passed(passing, LANE_LEAVE)) add(m->marks[JOIN], c);
		return;
	}
	if (passed(passing, LANE_NEED) || passed(passing, LANE_STAGE) || passed(passing, LANE_HEAR)) add(m->marks[WANT], c);
	if (passed(passing, LANE_LOSE)) add(m->marks[LOSE], c);
	if (passed(passing, LANE_ASK)) add(m->marks[ASK], c);
	if (passed(passing, LANE_ACCOUNTS)) add(m->marks[AGE], c);
	if (passed(passing, LANE_LEAVE) || !m->held[c]) add(m->marks[LEAVE], c);
}

static void luck(market *m) {
	for (int i = 0; i < MARKED; i++) memset(m->marks[i], 0, (m->n + 63) / 64 * 8);
	for (uint32_t c = 0; c < m->n; c++) {
		uint64_t x = passing(draw_bits(m->luck, person(m, c)), m->bounds[c] | m->vacant);
		if (x) mark(m, c, x);
	}
}

static void drift(market *m) {
	float goal = (float)m->goal, pull = (float)m->pull, calm = (float)m->calm;
	float keep = (float)(1 - m->forget), rest = (float)(1 - m->rest);
	for (uint32_t c = 0; c < m->n; c++) {
		m->trust[c] += pull * (goal - m->trust[c]);
		m->satisfaction[c] += calm * (0.5f - m->satisfaction[c]);
		m->relation[c] *= keep;
		m->fatigue[c] *= rest;
	}
}

const variant scalar = {"scalar", luck, DECIDING, drift, refresh, rethink};
