/* Floor: md4c with GitHub's dialect, callbacks that only count. */
#include <md4c.h>

#include "files.h"

static size_t events;

static int block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)type, (void)detail, (void)context;
  events++;
  return 0;
}

static int span(MD_SPANTYPE type, void *detail, void *context) {
  (void)type, (void)detail, (void)context;
  events++;
  return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE count, void *context) {
  (void)type, (void)bytes, (void)count, (void)context;
  events++;
  return 0;
}

static void parse(const char *bytes, size_t count) {
  MD_PARSER parser = {.flags = MD_DIALECT_GITHUB,
                      .enter_block = block,
                      .leave_block = block,
                      .enter_span = span,
                      .leave_span = span,
                      .text = text};
  if (md_parse(bytes, (MD_SIZE)count, &parser, NULL)) fail("md_parse");
}

int main(int count, char **paths) { return run(count, paths, parse, &events); }
