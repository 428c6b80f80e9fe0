// The customers' phases of the week as far as they decide. What follows from a decision is left out, but for the refresh
// of who stays: accounts and books do not change.
#ifndef PHASES_H
#define PHASES_H

#include "refresh.h"
#include "variant.h"

static inline void decide(const market *m, decisions *d, uint32_t who, uint8_t what, uint8_t product) {
	d->list[d->n++] = (decision){who, what, product, 0, 0};
	if (what == JOINED) refresh(m, who);
	else if (what != ASKED && what != HEARS && what != LEFT) rethink(m, who);
}

#define EACH(m, phase, c)                                                                        \
	for (uint32_t w = 0, words = ((m)->n + 63) / 64; w < words; w++)                              \
		for (uint64_t word = (m)->marks[phase][w], c; word && (c = w << 6 | (uint64_t)__builtin_ctzll(word), true); word &= word - 1)

static inline uint32_t lane(const market *m, uint32_t c, int which) {
	return lane_of(draw_bits(m->luck, person(m, c)), which);
}

static void join(const market *m, decisions *d) {
	EACH(m, JOIN, c) {
		uint32_t l = lane(m, c, LANE_LEAVE);
		if (candidate(l, (float)m->joining) && refine(m->join_fine, l, person(m, c)) < m->joining)
			decide(m, d, c, JOINED, 0);
	}
}

// need is the product that luck u below the sum of their rates picks, or -1.
static int need(const market *m, const float *rates, float u) {
	for (uint32_t p = 0; p < m->products; p++)
		if ((u -= rates[p]) < 0) return (int)p;
	return -1;
}

// may_need is the product for which a need arises with luck u, or -1; the threshold rules most of them out.
static inline int may_need(const market *m, uint32_t c, float u, float times) {
	uint32_t threshold = lane_of(m->bounds[c], LANE_NEED);
	if (threshold < 255 && u * (float)(1 + m->first_boost) >= (float)(threshold + 1) / 256 * 1.00001f * times) return -1;
	float rates[MAX_PRODUCTS] = {0}, rate = need_rates(m, c, rates);
	return u < rate * times ? need(m, rates, u / times) : -1;
}

static void want(const market *m, decisions *d) {
	EACH(m, WANT, c) {
		uint64_t luck = draw_bits(m->luck, person(m, c));
		uint32_t l = lane_of(luck, LANE_NEED);
		if (l <= lane_of(m->bounds[c], LANE_NEED)) {
			float times = (float)early(m->week - m->joined[c], m->first_boost, m->first_weeks);
			float u = (float)refine(m->need_fine, l, person(m, c));
			int p = may_need(m, c, u, times);
			if (p >= 0) decide(m, d, c, NEEDED, (uint8_t)p);
		}
		l = lane_of(luck, LANE_STAGE);
		double move = m->move[m->segment[c]];
		if (candidate(l, (float)move) && refine(m->stage, l, person(m, c)) < move) decide(m, d, c, NEW_STAGE, 0);
		l = lane_of(luck, LANE_HEAR);
		if (candidate(l, (float)m->reach) && refine(m->campaign, l, person(m, c)) < m->reach) decide(m, d, c, HEARS, 0);
	}
}

static void lose(const market *m, decisions *d) {
	EACH(m, LOSE, c) {
		double u = refine(m->gone_fine, lane(m, c, LANE_LOSE), person(m, c));
		double compete = m->compete * (1 - m->loyal * (double)m->relation[c]);
		for (uint32_t set = m->need[c] | m->elsewhere[c]; set; set &= set - 1) {
			uint8_t p = (uint8_t)__builtin_ctz(set), what = 0;
			if (m->need[c] >> p & 1) {
				if ((u -= m->fade) < 0) what = FADED;
				else if ((u -= compete) < 0) what = COMPETED;
			}
			if (!what && m->elsewhere[c] >> p & 1 && (u -= m->cancel) < 0) what = CANCELLED;
			if (what) {
				decide(m, d, c, what, p);
				break;
			}
		}
	}
}

static void ask(const market *m, decisions *d) {
	EACH(m, ASK, c) {
		float times, more, all = asks(m, c, &times, &more), chance = all < 1 ? all : 1;
		float u = (float)refine(m->service_fine, lane(m, c, LANE_ASK), person(m, c));
		if (!(u < chance)) continue;
		u = u / chance * all;
		uint8_t last = 0;
		for (uint32_t set = used(m, c); set; set &= set - 1) {
			last = (uint8_t)__builtin_ctz(set);
			if ((u -= times * m->requests[last] + more) < 0) break;
		}
		decide(m, d, c, ASKED, last);
	}
}

// meet tells what luck u picks among the fates of an account: an audit that finds nothing changes nothing.
static void meet(const market *m, decisions *d, uint32_t c, int p, uint32_t h, const fates *f, float u) {
	int i = 0;
	while (i < AUDIT && !((u -= f->of[i]) < 0)) i++;
	bool ends = i == RETURN || i == LAPSE || i == DEFAULT || i == CLEAN || i == FOUND;
	if (i == AUDIT && h & SILENT) {
		uint64_t id = person(m, c) << 32 | (uint32_t)(m->key[p] << 8);
		ends = uniform(m->audit_luck, id) >= m->warning * m->conceal;
	}
	bool last = ends && !(m->held[c] & ~(1u << p)) && !m->pending[c];
	d->list[d->n++] = (decision){c, FATE, (uint8_t)p, (uint8_t)i, (uint8_t)(ends + last)};
	if (!last) refresh(m, c);
}

static void age(const market *m, decisions *d) {
	EACH(m, AGE, c) {
		uint32_t all = m->held[c];
		if (!all) continue;
		float u = (float)refine(m->account_fine, lane(m, c, LANE_ACCOUNTS), person(m, c));
		const uint32_t *account = accounts(m, c, all);
		for (uint32_t set = all; set; set &= set - 1, account++) {
			int p = __builtin_ctz(set);
			fates f = fates_of(m, c, p, *account, m->week);
			float all = sum(&f);
			if (u >= all) {
				u -= all;
				continue;
			}
			meet(m, d, c, p, *account, &f, u);
			break;
		}
	}
}

static void leave(const market *m, decisions *d) {
	EACH(m, LEAVE, c) {
		if (!m->here[c]) continue;
		if (!(m->held[c] | m->pending[c])) {
			decide(m, d, c, LEFT, 0);
			continue;
		}
		uint32_t l = lane(m, c, LANE_LEAVE);
		if (l > lane_of(m->bounds[c], LANE_LEAVE) || m->joined[c] == m->week) continue;
		if (refine(m->exit_fine, l, person(m, c)) < leaves(m, c, size(used(m, c))))
			decide(m, d, c, LEFT, 0);
	}
}

#define DECIDING {join, want, lose, ask, age, leave}

#endif
