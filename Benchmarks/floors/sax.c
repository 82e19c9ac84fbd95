/* Floor: libxml2's HTML push parser with element and character callbacks, nothing else. */
#include <libxml/HTMLparser.h>

#include "files.h"

static size_t events;

static void start(void *context, const xmlChar *name, const xmlChar **attributes) {
  (void)context, (void)name, (void)attributes;
  events++;
}

static void end(void *context, const xmlChar *name) {
  (void)context, (void)name;
  events++;
}

static void characters(void *context, const xmlChar *text, int length) {
  (void)context, (void)text, (void)length;
  events++;
}

static void parse(const char *bytes, size_t count) {
  htmlSAXHandler handler = {
      .startElement = start, .endElement = end, .characters = characters, .cdataBlock = characters};
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!parser) fail("htmlCreatePushParserCtxt");
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  htmlParseChunk(parser, bytes, (int)count, 0);
  htmlParseChunk(parser, NULL, 0, 1);
  xmlFreeDoc(parser->myDoc);
  htmlFreeParserCtxt(parser);
}

int main(int count, char **paths) { return run(count, paths, parse, &events); }
