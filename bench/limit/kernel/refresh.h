// What hangs on a household's state and is brought up to date after a decision (sim/accounts.go, needs.go, due.go): the
// thresholds of the scan.
#ifndef REFRESH_H
#define REFRESH_H

#include "formulas.h"

static inline float follows(const market *m, int p, uint32_t held) {
	float factor = 1;
	if (!(m->movers[p] & held)) return factor;
	for (uint32_t i = m->influence_from[p]; i < m->influence_from[p + 1]; i++)
		factor *= held >> m->influence_held[i] & 1 ? m->influence_factor[i] : 1;
	return factor;
}

// need_rates is the summed rate of new needs; each product's rate goes to rates where it is not NULL.
static float need_rates(const market *m, uint32_t c, float *rates) {
	uint32_t here = m->held[c], all = (uint32_t)(((uint64_t)1 << m->products) - 1);
	float lift = exponential32((float)m->need_affinity * m->affinity[c]), sum = 0;
	const float *segment = m->segment_need + m->segment[c] * m->products;
	for (uint32_t set = all & ~m->need[c] & ~(here & ~silent(m, c)); set; set &= set - 1) {
		int p = __builtin_ctz(set);
		float rate = m->product_need[p] * segment[p] * lift * follows(m, p, here | m->elsewhere[c]);
		if (m->elsewhere[c] >> p & 1) rate *= (float)m->need_switch;
		if (m->gift[p] > 0 && m->signs[c] & PROMO) rate *= (float)m->promo_need;
		if (rates) rates[p] = rate;
		sum += rate;
	}
	return sum;
}

// most_needs is at least as much as need_rates, whatever needs are open.
static float most_needs(const market *m, uint32_t c) {
	const double doubt = 1e-12;
	uint32_t all = (uint32_t)(((uint64_t)1 << m->products) - 1), lacking = all & ~(m->held[c] & ~silent(m, c));
	const float *segment = m->segment_need + m->segment[c] * m->products;
	double rates[MAX_PRODUCTS], sum = 0, more[2] = {-1, m->need_switch - 1 + doubt};
	for (int p = 0; p < (int)m->products; p++) {
		rates[p] = (double)(m->product_need[p] * segment[p]) * (double)follows(m, p, m->held[c] | m->elsewhere[c]);
		sum += rates[p];
	}
	double most = sum * (1 + doubt);
	for (uint32_t set = (all & ~lacking) | m->elsewhere[c]; set; set &= set - 1) {
		int p = __builtin_ctz(set);
		most += rates[p] * more[lacking >> p & 1];
	}
	if (m->signs[c] & PROMO) most *= m->promo_need > 1 ? m->promo_need : 1;
	return (float)most * exponential32((float)m->need_affinity * m->affinity[c]) * 1.00001f;
}

// bound is an upper bound of the account's summed hazards from now on.
static inline float bound(const market *m, uint32_t c, int p, uint32_t h) {
	int first = m->week > opened(h) ? m->week : opened(h) + 1, last = opened(h) + m->cooling_off[p];
	fates now = fates_of(m, c, p, h, first);
	if (first > last) return sum(&now);
	fates after = fates_of(m, c, p, h, last + 1);
	float then = sum(&after) + now.of[AUDIT], sooner = sum(&now);
	return sooner > then ? sooner : then;
}

// asks is how often c asks for service about all products in use.
static inline float asks(const market *m, uint32_t c, float *times, float *more) {
	uint32_t about = used(m, c);
	float all = 0;
	*times = 1, *more = 0;
	if (m->signs[c] & DEMANDER) {
		float n = (float)size(about);
		*times = (float)m->demander, *more = (float)(m->habit / 52) * (n - 1) / n;
	}
	for (uint32_t set = about; set; set &= set - 1) all += *times * m->requests[__builtin_ctz(set)] + *more;
	return all;
}

#define LANE(which) ((uint64_t)255 << 8 * (which))

// thresholds_of_needs are those of the lanes that follow from needs, stage of life and what is held elsewhere.
static uint64_t thresholds_of_needs(const market *m, uint32_t c) {
	float gone = (float)(m->fade + m->compete) * (float)size(m->need[c]) + (float)m->cancel * (float)size(m->elsewhere[c]);
	return threshold(most_needs(m, c) * (float)(1 + m->first_boost)) << 8 * LANE_NEED |
		threshold(gone) << 8 * LANE_LOSE | threshold((float)m->move[m->segment[c]]) << 8 * LANE_STAGE;
}

static uint64_t thresholds(const market *m, uint32_t c) {
	uint32_t all = m->held[c];
	const uint32_t *account = accounts(m, c, all);
	float restless = all ? 0 : 1, times, more, asked = asks(m, c, &times, &more);
	for (uint32_t set = all; set; set &= set - 1) restless += bound(m, c, __builtin_ctz(set), *account++);
	return threshold(restless) << 8 * LANE_ACCOUNTS | threshold(asked < 1 ? asked : 1) << 8 * LANE_ASK |
		threshold((float)most_leaves(m, c)) << 8 * LANE_LEAVE | threshold((float)m->reach) << 8 * LANE_HEAR |
		thresholds_of_needs(m, c);
}

// remark compares the week's draw with the new thresholds, as is done after a change in mid-week.
static inline void remark(const market *m, uint32_t c) {
	m->again[c] = passing(draw_bits(m->luck, person(m, c)), m->new_bounds[c]);
}

// rethink is for a change of needs alone, refresh for any other.
static void rethink(const market *m, uint32_t c) {
	uint64_t mine = LANE(LANE_NEED) | LANE(LANE_LOSE) | LANE(LANE_STAGE);
	m->new_bounds[c] = (m->bounds[c] & ~mine) | thresholds_of_needs(m, c);
	remark(m, c);
}

static void refresh(const market *m, uint32_t c) {
	m->new_bounds[c] = thresholds(m, c);
	remark(m, c);
}

#endif
