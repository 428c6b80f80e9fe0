#include "go_asm.h"
#include "textflag.h"

// Four states or eight places at a time, with the instructions that every processor called amd64 has.

// SPREAD puts a constant into all four numbers of a register.
#define SPREAD(value, x) \
	MOVL   $value, AX; \
	MOVL   AX, x; \
	PSHUFL $0, x, x

// FOUR states move with their luck in l. PMADDWD multiplies 16 bits by 16 and adds the two products of each number: the upper
// half of a state by the pull, and one half of luck by the cell.
#define FOUR(state, l, pull, cell) \
	MOVOU   state, X0; \
	MOVO    X0, X1; \
	PMADDWL pull, X1; \
	PMADDWL cell, l; \
	PADDL   X1, X0; \
	PADDL   l, X0; \
	MOVOU   X0, state

// func driftAll(need, trust *States, shocks []uint64)
TEXT ·driftAll(SB), NOSPLIT, $0-40
	MOVQ need+0(FP), DI
	MOVQ trust+8(FP), SI
	MOVQ shocks_base+16(FP), BX
	MOVQ shocks_len+24(FP), CX
	SPREAD(const_needPullUpper, X8)
	SPREAD(const_needCellLower, X9)
	SPREAD(const_trustPullUpper, X10)
	SPREAD(const_trustCellUpper, X11)
	LEAQ (BX)(CX*8), CX
	CMPQ BX, CX
	JEQ  end
next:
	MOVOU (BX), X2
	MOVO  X2, X3
	FOUR((DI), X2, X8, X9)
	FOUR((SI), X3, X10, X11)
	ADDQ $16, DI
	ADDQ $16, SI
	ADDQ $16, BX
	CMPQ BX, CX
	JNE  next
end:
	RET

// LIST writes the places of the bits of mask, eight places from those in X5 on, to R11: all there can be, but only those that
// there are are counted. Tables of bytes tell which and how many; R12 and R13 point there, X7 is 0.
#define LIST(mask) \
	MOVQ      (R12)(mask*8), X1; \
	PUNPCKLBW X7, X1; \
	PADDW     X5, X1; \
	MOVOU     X1, (R11); \
	MOVBLZX   (R13)(mask*1), mask; \
	LEAQ      (R11)(mask*2), R11

// TABLES of LIST, and X6 = 8 in all words.
#define TABLES \
	LEAQ ·bitsOf(SB), R12; \
	LEAQ ·countOf(SB), R13; \
	PXOR X7, X7; \
	SPREAD(0x00080008, X6)

// func listAll(lanes []uint64, last uint8, who *[room]uint16) (n int)
TEXT ·listAll(SB), NOSPLIT, $0-48
	MOVQ    lanes_base+0(FP), SI
	MOVQ    lanes_len+8(FP), CX
	MOVBLZX last+24(FP), AX
	MOVQ    who+32(FP), R11
	MOVL    $0x01010101, BX
	IMULL   BX, AX
	MOVL    AX, X4
	PSHUFL  $0, X4, X4
	PXOR    X5, X5
	TABLES
	LEAQ (SI)(CX*8), CX
	CMPQ SI, CX
	JEQ  end
next:
	MOVOU    (SI), X0
	MOVO     X0, X1
	PMINUB   X4, X1
	PCMPEQB  X0, X1
	PMOVMSKB X1, AX
	MOVBLZX  AL, BX
	SHRL     $8, AX
	LIST(BX)
	PADDW X6, X5
	LIST(AX)
	PADDW X6, X5
	ADDQ  $16, SI
	CMPQ  SI, CX
	JNE   next
end:
	SUBQ who+32(FP), R11
	SHRQ $1, R11
	MOVQ R11, n+40(FP)
	RET

// REFUSED takes from the trust of four customers what a no takes, and keeps what it was.
#define REFUSED(at) \
	MOVOU   at(DI), X0; \
	MOVOU   X0, at(R8); \
	MOVO    X0, X1; \
	PSRAL   $2, X1; \
	PMADDWL X9, X1; \
	PADDL   X10, X0; \
	PADDL   X1, X0; \
	MOVOU   X0, at(DI)

// PACK puts half the upper halves of eight states into eight words of x.
#define PACK(at, from, x) \
	MOVOU    at(from), x; \
	MOVOU    (at+16)(from), X1; \
	PSRAL    $17, x; \
	PSRAL    $17, X1; \
	PACKSSLW X1, x

// LEAST looks up what appeal a lane asks for, of the i-th of eight.
#define LEAST(i, lane) \
	MOVBLZX lane(R10), AX; \
	PINSRW  $i, (R14)(AX*2), X3

// MAY says in AX, a bit each, who of eight may say yes: place is theirs, from the first on.
#define MAY(place) \
	PACK(4*place, SI, X0) \
	PACK(4*place, DI, X2); \
	PADDSW    X2, X0; \
	PADDSW    X11, X0; \
	MOVQ      place(R9), X2; \
	PUNPCKLBW X7, X2; \
	PMULLW    X12, X2; \
	PADDSW    X2, X0; \
	LEAST(0, place); \
	LEAST(1, (place+1)); \
	LEAST(2, (place+2)); \
	LEAST(3, (place+3)); \
	LEAST(4, (place+4)); \
	LEAST(5, (place+5)); \
	LEAST(6, (place+6)); \
	LEAST(7, (place+7)); \
	PCMPGTW  X0, X3; \
	PACKSSWB X3, X3; \
	PMOVMSKB X3, AX; \
	XORL     $0xffff, AX; \
	MOVBLZX  AL, AX

// func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (n int)
TEXT ·offerAll(SB), NOSPLIT, $0-64
	MOVQ    m+0(FP), AX
	MOVLQZX first+24(FP), BX
	LEAQ    Market_Need(AX)(BX*4), SI
	LEAQ    Market_Trust(AX)(BX*4), DI
	LEAQ    Market_Open(AX)(BX*1), R9
	MOVQ    before+8(FP), R8
	LEAQ    (R8)(BX*4), R8
	MOVQ    luck+16(FP), R10
	LEAQ    ·least16(SB), R14
	MOVQ    who_base+32(FP), R11
	MOVL    BX, X5 // of the first place
	PSHUFLW $0, X5, X5
	PSHUFL  $0, X5, X5
	MOVWLZX able+28(FP), AX
	MOVL    AX, X11
	PSHUFLW $0, X11, X11
	PSHUFL  $0, X11, X11
	SPREAD(const_openTwice, X12)
	SPREAD(const_annoyUpper, X9)
	SPREAD(const_annoyNone, X10)
	TABLES
	MAY(0)
	LIST(AX)
	PADDW X6, X5
	MAY(8)
	LIST(AX)
	PADDW X6, X5
	MAY(16)
	ANDL $0x0f, AX // of the last four there is none
	LIST(AX)
	REFUSED(0)
	REFUSED(16)
	REFUSED(32)
	REFUSED(48)
	REFUSED(64)
	SUBQ who_base+32(FP), R11
	SHRQ $1, R11
	MOVQ R11, n+56(FP)
	RET
