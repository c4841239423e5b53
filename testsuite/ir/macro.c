/* __SANITIZE_MEMORY__ tells the source that it is being instrumented. */
/* { dg-options "-O2" } */
#ifndef __SANITIZE_MEMORY__
#error "not defined"
#endif
