/* The callers in call-tag-file.c and call-tag-clang.c. */
#include "../call-tag.h"

DECLARE(stale);
CALLERS(, stale)
