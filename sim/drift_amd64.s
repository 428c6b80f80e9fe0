#include "textflag.h"

// Four single-precision numbers at a time, with the instructions that every amd64 processor has: subtract, multiply and add
// round each of the four as the scalar instructions do.

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
	LEAQ  (DI)(CX*4), SI
	CMPQ  DI, SI
	JEQ   end
next:
	MOVUPS (DI), X2
	MOVAPS X0, X3
	SUBPS  X2, X3
	MULPS  X1, X3
	ADDPS  X3, X2
	MOVUPS X2, (DI)
	ADDQ   $16, DI
	CMPQ   DI, SI
	JNE    next
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
	LEAQ  (DI)(CX*4), SI
	CMPQ  DI, SI
	JEQ   end
next:
	MOVUPS (DI), X1
	MULPS  X0, X1
	MOVUPS X1, (DI)
	ADDQ   $16, DI
	CMPQ   DI, SI
	JNE    next
end:
	RET
