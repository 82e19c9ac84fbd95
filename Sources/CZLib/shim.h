#ifndef HEGUI_CZLIB_SHIM_H
#define HEGUI_CZLIB_SHIM_H
#include <zlib.h>

// Macros, which Swift cannot call: bytes of deflate without a zlib header.
static inline int hegui_inflate_raw_init(z_stream *stream) { return inflateInit2(stream, -15); }

static inline int hegui_deflate_raw_init(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

#endif
