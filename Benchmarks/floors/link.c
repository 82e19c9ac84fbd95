/* Anchor of the cold start: links libxml2 and exits. */
#include <libxml/xmlstring.h>

int main(int count, char **words) { return count > 0 && xmlStrlen((const xmlChar *)words[0]) < 0; }
