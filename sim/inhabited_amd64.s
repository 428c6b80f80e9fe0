#include "textflag.h"

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
	SHLQ  $16, BX
	SHLQ  $32, CX
	SHLQ  $48, DX
	ORQ   BX, AX
	ORQ   DX, CX
	ORQ   CX, AX
	MOVQ  AX, ret+8(FP)
	RET
