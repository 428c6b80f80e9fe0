#include "go_asm.h"
#include "textflag.h"

// Four states or eight places at a time, with the instructions that every processor called amd64 has.

// SPREAD puts a constant into all four numbers of a register.
#define SPREAD(value, x) \
	MOVL   $value, AX; \
	MOVL   AX, x; \
	PSHUFL $0, x, x

// CONSTANTS of MIX.
#define CONSTANTS \
	MOVQ $const_firstMix, R8; \
	MOVQ $const_secondMix, R9

// MIX makes z the bits of the id that lies at at under the second key, but for the last step, see draw.Stream.BitsAt; t is for
// work, and may be at. It asks for CONSTANTS.
#define MIX(at, z, t, key) \
	MOVQ  at, z; \
	SHRQ  $30, z; \
	XORQ  at, z; \
	IMULQ R8, z; \
	XORQ  key, z; \
	MOVQ  z, t; \
	SHRQ  $27, t; \
	XORQ  t, z; \
	IMULQ R9, z

// TWO makes x the bits of the next two ids; R13 is where the first lies, R10 the second key, R11 the way to the next, y for work.
#define TWO(x, y) \
	MIX(R13, AX, BX, R10); \
	ADDQ       R11, R13; \
	MIX(R13, CX, DX, R10); \
	ADDQ       R11, R13; \
	MOVQ       AX, x; \
	MOVQ       CX, y; \
	PUNPCKLQDQ y, x; \
	MOVO       x, y; \
	PSRLQ      $31, y; \
	PXOR       y, x

// func fillFours(into []uint64, z, k1 uint64) (done int)
TEXT ·fillFours(SB), NOSPLIT, $0-48
	MOVQ into_base+0(FP), DI
	MOVQ into_len+8(FP), SI
	MOVQ z+24(FP), R13
	MOVQ k1+32(FP), R10
	CONSTANTS
	MOVQ $const_spread, R11
	ANDQ $-4, SI
	MOVQ SI, done+40(FP)
	LEAQ (DI)(SI*8), SI
	CMPQ DI, SI
	JEQ  end
next:
	TWO(X1, X2)
	MOVOU X1, (DI)
	TWO(X1, X2)
	MOVOU X1, 16(DI)
	ADDQ  $32, DI
	CMPQ  DI, SI
	JNE   next
end:
	RET

// MOVE lets four states drift with their luck. PMADDWL multiplies 16 bits by 16 and adds the two products of each number: the
// upper half of a state times the pull, and one half of luck times the cell.
#define MOVE(state, luck, pull, cell) \
	MOVOU   state, X0; \
	MOVO    X0, X1; \
	PMADDWL pull, X1; \
	PMADDWL cell, luck; \
	PADDL   X1, X0; \
	PADDL   luck, X0; \
	MOVOU   X0, state

// FOUR draws for two pairs of neighbours and moves them.
#define FOUR(at) \
	TWO(X2, X3); \
	MOVO X2, X3; \
	MOVE(at(DI), X2, X8, X9); \
	MOVE(at(SI), X3, X10, X11)

// func driftAll(need, trust *States, fours int, luck draw.Stream)
TEXT ·driftAll(SB), NOSPLIT, $0-40
	MOVQ need+0(FP), DI
	MOVQ trust+8(FP), SI
	MOVQ fours+16(FP), R12
	MOVQ luck_K0+24(FP), R13
	MOVQ luck_K1+32(FP), R10
	SPREAD(const_needPullUpper, X8)
	SPREAD(const_needCellLower, X9)
	SPREAD(const_trustPullUpper, X10)
	SPREAD(const_trustCellUpper, X11)
	CONSTANTS
	MOVQ  $const_spread, R11
	TESTQ $1, R12
	JEQ   eights
	FOUR(0)
	ADDQ $16, DI
	ADDQ $16, SI
eights:
	SHRQ $1, R12
	JEQ  end
next:
	FOUR(0)
	FOUR(16)
	ADDQ $32, DI
	ADDQ $32, SI
	DECQ R12
	JNE  next
