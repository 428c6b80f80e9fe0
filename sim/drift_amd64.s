#include "textflag.h"

// Four single-precision numbers at a time, with the instructions that every amd64 processor has: subtract, multiply and add
// round each of the four as the scalar instructions do.

// APPROACH moves four moods, with x and y for work.
#define APPROACH(at, x, y) \
	MOVUPS at(DI), x; \
	MOVAPS X0, y; \
	SUBPS  x, y; \
	MULPS  X1, y; \
	ADDPS  y, x; \
	MOVUPS x, at(DI)

// FADE moves four moods, with x for work.
#define FADE(at, x) \
	MOVUPS at(DI), x; \
	MULPS  X0, x; \
	MOVUPS x, at(DI)

// func approachFours(moods []float32, goal, share float32) (done int)
TEXT ·approachFours(SB), NOSPLIT, $0-40
	MOVQ  moods_base+0(FP), DI
	MOVQ  moods_len+8(FP), CX
	MOVSS goal+24(FP), X0
	MOVSS share+28(FP), X1
	SHUFPS $0, X0, X0
	SHUFPS $0, X1, X1
	ANDQ  $-4, CX
	MOVQ  CX, done+32(FP)
	JMP   sixteens
sixteen:
	APPROACH(0, X2, X3)
	APPROACH(16, X4, X5)
	APPROACH(32, X6, X7)
	APPROACH(48, X8, X9)
	ADDQ  $64, DI
sixteens:
	SUBQ  $16, CX
	JGE   sixteen
	ADDQ  $16, CX
	JEQ   end
four:
	APPROACH(0, X2, X3)
	ADDQ  $16, DI
	SUBQ  $4, CX
	JNE   four
end:
	RET

// func fadeFours(moods []float32, keep float32) (done int)
TEXT ·fadeFours(SB), NOSPLIT, $0-40
	MOVQ  moods_base+0(FP), DI
	MOVQ  moods_len+8(FP), CX
	MOVSS keep+24(FP), X0
	SHUFPS $0, X0, X0
	ANDQ  $-4, CX
	MOVQ  CX, done+32(FP)
	JMP   sixteens
sixteen:
	FADE(0, X1)
	FADE(16, X2)
	FADE(32, X3)
	FADE(48, X4)
	ADDQ  $64, DI
sixteens:
	SUBQ  $16, CX
	JGE   sixteen
	ADDQ  $16, CX
	JEQ   end
four:
	FADE(0, X1)
	ADDQ  $16, DI
	SUBQ  $4, CX
	JNE   four
end:
	RET
