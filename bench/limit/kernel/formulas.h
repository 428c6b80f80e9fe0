// The formulas of the week: luck (sim/draw), exponentials (agents/num), hazards (agents/customer). Every product is
// rounded before it is added, as in Go: compile with -ffp-contract=off.
#ifndef FORMULAS_H
#define FORMULAS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "market.h"

// draw/lanes.go, draw/stream.go

static inline uint64_t draw_bits(stream s, uint64_t id) {
	uint64_t z = s.k0 + id * 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z ^= s.k1;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static inline double uniform(stream s, uint64_t id) { return ((double)(draw_bits(s, id) >> 12) + 0.5) * 0x1p-52; }

static inline uint64_t person(const market *m, uint32_t c) { return (uint32_t)(c << 8 | m->gen[c]); }

static inline uint64_t passing(uint64_t bits, uint64_t thresholds) {
	const uint64_t top = 0x8080808080808080u;
	uint64_t difference = (thresholds | top) - (bits & ~top);
	return ((thresholds & ~bits) | (difference & ~(thresholds ^ bits))) & top;
}

static inline bool passed(uint64_t passing, int lane) { return passing >> (8 * lane + 7) & 1; }

static inline uint32_t lane_of(uint64_t bits, int lane) { return (uint32_t)(bits >> 8 * lane) & 255; }

static inline bool candidate(uint32_t lane, float bound) { return (float)lane < bound * 256; }

static inline uint64_t threshold(float bound) {
	float x = bound * 256;
	if (!(x > 1)) return 0;
	if (x > 255) return 255;
	uint32_t last = (uint32_t)x;
	return (float)last == x ? last - 1 : last;
}

static inline double refine(stream s, uint32_t lane, uint64_t id) {
	uint64_t cell = (uint64_t)lane << 44 | draw_bits(s, id) >> 20;
	return ((double)cell + 0.5) * 0x1p-52;
}

// num/exp.go, num/fast.go

static inline double exp_reduced(double hi, double lo) {
	double r = hi - lo, t = r * r;
	double poly = -1.65339022054652515390e-06 + t * 4.13813679705723846039e-08;
	poly = 6.61375632143793436117e-05 + t * poly;
	poly = -2.77777777770155933842e-03 + t * poly;
	poly = 1.66666666666666657415e-01 + t * poly;
	double c = r - t * poly;
	return 1 - ((lo - (r * c) / (2 - c)) - hi);
}

// exponential is num.Exp for |x| < 700; farther out nothing in the week goes.
static inline double exponential(double x) {
	double k = floor(1.44269504088896338700e+00 * x + 0.5);
	uint64_t bits = (uint64_t)((int64_t)k + 1023) << 52;
	double power;
	memcpy(&power, &bits, 8);
	return exp_reduced(x - k * 6.93147180369123816490e-01, k * 1.90821492927058770002e-10) * power;
}

static inline float exponential32(float x) {
	x = x > 80 ? 80 : x;
	x = x < -80 ? -80 : x;
	float k = x * 1.44269504f + 12582912.0f - 12582912.0f;
	float r = x - k * 0.693359375f - k * -2.12194440e-4f;
	float p = 1.9875691500e-4f * r + 1.3981999507e-3f;
	p = p * r + 8.3334519073e-3f;
	p = p * r + 4.1665795894e-2f;
	p = p * r + 1.6666665459e-1f;
	p = p * r + 5.0000001201e-1f;
	p = (p * r) * r + r + 1;
	uint32_t bits = (uint32_t)((int32_t)k + 127) << 23;
	float power;
	memcpy(&power, &bits, 4);
	return p * power;
}

// customer/customer.go, customer/account.go, sim/aging.go

enum { DEMANDER = 1, REVERSER = 2, PROMO = 4, DECEIVED = 32, SLEEPS = 64 };
enum { ASLEEP = 1 << 1, SILENT = 1 << 2, UNNEEDED = 1 << 3, PULLED = 1 << 4, GAPPED = 1 << 6 };

static inline double early(double tenure, double first, double weeks) { return 1 + first * exponential(-tenure / weeks); }

static inline int size(uint32_t set) { return __builtin_popcount(set); }

static inline int opened(uint32_t holding) { return (int)(holding >> 8 & 4095) - 1040; }

static inline const uint32_t *accounts(const market *m, uint32_t c, uint32_t held) {
	return size(held) == 1 ? m->first + c : m->rows + m->first[c];
}

// flagged are the accounts of c with any of these flags; sign tells whether there can be any.
static inline uint32_t flagged(const market *m, uint32_t c, uint8_t sign, uint32_t flags) {
	if (!(m->signs[c] & sign)) return 0;
	uint32_t found = 0;
	const uint32_t *account = accounts(m, c, m->held[c]);
	for (uint32_t set = m->held[c]; set; set &= set - 1)
		if (*account++ & flags) found |= set & -set;
	return found;
}

static inline uint32_t silent(const market *m, uint32_t c) { return flagged(m, c, DECEIVED, SILENT); }

// used are the accounts in use that were asked for.
static inline uint32_t used(const market *m, uint32_t c) {
	return m->held[c] & ~flagged(m, c, DECEIVED | SLEEPS, SILENT | ASLEEP);
}

// Fates of an account, in the order in which luck picks among them.
enum { RETURN, LAPSE, SLEEP, DEFAULT, REVIVE, CLEAN, FOUND, AUDIT, FATES };

typedef struct { float of[FATES]; } fates;

static inline float sum(const fates *f) {
	float x = f->of[0];
	for (int i = 1; i < FATES; i++) x += f->of[i];
	return x;
}

static inline void in_use(const market *m, fates *f, uint32_t c, int p, uint32_t h, int age) {
	bool unneeded = h & UNNEEDED;
	float factor = 1 + (float)m->regret_unskilled * (h & GAPPED ? (float)m->gap : 0);
	if (h & PULLED) factor *= (float)m->regret_pulled;
	if (m->signs[c] & REVERSER) factor *= (float)m->reverser;
	f->of[SLEEP] = m->rate_dormancy[p];
	f->of[DEFAULT] = m->rate_default[p] * (unneeded ? (float)m->regret_default : 1) * factor;
	if (age < 1) return;
	if (age <= m->cooling_off[p]) {
		f->of[RETURN] = m->rate_return[p] * (unneeded ? (float)m->regret_return : 1) * factor;
	} else {
		f->of[LAPSE] = m->rate_lapse[p] * (unneeded ? (float)m->regret_lapse : 1) * factor;
	}
}

// fates_of the account in a week.
static inline fates fates_of(const market *m, uint32_t c, int p, uint32_t h, int week) {
	fates f = {{0}};
	int age = week - opened(h);
	if (age < 52) f.of[AUDIT] = (float)(m->audit / 52);
	if (h & SILENT) {
		f.of[FOUND] = (float)(m->found / 52);
	} else if (h & ASLEEP) {
		f.of[REVIVE] = (float)(m->revive / 52), f.of[CLEAN] = (float)(m->clean / 52);
	} else {
		in_use(m, &f, c, p, h, age);
	}
	return f;
}

// leaves is the chance that a customer leaves in a week.
static inline double leaves(const market *m, uint32_t c, int products) {
	double log = -(m->stay_affinity * (double)m->affinity[c]);
	log -= m->stay_trust * (double)(m->trust[c] - 0.5f);
	log -= m->stay_relation * (double)m->relation[c];
	log += m->stay_unhappy * (double)(0.5f - m->satisfaction[c]);
	log -= m->stay_products * (double)((products > 1 ? products : 1) - 1);
	double hazard = m->exit * exponential(log) * early(m->week - m->joined[c], m->stay_first, m->stay_first_weeks);
	if (!products) hazard *= m->stay_empty;
	return hazard < m->stay_cap ? hazard : m->stay_cap;
}

// most_leaves is an upper bound of leaves for who has the affinity of c.
static inline double most_leaves(const market *m, uint32_t c) {
	if (m->stay_products < 0) return m->stay_cap;
	double away = -m->stay_relation > 0 ? -m->stay_relation : 0, first = m->stay_first > 0 ? m->stay_first : 0;
	double log = -(m->stay_affinity * (double)m->affinity[c]) + fabs(m->stay_trust) / 2 + away + fabs(m->stay_unhappy) / 2;
	double hazard = m->exit * exponential(log) * (1 + first) * (m->stay_empty > 1 ? m->stay_empty : 1) * (1 + 1e-6);
	return hazard < m->stay_cap ? hazard : m->stay_cap;
}

#endif
