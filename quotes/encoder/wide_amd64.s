#include "textflag.h"

// The inner products of a vector in Y10 with the two rows in Y8 and Y9, 32 columns at once. VPMADDUBSW adds two products in 16 bits, which
// they never leave: 2 * 127 * 120 < 32,768. VPMADDWD with ones (Y15) adds two of these in 32 bits.
#define PRODUCTS(first, second) \
	VPMADDUBSW Y8, Y10, Y11  \
	VPMADDUBSW Y9, Y10, Y12  \
	VPMADDWD   Y15, Y11, Y11 \
	VPMADDWD   Y15, Y12, Y12 \
	VPADDD     Y11, first, first \
	VPADDD     Y12, second, second

// func dotsWide(sums *[8]int32, vectors *uint8, rows *int8, columns int)
TEXT ·dotsWide(SB), NOSPLIT, $0-32
	MOVQ sums+0(FP), DI
	MOVQ vectors+8(FP), SI
	MOVQ rows+16(FP), DX
	MOVQ columns+24(FP), CX
	LEAQ (SI)(CX*1), R8
	LEAQ (R8)(CX*1), R9
	LEAQ (R9)(CX*1), R10
	LEAQ (DX)(CX*1), R11
	XORQ AX, AX
	VPCMPEQW Y15, Y15, Y15
	VPSRLW   $15, Y15, Y15
	VPXOR    Y0, Y0, Y0
	VPXOR    Y1, Y1, Y1
	VPXOR    Y2, Y2, Y2
	VPXOR    Y3, Y3, Y3
	VPXOR    Y4, Y4, Y4
	VPXOR    Y5, Y5, Y5
	VPXOR    Y6, Y6, Y6
	VPXOR    Y7, Y7, Y7

next:
	VMOVDQU (DX)(AX*1), Y8
	VMOVDQU (R11)(AX*1), Y9
	VMOVDQU (SI)(AX*1), Y10
	PRODUCTS(Y0, Y4)
	VMOVDQU (R8)(AX*1), Y10
	PRODUCTS(Y1, Y5)
	VMOVDQU (R9)(AX*1), Y10
	PRODUCTS(Y2, Y6)
	VMOVDQU (R10)(AX*1), Y10
	PRODUCTS(Y3, Y7)
	ADDQ $32, AX
	CMPQ AX, CX
	JLT  next

	VPHADDD Y1, Y0, Y0
	VPHADDD Y3, Y2, Y2
	VPHADDD Y2, Y0, Y0
	VPHADDD Y5, Y4, Y4
	VPHADDD Y7, Y6, Y6
	VPHADDD Y6, Y4, Y4
	VEXTRACTI128 $1, Y0, X1
	VEXTRACTI128 $1, Y4, X5
	VPADDD  X1, X0, X0
	VPADDD  X5, X4, X4
	VMOVDQU X0, (DI)
	VMOVDQU X4, 16(DI)
	VZEROUPPER
	RET

// func answersWide(answers *float32, question, keys *float32, stride, n int)
//
// Lane l of Y4 becomes the sum over numbers l, l+8, l+16, l+24, added as dotPlainly adds them. stride is in bytes.
TEXT ·answersWide(SB), NOSPLIT, $0-40
	MOVQ answers+0(FP), DI
	MOVQ question+8(FP), SI
	MOVQ keys+16(FP), DX
	MOVQ stride+24(FP), R8
	MOVQ n+32(FP), CX
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
	VMOVUPS 64(SI), Y2
	VMOVUPS 96(SI), Y3

answer:
	VMULPS (DX), Y0, Y4
	VMULPS 32(DX), Y1, Y5
	VMULPS 64(DX), Y2, Y6
	VMULPS 96(DX), Y3, Y7
	VADDPS Y5, Y4, Y4
	VADDPS Y7, Y6, Y6
	VADDPS Y6, Y4, Y4
	VEXTRACTF128 $1, Y4, X5
	VADDPS X5, X4, X4
	VMOVHLPS X4, X4, X5
	VADDPS X5, X4, X4
	VMOVSHDUP X4, X5
	VADDSS X5, X4, X4
	VMOVSS X4, (DI)
	ADDQ $4, DI
	ADDQ R8, DX
	DECQ CX
	JNZ  answer
	VZEROUPPER
	RET

// func mixWide(mean *float32, shares, values *float32, stride, n int)
TEXT ·mixWide(SB), NOSPLIT, $0-40
	MOVQ mean+0(FP), DI
	MOVQ shares+8(FP), SI
	MOVQ values+16(FP), DX
	MOVQ stride+24(FP), R8
	MOVQ n+32(FP), CX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3

mix:
	VBROADCASTSS (SI), Y8
	VMULPS (DX), Y8, Y4
	VMULPS 32(DX), Y8, Y5
	VMULPS 64(DX), Y8, Y6
	VMULPS 96(DX), Y8, Y7
	VADDPS Y4, Y0, Y0
	VADDPS Y5, Y1, Y1
	VADDPS Y6, Y2, Y2
	VADDPS Y7, Y3, Y3
	ADDQ $4, SI
	ADDQ R8, DX
	DECQ CX
	JNZ  mix
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VZEROUPPER
	RET
