/* Floor: cmark-gfm's tree with source positions and GitHub's extensions, freed at once. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "files.h"

static size_t trees;

static void parse(const char *bytes, size_t count) {
  static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[i]);
    if (!extension) fail(extensions[i]);
    cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, bytes, count);
  cmark_node *tree = cmark_parser_finish(parser);
  trees += tree != NULL;
  cmark_node_free(tree);
  cmark_parser_free(parser);
}

int main(int count, char **paths) {
  cmark_gfm_core_extensions_ensure_registered();
  return run(count, paths, parse, &trees);
}