end:
	RET

// LIST writes the places of the bits of mask, eight places from those in X5 on, to R11: all there can be, but only those that
// there are are counted. Tables by byte tell which and how many; R12 and R13 point there, X7 is 0.
#define LIST(mask) \
	MOVQ      (R12)(mask*8), X1; \
	PUNPCKLBW X7, X1; \
	PADDW     X5, X1; \
	MOVOU     X1, (R11); \
	MOVBLZX   (R13)(mask*1), mask; \
	LEAQ      (R11)(mask*2), R11; \
	PADDW     X6, X5

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
	IMULL   $0x01010101, AX
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
	LIST(AX)
	ADDQ $16, SI
	CMPQ SI, CX
	JNE  next
end:
	SUBQ who+32(FP), R11
	SHRQ $1, R11
	MOVQ R11, n+40(FP)
	RET

// func sortAll(who []uint16, m *Market, lanes *[seats/perDraw]uint64, luck draw.Stream, x *lists)
TEXT ·sortAll(SB), NOSPLIT, $0-64
	MOVQ  who_base+0(FP), SI
	MOVQ  m+24(FP), DI
	ADDQ  $Market_Gen, DI
	MOVQ  lanes+32(FP), DX
	MOVQ  x+56(FP), R15
	MOVQ  lists_ends(R15), R14
	ADDQ  $lists_met, R15
	LEAQ  ·endAt(SB), R12
	CONSTANTS
	MOVQ  $const_spread, R11
	MOVQ  who_len+8(FP), AX
	LEAQ  (SI)(AX*2), AX
	MOVQ  AX, who_len+8(FP) // from here on where they end
	JMP   more
next:
	MOVWLZX (SI), AX
	MOVBLZX (DI)(AX*1), R13
	MOVBLZX (DX)(AX*1), R10
	SHLQ    $8, AX
	ORQ     AX, R13
	IMULQ   R11, R13
	ADDQ    luck_K0+40(FP), R13
	MIX(R13, BX, R13, luck_K1+48(FP))
	MOVQ    BX, R13
	SHRQ    $31, R13
	XORQ    R13, BX
	MOVBLZX (R12)(R10*1), CX // where in R14 stands the end of the list
	ORQ     R10, AX
	MOVQ    R14, R10
	SHRQ    CX, R10
	ANDL    $const_endMask, R10
	MOVL    $const_candidateSize, R13
	SHLQ    CX, R13
	ADDQ    R13, R14
	MOVQ    AX, (R15)(R10*1)
	MOVQ    BX, 8(R15)(R10*1)
	ADDQ    $2, SI
more:
	CMPQ SI, who_len+8(FP)
	JNE  next
	MOVQ x+56(FP), R15
	MOVQ R14, lists_ends(R15)
	RET

// PACK puts eight states into eight words of x, in units of 2^unit16.
#define PACK(from, x) \
	MOVOU    from, x; \
	MOVOU    16+from, X1; \
	PSRAL    $const_unit16, x; \
	PSRAL    $const_unit16, X1; \
	PACKSSLW X1, x

// ASKED looks up what appeal two lanes ask for, for a yes that may be and for one that is sure.
#define ASKED(lane, x, y) \
	MOVBLZX   lane(R10), AX; \
	MOVBLZX   1+lane(R10), BX; \
	MOVL      (R14)(AX*4), x; \
	MOVL      (R14)(BX*4), y; \
	PUNPCKLWL y, x

// WEIGH compares the appeal of offers to eight with what their lanes ask for: X4 becomes -1 where a yes is sure, X3 where it is
// excluded.
#define WEIGH(place) \
	PACK(4*place(SI), X0); \
	PACK(4*place(DI), X2); \
	PADDSW     X2, X0; \
	PADDSW     X11, X0; \
	MOVQ       place(R9), X2; \
	PUNPCKLBW  X7, X2; \
	PMULLW     X12, X2; \
	PADDSW     X2, X0; \
	ASKED(place, X3, X1); \
	ASKED(2+place, X2, X1); \
	PUNPCKLLQ  X2, X3; \
	ASKED(4+place, X4, X1); \
	ASKED(6+place, X2, X1); \
	PUNPCKLLQ  X2, X4; \
	MOVO       X3, X2; \
	PUNPCKLQDQ X4, X3; \
	PUNPCKHQDQ X4, X2; \
	PCMPGTW    X0, X3; \
	PCMPGTW    X2, X0; \
	MOVO       X0, X4

