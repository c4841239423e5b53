/* Called by assembly. */
/* { dg-kmsan-report untagged {uninit-value in stale_pair} } */
/* { dg-kmsan-report untagged {uninit-value in stale_six} } */
/* { dg-kmsan-report untagged {uninit-value in stale_many} } */
/* { dg-kmsan-report lazy+untagged {uninit-value in stale_scalar} } */
/* { dg-kmsan-report tag {uninit-value in true_pair} {Local variable p created at:\n main} } */
/* { dg-kmsan-report untagged {uninit-value in true_pair} } */
/* { dg-kmsan-report tag {uninit-value in true_six} {Local variable s created at:\n main} } */
/* { dg-kmsan-report untagged {uninit-value in true_six} } */
/* { dg-kmsan-report {uninit-value in (main|true_many)} } */
/* { dg-kmsan-modes eager lazy eager+tag lazy+tag } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "call-tag.h"

TAKERS(stale)
TAKERS(true)

__asm__(".text\n"
	"bare_pair:\n"
	"	movabs $0x200000001, %rdi\n"
	"	jmp stale_pair\n"
	"bare_six:\n"
	"	pushq $0; pushq $6; pushq $5; pushq $4; pushq $3; pushq $2; pushq $1\n"
	"	call stale_six\n"
	"	addq $56, %rsp\n"
	"	ret\n"
	"bare_many:\n"
	"	pushq $0; pushq $7; pushq $6\n"
	"	movl $7, %edi\n"
	"	movl $1, %esi\n"
	"	movl $2, %edx\n"
	"	movl $3, %ecx\n"
	"	movl $4, %r8d\n"
	"	movl $5, %r9d\n"
	"	xorl %eax, %eax\n"
	"	call stale_many\n"
	"	addq $24, %rsp\n"
	"	ret\n"
	"bare_scalar:\n"
	"	movl $1, %edi\n"
	"	jmp stale_scalar\n");

MAIN(true)
