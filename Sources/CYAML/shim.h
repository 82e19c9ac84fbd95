#ifndef HEGUI_CYAML_SHIM_H
#define HEGUI_CYAML_SHIM_H
#include <yaml.h>

#endif
