#ifndef HEGUI_CMALLOC_SHIM_H
#define HEGUI_CMALLOC_SHIM_H
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>

#endif
