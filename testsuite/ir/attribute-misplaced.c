/* The attributes are for functions; on anything else they bring a warning. */
/* { dg-options "-O2 -fdiagnostics-plain-output" } */

int x __attribute__((no_sanitize_memory)); /* { dg-warning "applies to functions only" } */
int y __attribute__((no_kmsan_checks)); /* { dg-warning "applies to functions only" } */
