// A market as it is written by snapshot.go: columns by name. Sets of products are 16-bit words, weeks are 16-bit.
#ifndef MARKET_H
#define MARKET_H

#include <stdint.h>

enum { MAX_PRODUCTS = 32 };

typedef struct { uint64_t k0, k1; } stream;

// Lanes of a household's draw, in the order of sim/week.go.
enum { LANE_NEED, LANE_LOSE, LANE_ACCOUNTS, LANE_ASK, LANE_LEAVE, LANE_STAGE, LANE_HEAR };

// Phases with marks, in the order of sim/due.go; LUCK and DRIFT have none.
enum { JOIN, WANT, LOSE, ASK, AGE, LEAVE, MARKED, LUCK = MARKED, DRIFT, PHASES, REFRESH = PHASES, RETHINK };

typedef struct {
	uint32_t n; // households
	int32_t week;

	const uint8_t *gen, *here, *segment, *signs; // the last: traits, and whether some account was not asked for or lies unused
	const int16_t *joined;
	const float *affinity;
	float *trust, *satisfaction, *relation, *fatigue;
	const uint16_t *need, *pending, *held, *elsewhere;
	const uint32_t *first, *rows; // holdings
	const uint64_t *bounds;
	uint64_t *marks[MARKED];
	uint64_t *new_bounds, *again; // what a refresh comes to, kept apart so that a week can be lived again

	stream luck, join_fine, need_fine, stage, campaign, gone_fine, service_fine, account_fine, audit_luck, exit_fine;

	uint32_t products;
	const uint32_t *key, *movers, *influence_from, *influence_held;
	const float *influence_factor, *product_need, *requests, *segment_need; // the last [segment * products + product]
	const double *gift;
	const int32_t *cooling_off;
	const float *rate_return, *rate_lapse, *rate_dormancy, *rate_default;
	const double *move; // by segment

	uint64_t vacant;
	double joining; // chance of a week
	double first_boost, first_weeks, need_affinity, need_switch, promo_need, reach, lines;
	double fade, compete, cancel, loyal;
	double demander, habit, reverser;
	double audit, warning, conceal, found, revive, clean, gap;
	double regret_return, regret_lapse, regret_default, regret_unskilled, regret_pulled;
	double stay_affinity, stay_trust, stay_relation, stay_unhappy, stay_products, stay_first, stay_first_weeks, stay_empty,
		stay_cap, exit;
	double goal, pull, calm, forget, rest;
} market;

// load reads a market from a file, or ends the program with a sentence.
market load(const char *path);

#endif
