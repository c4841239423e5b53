/* A volatile bit-field is still read once. */
/* { dg-final { scan-kmsan-times {p_[0-9]*\(D\)->b} 1 "get" } } */

struct s {
	volatile unsigned a : 3, b : 5;
};

int get(struct s *p)
{
	return p->b;
}
