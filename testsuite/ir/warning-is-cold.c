/* The warning is called off the hot path, and not as a tail call: the function
   that it is about must be on the stack. */
/* { dg-final { scan-assembler {call\t__msan_warning} } } */
/* { dg-final { scan-assembler-not {jmp\t__msan_warning} } } */

int table[4];

void set(int *index)
{
	table[*index] = 1;
}
