// The week with the scan and the drift WIDE households at a time; it is compiled twice, for AVX2 and AVX-512. AVX2 has no
// multiplication of 64 bits, the compiler makes it of three of 32.
#include <immintrin.h>

#include "phases.h"

#if WIDE == 8
#define VARIANT avx512
#define TITLE "AVX-512"
#else
#define VARIANT avx2
#define TITLE "AVX2"
#endif

typedef uint64_t words __attribute__((vector_size(WIDE * 8)));
typedef uint64_t loose __attribute__((vector_size(WIDE * 8), aligned(8))); // anywhere in a column
typedef uint8_t small __attribute__((vector_size(WIDE), aligned(1)));

static inline words wide(const uint8_t *column) {
	small x;
	memcpy(&x, column, sizeof x);
	return __builtin_convertvector(x, words);
}

static inline words draw_words(stream s, words id) {
	words z = s.k0 + id * 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z ^= s.k1;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static inline words passing_words(words bits, words thresholds) {
	const uint64_t top = 0x8080808080808080u;
	words difference = (thresholds | top) - (bits & ~top);
	return ((thresholds & ~bits) | (difference & ~(thresholds ^ bits))) & top;
}

// members is the bits, one a household, of those where a lane passed.
static inline uint64_t members(words x, int lane) {
#if WIDE == 8
	return _mm512_test_epi64_mask((__m512i)x, _mm512_set1_epi64((int64_t)((uint64_t)128 << 8 * lane)));
#else
	return (uint64_t)_mm256_movemask_pd((__m256d)(x << (56 - 8 * lane)));
#endif
}

// scan is the sets of up to 64 households from the first on, by lane; the eighth is of those who are customers.
static inline void scan(const market *m, uint32_t first, uint32_t n, uint64_t set[8]) {
	static const words steps = {0, 1, 2, 3,
#if WIDE == 8
		4, 5, 6, 7
#endif
	};
	for (uint32_t i = 0; i < n; i += WIDE) {
		uint32_t c = first + i;
		words here = wide(m->here + c);
		words id = (steps + c) << 8 | wide(m->gen + c);
		words bounds = *(const loose *)(m->bounds + c) | m->vacant;
		words x = passing_words(draw_words(m->luck, id), bounds);
		for (int lane = 0; lane < 7; lane++) set[lane] |= members(x, lane) << i;
		set[7] |= members(here << 63, 7) << i;
	}
}

static inline void spread(market *m, uint32_t word, const uint64_t set[8]) {
	uint64_t here = set[7];
	m->marks[JOIN][word] = set[LANE_LEAVE] & ~here;
	m->marks[WANT][word] = (set[LANE_NEED] | set[LANE_STAGE] | set[LANE_HEAR]) & here;
	m->marks[LOSE][word] = set[LANE_LOSE] & here;
	m->marks[ASK][word] = set[LANE_ASK] & here;
	m->marks[AGE][word] = set[LANE_ACCOUNTS] & here;
	uint64_t leaving = set[LANE_LEAVE] & here;
	for (uint64_t left = set[LANE_ACCOUNTS] & here & ~leaving; left; left &= left - 1) {
		uint32_t c = word << 6 | (uint32_t)__builtin_ctzll(left);
		if (!m->held[c]) leaving |= left & -left; // who has nothing always passes that lane
	}
	m->marks[LEAVE][word] = leaving;
}

static void luck(market *m) {
	for (uint32_t first = 0; first < m->n; first += 64) {
		uint64_t set[8] = {0};
		uint32_t n = m->n - first < 64 ? m->n - first : 64;
		scan(m, first, n, set);
		if (n < 64) // columns are padded, so that what lies behind them may be read but does not count
			for (int i = 0; i < 8; i++) set[i] &= ((uint64_t)1 << n) - 1;
		spread(m, first >> 6, set);
	}
}

static void drift(market *m) {
	float goal = (float)m->goal, pull = (float)m->pull, calm = (float)m->calm;
	float keep = (float)(1 - m->forget), rest = (float)(1 - m->rest);
	float *restrict trust = m->trust, *restrict satisfaction = m->satisfaction;
	float *restrict relation = m->relation, *restrict fatigue = m->fatigue;
	for (uint32_t c = 0; c < m->n; c++) {
		trust[c] += pull * (goal - trust[c]);
		satisfaction[c] += calm * (0.5f - satisfaction[c]);
		relation[c] *= keep;
		fatigue[c] *= rest;
	}
}

const variant VARIANT = {TITLE, luck, DECIDING, drift, refresh, rethink};
