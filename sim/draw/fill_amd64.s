//go:build amd64 && !counted

#include "go_asm.h"
#include "textflag.h"

// MIX makes z of where an id lies its draw, but for the last step, with t for work; and goes on to the next id.
#define MIX(z, t) \
	MOVQ  R13, z; \
	SHRQ  $30, z; \
	XORQ  R13, z; \
	ADDQ  R11, R13; \
	IMULQ R8, z; \
	XORQ  R10, z; \
	MOVQ  z, t; \
	SHRQ  $27, t; \
	XORQ  t, z; \
	IMULQ R9, z

// TWO draws for two ids, with the last step for both at once.
#define TWO(at) \
	MIX(AX, BX); \
	MIX(CX, DX); \
	MOVQ       AX, X1; \
	MOVQ       CX, X2; \
	PUNPCKLQDQ X2, X1; \
	MOVO       X1, X2; \
	PSRLQ      $31, X2; \
	PXOR       X2, X1; \
	MOVOU      X1, at(DI)

// func fillFours(into []uint64, z, k1 uint64) (done int)
TEXT ·fillFours(SB), NOSPLIT, $0-48
	MOVQ into_base+0(FP), DI
	MOVQ into_len+8(FP), SI
	MOVQ z+24(FP), R13
	MOVQ k1+32(FP), R10
	MOVQ $const_firstMix, R8
	MOVQ $const_secondMix, R9
	MOVQ $const_spread, R11
	ANDQ $-4, SI
	MOVQ SI, done+40(FP)
	LEAQ (DI)(SI*8), SI
	CMPQ DI, SI
	JEQ  end
next:
	TWO(0)
	TWO(16)
	ADDQ $32, DI
	CMPQ DI, SI
	JNE  next
end:
	RET
