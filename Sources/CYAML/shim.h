// Linked as a static library: one file less to load at every start, and none to carry in the package.
#ifndef HEGUI_CYAML_SHIM_H
#define HEGUI_CYAML_SHIM_H
#include <yaml.h>

#endif
