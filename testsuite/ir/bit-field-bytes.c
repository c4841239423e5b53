/* An access to part of an object asks for the metadata of those bytes only: the
   rest may be in another page. */
/* { dg-options "-O2 -fdump-tree-kmsan -Wno-scalar-storage-order" } */
/* { dg-final { scan-kmsan-not {_load_[248n] \(} "merged" } } */
/* { dg-final { scan-kmsan {_load_1 \(} "merged" } } */
/* { dg-final { scan-kmsan {_load_n \([^,]*, 3\)} "of_union" } } */
/* { dg-final { scan-kmsan-not {_load_n \([^,]*, ([^3]|3[^)])} "of_union" } } */
/* { dg-final { scan-kmsan {_store_2 \(} "far" } } */
/* { dg-final { scan-kmsan-not {_store_([148]|n) \(} "far" } } */
/* { dg-final { scan-kmsan {_load_n \([^,]*, 9\)} "nine" } } */
/* { dg-final { scan-kmsan {_load_4 \(} "swapped" } } */
/* { dg-final { scan-kmsan-not {_load_([128]|n) \([^,]*, [^4]} "swapped" } } */
/* { dg-final { scan-kmsan {_load_1 \(} "variable" } } */
/* { dg-final { scan-kmsan-not {unhandled} } } */
struct large {
	char before[5000];
	unsigned a : 1, b : 1, c : 1, d : 1;
	unsigned many[100];
};

int merged(struct large *p)
{
	return p->a && p->c;
}

union u {
	char bytes[9000];
	unsigned x : 20;
};

int of_union(union u *p)
{
	return p->x;
}

struct __attribute__((packed)) wide {
	unsigned long a : 60, b : 60;
	unsigned c : 12;
	unsigned long d : 63;
};

void far(struct wide *p)
{
	p->c = 0;
}

void nine(struct wide *p, unsigned long *value)
{
	*value = p->d;
}

struct __attribute__((scalar_storage_order("big-endian"))) big {
	char before[5000];
	int array[4];
};

int swapped(struct big *p, int i)
{
	return p->array[i];
}

int variable(char *p, int n)
{
	struct v {
		char before[n];
		unsigned a : 3, b : 5;
	} *v = (struct v *)p;

	return v->b;
}
