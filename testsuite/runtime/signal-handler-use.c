/* What a handler uses is reported as anywhere else; its own arguments are
   initialised. */
/* { dg-kmsan-report {uninit-value in handler} {Local variable x created at:\n main} } */
#include <signal.h>
#include <string.h>
#include "use.h"

static int *shared;

static void handler(int number, siginfo_t *info, void *context)
{
	use(number == 5);
	use(info->si_signo == 5);
	use(!context);
	use(*shared == 5);
}

int main(void)
{
	struct sigaction action;
	int x;

	touch(&x);
	shared = &x;
	memset(&action, 0, sizeof(action));
	action.sa_flags = SA_SIGINFO;
	action.sa_sigaction = handler;
	sigaction(SIGUSR1, &action, 0);
	raise(SIGUSR1);
	return 0;
}
