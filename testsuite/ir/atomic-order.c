/* A store's clean shadow is written before the value, a load's is read after
   it. */
/* { dg-final { scan-kmsan {MEM[^;]*= 0;.*__atomic_store_4} "store" } } */
/* { dg-final { scan-kmsan {__atomic_load_4.*metadata_ptr_for_load_4} "load" } } */

void store(int *p, int x)
{
	__atomic_store_n(p, x, __ATOMIC_RELEASE);
}

int load(int *p)
{
	return __atomic_load_n(p, __ATOMIC_ACQUIRE);
}