// CLOSE makes no open need of those with a sure yes, counts them, and lists those for whom nothing is sure yet.
#define CLOSE(place) \
	MOVO     X4, X0; \
	PACKSSWB X0, X0; \
	PMOVMSKB X0, AX; \
	MOVBLZX  AL, AX; \
	MOVQ     place(R9), X2; \
	PANDN    X2, X0; \
	MOVQ     X0, place(R9); \
	POR      X4, X3; \
	PACKSSWB X3, X3; \
	PMOVMSKB X3, BX; \
	MOVBLZX  BL, BX; \
	XORL     $0xff, BX; \
	MOVBLZX  (R13)(AX*1), AX; \
	ADDQ     AX, CX; \
	LIST(BX)

// ANSWER moves the trust of four by their answers, where sure is -1 for yes and 0 for no, and keeps what it was.
#define ANSWER(at, sure) \
	MOVOU   at(DI), X0; \
	MOVOU   X0, at(R8); \
	MOVO    sure, X1; \
	PAND    X14, sure; \
	PAND    X13, X1; \
	PXOR    X10, sure; \
	PXOR    X9, X1; \
	MOVO    X0, X2; \
	PSRAL   $2, X2; \
	PMADDWL X2, X1; \
	PADDL   sure, X0; \
	PADDL   X1, X0; \
	MOVOU   X0, at(DI)

// EIGHT offers.
#define EIGHT(place) \
	WEIGH(place); \
	CLOSE(place); \
	MOVO      X4, X3; \
	PUNPCKLWL X4, X4; \
	PUNPCKHWL X3, X3; \
	ANSWER(4*place, X4); \
	ANSWER(4*place+16, X3)

// func offerAll(m *Market, before *States, luck *[perBook]uint64, first uint32, able int16, who []uint16) (sold, open int)
TEXT ·offerAll(SB), NOSPLIT, $0-72
	MOVQ    m+0(FP), AX
	MOVLQZX first+24(FP), BX
	LEAQ    Market_Need(AX)(BX*4), SI
	LEAQ    Market_Trust(AX)(BX*4), DI
	LEAQ    Market_Open(AX)(BX*1), R9
	MOVQ    before+8(FP), R8
	LEAQ    (R8)(BX*4), R8
	MOVQ    luck+16(FP), R10
	LEAQ    ·asks16(SB), R14
	MOVQ    who_base+32(FP), R11
	MOVL    BX, X5 // the first place
	PSHUFLW $0, X5, X5
	PSHUFL  $0, X5, X5
	MOVWLZX able+28(FP), AX
	MOVL    AX, X11
	PSHUFLW $0, X11, X11
	PSHUFL  $0, X11, X11
	SPREAD(const_openTwice, X12)
	SPREAD(const_noUpper, X9)
	SPREAD(const_noAll, X10)
	SPREAD(const_yesOrNoUpper, X13)
	SPREAD(const_yesOrNoAll, X14)
	TABLES
	XORL CX, CX
	EIGHT(0)
	EIGHT(8)
	WEIGH(16)
	PCMPEQL  X0, X0 // of the last eight there are four
	PSLLO    $8, X0
	POR      X0, X3
	PANDN    X4, X0
	MOVO     X0, X4
	CLOSE(16)
	PUNPCKLWL X4, X4
	ANSWER(64, X4)
	MOVQ CX, sold+56(FP)
	SUBQ who_base+32(FP), R11
	SHRQ $1, R11
	MOVQ R11, open+64(FP)
	RET
