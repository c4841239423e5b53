// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * stale.c without call tags, whatever the kernel uses.
 */
#define STALE(name) name##_untagged
#define STALE_PREFIX "stale-untagged"
#include "stale.c"
