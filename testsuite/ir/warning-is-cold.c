/* The report is called out of the way of the hot path, and is no tail call: the
   function that it is about must be on the stack. */
/* { dg-final { scan-assembler {call\t__msan_warning} } } */
/* { dg-final { scan-assembler-not {jmp\t__msan_warning} } } */

int table[4];

void set(int *index)
{
	table[*index] = 1;
}
