// Reads a market from the file that snapshot.go wrote: sections of a name in 24 bytes, a count and an element size of
// 8 bytes each, and the elements, padded to 64 bytes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "market.h"

enum { NAME = 24, HEADER = 64 };

static char *file;
static size_t length;

static void fail(const char *what, const char *name) {
	fprintf(stderr, "kernel: %s %s\n", what, name);
	exit(1);
}

static void read_all(const char *path) {
	FILE *f = fopen(path, "rb");
	if (!f) fail("cannot open", path);
	if (fseek(f, 0, SEEK_END)) fail("cannot seek in", path);
	length = (size_t)ftell(f);
	rewind(f);
	file = aligned_alloc(64, (length + 63) / 64 * 64);
	if (!file || fread(file, 1, length, f) != length) fail("cannot read", path);
	fclose(f);
}

// column is where the elements of a section begin; it must have so many of this size, any number where count is 0.
static void *column(const char *name, size_t size, size_t count) {
	for (size_t at = 0; at + HEADER <= length;) {
		uint64_t n, width;
		memcpy(&n, file + at + NAME, 8);
		memcpy(&width, file + at + NAME + 8, 8);
		if (!strncmp(file + at, name, NAME)) {
			if (width != size || (count && n != count)) fail("elements of another size or number in", name);
			return file + at + HEADER;
		}
		at += HEADER + (n * width + 63) / 64 * 64;
	}
	fail("no column", name);
	return NULL;
}

static double number(const char *name) { return *(double *)column(name, 8, 1); }

static stream luck(const char *name) { return *(stream *)column(name, 16, 1); }

static void load_households(market *m) {
	uint32_t n = m->n, words = (n + 63) / 64;
	m->gen = column("gen", 1, n), m->here = column("here", 1, n), m->segment = column("segment", 1, n);
	m->signs = column("signs", 1, n), m->joined = column("joined", 2, n);
	m->affinity = column("affinity", 4, n);
	m->trust = column("trust", 4, n), m->satisfaction = column("satisfaction", 4, n);
	m->relation = column("relation", 4, n), m->fatigue = column("fatigue", 4, n);
	m->need = column("need", 2, n), m->pending = column("pending", 2, n), m->held = column("held", 2, n);
	m->elsewhere = column("elsewhere", 2, n);
	m->first = column("first", 4, n), m->rows = column("rows", 4, 0), m->bounds = column("bounds", 8, n);
	const char *marks[MARKED] = {"marks.join", "marks.want", "marks.lose", "marks.ask", "marks.age", "marks.leave"};
	for (int i = 0; i < MARKED; i++) m->marks[i] = column(marks[i], 8, words);
}

static void load_streams(market *m) {
	m->luck = luck("luck"), m->join_fine = luck("join-fine"), m->need_fine = luck("need-fine");
	m->stage = luck("stage"), m->campaign = luck("campaign"), m->gone_fine = luck("gone-fine");
	m->service_fine = luck("service-fine"), m->account_fine = luck("account-fine");
	m->audit_luck = luck("audit-luck"), m->exit_fine = luck("exit-fine");
}

static void load_products(market *m) {
	uint32_t p = m->products;
	m->key = column("key", 4, p), m->movers = column("movers", 4, p);
	m->influence_from = column("influence-from", 4, p + 1), m->influence_held = column("influence-held", 4, 0);
	m->influence_factor = column("influence-factor", 4, 0), m->product_need = column("product-need", 4, p);
	m->requests = column("requests", 4, p), m->segment_need = column("segment-need", 4, 0);
	m->gift = column("gift", 8, p), m->cooling_off = column("cooling-off", 4, p), m->move = column("move", 8, 0);
	m->rate_return = column("return", 4, p), m->rate_lapse = column("lapse", 4, p);
	m->rate_dormancy = column("dormancy", 4, p), m->rate_default = column("default", 4, p);
}

static void load_mind(market *m) {
	m->joining = number("joining"), m->first_boost = number("first-boost"), m->first_weeks = number("first-weeks");
	m->need_affinity = number("need-affinity"), m->need_switch = number("need-switch"), m->promo_need = number("promo-need");
	m->reach = number("reach"), m->lines = number("lines");
	m->fade = number("fade"), m->compete = number("compete"), m->cancel = number("cancel"), m->loyal = number("loyal");
	m->demander = number("demander"), m->habit = number("habit"), m->reverser = number("reverser");
	m->audit = number("audit"), m->warning = number("warning"), m->conceal = number("conceal"), m->found = number("found");
	m->revive = number("revive"), m->clean = number("clean"), m->gap = number("gap");
	m->regret_return = number("regret-return"), m->regret_lapse = number("regret-lapse");
	m->regret_default = number("regret-default"), m->regret_unskilled = number("regret-unskilled");
	m->regret_pulled = number("regret-pulled");
	m->stay_affinity = number("stay-affinity"), m->stay_trust = number("stay-trust");
	m->stay_relation = number("stay-relation"), m->stay_unhappy = number("stay-unhappy");
	m->stay_products = number("stay-products"), m->stay_first = number("stay-first");
	m->stay_first_weeks = number("stay-first-weeks"), m->stay_empty = number("stay-empty");
	m->stay_cap = number("stay-cap"), m->exit = number("exit");
	m->goal = number("goal"), m->pull = number("pull"), m->calm = number("calm"), m->forget = number("forget");
	m->rest = number("rest");
}

market load(const char *path) {
	read_all(path);
	market m = {0};
	m.n = (uint32_t)number("households"), m.week = (int32_t)number("week"), m.products = (uint32_t)number("products");
	m.vacant = *(uint64_t *)column("vacant", 8, 1);
	m.new_bounds = calloc(m.n, 8), m.again = calloc(m.n, 8);
	if (!m.new_bounds || !m.again) fail("no memory for", path);
	load_households(&m);
	load_streams(&m);
	load_products(&m);
	load_mind(&m);
	return m;
}
