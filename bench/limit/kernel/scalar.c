// The week one household at a time.
#include "phases.h"

static inline void mark(market *m, uint32_t c, uint64_t passing) {
	uint32_t word = c >> 6, bit = c & 63;
	uint64_t here = m->here[c], none = !m->held[c];
#define PASSED(which) ((uint64_t)passed(passing, which))
	m->marks[JOIN][word] |= (PASSED(LANE_LEAVE) & ~here) << bit;
	m->marks[WANT][word] |= ((PASSED(LANE_NEED) | PASSED(LANE_STAGE) | PASSED(LANE_HEAR)) & here) << bit;
	m->marks[LOSE][word] |= (PASSED(LANE_LOSE) & here) << bit;
	m->marks[ASK][word] |= (PASSED(LANE_ASK) & here) << bit;
	m->marks[AGE][word] |= (PASSED(LANE_ACCOUNTS) & here) << bit;
	m->marks[LEAVE][word] |= ((PASSED(LANE_LEAVE) | none) & here) << bit;
}

static void luck(market *m) {
	for (int i = 0; i < MARKED; i++) memset(m->marks[i], 0, (m->n + 63) / 64 * 8);
	for (uint32_t first = 0; first < m->n; first += 64) {
		uint64_t lanes[64], met = 0;
		uint32_t n = m->n - first < 64 ? m->n - first : 64;
		for (uint32_t i = 0; i < n; i++) { // no branch on luck, which cannot be foreseen
			uint32_t c = first + i;
			lanes[i] = passing(draw_bits(m->luck, person(m, c)), m->bounds[c] | m->vacant);
			met |= (uint64_t)(lanes[i] != 0) << i;
		}
		for (; met; met &= met - 1) mark(m, first + (uint32_t)__builtin_ctzll(met), lanes[__builtin_ctzll(met)]);
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
