//go:build amd64 && !counted

#include "go_asm.h"
#include "textflag.h"

// Two draws at a time, seats j and j+8 of sixteen, in one register of sixteen lanes. All processors that are called amd64 have
// these instructions.
//
// A lane is at most its threshold if it is the smaller of the two; a byte then is -1, else 0. Taken from twice what the byte had
// before, it becomes the lowest bit. So from seat 7 down to seat 0, eight bits come together in every byte: seat j is bit j.

// MIX makes z of a seat's generation its draw, but for the last step: z is the register, at where the seat lies, t is for work.
#define MIX(generation, at, z, t) \
	MOVBLZX generation, z; \
	IMULQ   R11, z; \
	ADDQ    at, z; \
	MOVQ    z, t; \
	SHRQ    $30, t; \
	XORQ    t, z; \
	IMULQ   R8, z; \
	XORQ    R10, z; \
	MOVQ    z, t; \
	SHRQ    $27, t; \
	XORQ    t, z; \
	IMULQ   R9, z

// BOTH draws for seats j and j+8 and puts what passes into X0.
#define BOTH(j) \
	MIX(j(SI), R13, AX, BX); \
	MIX((j+8)(SI), R15, CX, DX); \
	MOVQ       AX, X1; \
	MOVQ       CX, X2; \
	PUNPCKLQDQ X2, X1; \
	MOVO       X1, X2; \
	PSRLQ      $31, X2; \
	PXOR       X2, X1; \
	MOVQ       (8*j)(DI), X3; \
	MOVHPS     (8*j+64)(DI), X3; \
	POR        X4, X3; \
	PMINUB     X1, X3; \
	PCMPEQB    X1, X3; \
	PADDB      X0, X0; \
	PSUBB      X3, X0; \
	SUBQ       R12, R13; \
	SUBQ       R12, R15

// func scan(z, k1 uint64, generations *[Stretch]uint8, thresholds *[Stretch]uint64, all uint64, passing *[8]uint64)
TEXT ·scan(SB), NOSPLIT, $0-48
	MOVQ z+0(FP), R13
	MOVQ k1+8(FP), R10
	MOVQ generations+16(FP), SI
	MOVQ thresholds+24(FP), DI
	MOVQ all+32(FP), X4
	PUNPCKLQDQ X4, X4
	MOVQ $const_firstMix, R8
	MOVQ $const_secondMix, R9
	MOVQ $const_spread, R11
	MOVQ $const_spreadSeat, R12
	SUBQ R12, R13
	LEAQ (R13)(R12*8), R13 // seat 7
	MOVQ passing+40(FP), R14
sixteen:
	LEAQ (R13)(R12*8), R15
	PXOR X0, X0
	BOTH(7)
	BOTH(6)
	BOTH(5)
	BOTH(4)
	BOTH(3)
	BOTH(2)
	BOTH(1)
	BOTH(0)
	MOVOU X0, (R14)
	LEAQ (R12)(R12*2), AX
	LEAQ (R13)(AX*8), R13 // seat 7 of the next sixteen
	ADDQ $16, SI
	ADDQ $128, DI
	ADDQ $16, R14
	MOVQ passing+40(FP), AX
	ADDQ $64, AX
	CMPQ R14, AX
	JNE  sixteen

	// So far a byte has one lane of eight seats, lane by lane for one eight after the other. What follows puts all of a lane
	// together.
	MOVQ      -64(R14), X0
	MOVQ      -56(R14), X1
	MOVQ      -48(R14), X2
	MOVQ      -40(R14), X3
	MOVQ      -32(R14), X4
	MOVQ      -24(R14), X5
	MOVQ      -16(R14), X6
	MOVQ      -8(R14), X7
	PUNPCKLBW X1, X0
	PUNPCKLBW X3, X2
	PUNPCKLBW X5, X4
	PUNPCKLBW X7, X6
	MOVO      X0, X1
	MOVO      X4, X5
	PUNPCKLWL X2, X0 // lanes 0 to 3 of the first 32
	PUNPCKHWL X2, X1 // lanes 4 to 7
	PUNPCKLWL X6, X4
	PUNPCKHWL X6, X5
	MOVO      X0, X2
	MOVO      X1, X3
	PUNPCKLLQ X4, X0
	PUNPCKHLQ X4, X2
	PUNPCKLLQ X5, X1
	PUNPCKHLQ X5, X3
	MOVOU     X0, -64(R14)
	MOVOU     X2, -48(R14)
	MOVOU     X1, -32(R14)
	MOVOU     X3, -16(R14)
	RET
