#include "textflag.h"

// TOGETHER makes one word of the four parts in AX, BX, CX and DX, in AX.
#define TOGETHER \
	SHLQ $16, BX; \
	SHLQ $32, CX; \
	SHLQ $48, DX; \
	ORQ  BX, AX; \
	ORQ  DX, CX; \
	ORQ  CX, AX

// func inhabited(here *[draw.Stretch]bool) uint64
TEXT ·inhabited(SB), NOSPLIT, $0-16
	MOVQ  here+0(FP), SI
	MOVOU (SI), X0
	MOVOU 16(SI), X1
	MOVOU 32(SI), X2
	MOVOU 48(SI), X3
	PSLLW $7, X0 // what is 1 becomes the highest bit of its byte
	PSLLW $7, X1
	PSLLW $7, X2
	PSLLW $7, X3
	PMOVMSKB X0, AX
	PMOVMSKB X1, BX
	PMOVMSKB X2, CX
	PMOVMSKB X3, DX
	TOGETHER
	MOVQ  AX, ret+8(FP)
	RET

// EMPTY says in r which of sixteen bytes in x are 0; X8 is 0.
#define EMPTY(x, r) \
	PCMPEQB  X8, x; \
	PMOVMSKB x, r

// func filledOnes(part *[64]uint8) uint64
TEXT ·filledOnes(SB), NOSPLIT, $0-16
	MOVQ  part+0(FP), SI
	PXOR  X8, X8
	MOVOU (SI), X0
	MOVOU 16(SI), X1
	MOVOU 32(SI), X2
	MOVOU 48(SI), X3
	EMPTY(X0, AX)
	EMPTY(X1, BX)
	EMPTY(X2, CX)
	EMPTY(X3, DX)
	TOGETHER
	NOTQ  AX
	MOVQ  AX, ret+8(FP)
	RET

// func filledTwos(part *[64]uint16) uint64
TEXT ·filledTwos(SB), NOSPLIT, $0-16
	MOVQ  part+0(FP), SI
	PXOR  X8, X8
	MOVOU (SI), X0
	MOVOU 16(SI), X4
	MOVOU 32(SI), X1
	MOVOU 48(SI), X5
	MOVOU 64(SI), X2
	MOVOU 80(SI), X6
	MOVOU 96(SI), X3
	MOVOU 112(SI), X7
	PACKSSWB X4, X0 // no number but 0 becomes 0
	PACKSSWB X5, X1
	PACKSSWB X6, X2
	PACKSSWB X7, X3
	EMPTY(X0, AX)
	EMPTY(X1, BX)
	EMPTY(X2, CX)
	EMPTY(X3, DX)
	TOGETHER
	NOTQ  AX
	MOVQ  AX, ret+8(FP)
	RET
