// What the phases decide, and the week compiled in several ways.
#ifndef VARIANT_H
#define VARIANT_H

#include "market.h"

// What is decided of a household.
enum { NEEDED, JOINED, NEW_STAGE, HEARS, FADED, COMPETED, CANCELLED, ASKED, FATE, LEFT };

// After a fate: the account stays, it ends, or its customer leaves with it.
enum { STAYS, ENDS, GOES };

typedef struct { uint32_t who; uint8_t what, product, fate, after; } decision;

typedef struct { decision *list; uint32_t n; } decisions;

typedef struct {
	const char *name;
	void (*luck)(market *);
	void (*decide[MARKED])(const market *, decisions *);
	void (*drift)(market *);
	void (*refresh)(const market *, uint32_t), (*rethink)(const market *, uint32_t);
} variant;

extern const variant scalar, avx2, avx512;

#endif
