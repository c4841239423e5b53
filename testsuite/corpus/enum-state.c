/* A state machine starts in a state that was never set. */
#include <stdio.h>

enum state { IDLE, RUNNING, DONE };

struct machine {
	int ticks;
	enum state state;
};

static void tick(struct machine *m)
{
	m->ticks++;
	if (m->state == IDLE)	/* bug */
		m->state = RUNNING;
	else if (m->state == RUNNING && m->ticks > 3)	/* bug */
		m->state = DONE;
}

int main(int argc, char **argv)
{
	struct machine m;

	m.ticks = argc;
#ifndef BUG
	m.state = IDLE;
#endif
	for (int i = 0; i < 5; i++)
		tick(&m);
	if (m.state == DONE)	/* bug */
		puts("done");
	return 0;
}
