// kernel variants                       prints the variants that this processor can run.
// kernel FILE check VARIANT PHASE OUT   lives one phase of the market in FILE and writes what came of it to OUT.
// kernel FILE time REPETITIONS          prints variant, phase and nanoseconds of CPU of the median repetition.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "variant.h"

enum { MOST = 4096, OTHERS = 2 << 20 }; // repetitions; bytes that the rest of a week goes through

static const char *const phase_names[PHASES + 2] = {"join", "want", "lose", "ask", "age", "leave", "luck", "drift", "refresh", "rethink"};
static const variant *known[3];
static int variants;

static void find_variants(void) {
	known[variants++] = &scalar;
	if (__builtin_cpu_supports("avx2")) known[variants++] = &avx2;
	if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) known[variants++] = &avx512;
}

static void fail(const char *what) {
	fprintf(stderr, "kernel: %s\n", what);
	exit(1);
}

static void live(const variant *v, market *m, int phase, decisions *d) {
	d->n = 0;
	if (phase == LUCK) v->luck(m);
	else if (phase == DRIFT) v->drift(m);
	else if (phase >= PHASES) for (uint32_t c = 0; c < m->n; c++) (phase == REFRESH ? v->refresh : v->rethink)(m, c);
	else v->decide[phase](m, d);
}

static void put(FILE *out, const void *what, size_t bytes) {
	if (fwrite(what, 1, bytes, out) != bytes) fail("cannot write what came of it");
}

static void write_out(const market *m, int phase, const decisions *d, const char *path) {
	FILE *out = fopen(path, "wb");
	if (!out) fail("cannot write what came of it");
	if (phase == LUCK) {
		for (int i = 0; i < MARKED; i++) put(out, m->marks[i], (m->n + 63) / 64 * 8);
	} else if (phase == DRIFT) {
		const float *moods[] = {m->trust, m->satisfaction, m->relation, m->fatigue};
		for (int i = 0; i < 4; i++) put(out, moods[i], m->n * 4);
	} else if (phase >= PHASES) {
		put(out, m->new_bounds, m->n * 8);
	} else {
		put(out, d->list, d->n * sizeof *d->list);
	}
	if (fclose(out)) fail("cannot write what came of it");
}

static void check(market *m, decisions *d, char **words) {
	for (int v = 0; v < variants; v++)
		for (int phase = 0; phase <= RETHINK; phase++)
			if (!strcmp(known[v]->name, words[0]) && !strcmp(phase_names[phase], words[1])) {
				live(known[v], m, phase, d);
				write_out(m, phase, d, words[2]);
				return;
			}
	fail("no such variant or phase");
}

static double cpu(void) {
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int by_size(const void *a, const void *b) {
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

// others goes through as many bytes as sellers do in a week, so that columns come from where they lie in a whole week.
static void others(volatile uint8_t *room) {
	for (int i = 0; i < OTHERS; i += 64) room[i]++;
}

static const int order[PHASES] = {LUCK, JOIN, WANT, LOSE, ASK, AGE, LEAVE, DRIFT};

static void measure(market *m, decisions *d, int repetitions) {
	static double took[3][PHASES][MOST];
	uint8_t *room = calloc(OTHERS, 1);
	float *moods[] = {m->trust, m->satisfaction, m->relation, m->fatigue}, *kept = malloc(m->n * 16);
	if (!room || !kept) fail("no memory");
	for (int i = 0; i < 4; i++) memcpy(kept + i * m->n, moods[i], m->n * 4);
	for (int r = 0; r < repetitions; r++)
		for (int v = 0; v < variants; v++) {
			m->luck.k0 += 0x9e3779b97f4a7c15u; // another week's luck, so that no branch is known by heart
			others(room);
			for (int i = 0; i < PHASES; i++) {
				double start = cpu();
				live(known[v], m, order[i], d);
				took[v][order[i]][r] = cpu() - start;
			}
			for (int k = 0; k < 4; k++) memcpy(moods[k], kept + k * m->n, m->n * 4);
		}
	for (int v = 0; v < variants; v++)
		for (int i = 0; i < PHASES; i++) {
			qsort(took[v][i], (size_t)repetitions, sizeof(double), by_size);
			printf("%s %s %.0f\n", known[v]->name, phase_names[i], took[v][i][repetitions / 2]);
		}
}

int main(int n, char **words) {
	find_variants();
	if (n == 2 && !strcmp(words[1], "variants")) {
		for (int v = 0; v < variants; v++) puts(known[v]->name);
		return 0;
	}
	if (n < 4) fail("usage: kernel variants, kernel FILE check VARIANT PHASE OUT, or kernel FILE time REPETITIONS");
	market m = load(words[1]);
	decisions d = {malloc((size_t)m.n * 3 * sizeof(decision)), 0};
	if (!d.list) fail("no memory");
	if (!strcmp(words[2], "time")) {
		int repetitions = atoi(words[3]);
		measure(&m, &d, repetitions < 1 ? 1 : repetitions > MOST ? MOST : repetitions);
	} else if (n == 6) {
		check(&m, &d, words + 3);
	} else {
		fail("usage: kernel FILE check VARIANT PHASE OUT");
	}
	return 0;
}
