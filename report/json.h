/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * json.h - what the two forms of output share that are JSON.
 */
#ifndef KMSAN_REPORT_JSON_H
#define KMSAN_REPORT_JSON_H

#include <jansson.h>
#include <stdio.h>

/* Write and free; without memory the program ends with a message. */
void json_put(FILE *file, json_t *json);

#endif
