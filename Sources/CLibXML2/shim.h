#ifndef HEGUI_CLIBXML2_SHIM_H
#define HEGUI_CLIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

// string.h is another module on every platform; this saves the imports.
static inline int hegui_bytes_equal(const void *a, const void *b, long count) {
  return memcmp(a, b, (size_t)count) == 0;
}

static inline long hegui_length(const void *text) { return (long)strlen((const char *)text); }

// The offset of the next such byte; count where there is none.
static inline long hegui_next_byte(const void *bytes, int byte, long from, long count) {
  const char *base = (const char *)bytes;
  const char *found = from < count ? (const char *)memchr(base + from, byte, (size_t)(count - from)) : 0;
  return found ? found - base : count;
}

#endif
