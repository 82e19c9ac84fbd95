#ifndef HEGUI_CMD4C_SHIM_H
#define HEGUI_CMD4C_SHIM_H
#include <md4c.h>

#endif
