// ICU renames its functions by macro, which Swift cannot see through: each one used is wrapped here.
#ifndef HEGUI_CICU_SHIM_H
#define HEGUI_CICU_SHIM_H
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#endif
