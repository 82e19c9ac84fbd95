#ifndef HEGUI_CMALLOC_SHIM_H
#define HEGUI_CMALLOC_SHIM_H
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>

/* Where the program's variables lie that start as zeros; the linker defines both ends. */
extern char __bss_start[], _end[];
static inline void *hegui_zeroed_start(void) { return __bss_start; }
static inline size_t hegui_zeroed_size(void) { return (size_t)(_end - __bss_start); }

#endif
