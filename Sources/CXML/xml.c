#include "CXML.h"

#include "tags.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

struct einzelpost_xml {
    einzelpost_xml_calls calls;
    void *context;
    xmlParserCtxtPtr parser;
    int hasDoctype;
    einzelpost_tags tags;
};

static void begin(void *reading, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                  int spaces, const xmlChar **declared, int count, int defaulted,
                  const xmlChar **attributes) {
    (void)prefix, (void)spaces, (void)declared, (void)defaulted;
    einzelpost_xml *reader = reading;
    reader->calls.begin(reader->context, (const char *)name, (const char *)space, count,
                        (const char *const *)attributes);
}

static void end(void *reading, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)name, (void)prefix, (void)space;
    einzelpost_xml *reader = reading;
    reader->calls.end(reader->context);
}

static void text(void *reading, const xmlChar *bytes, int count) {
    einzelpost_xml *reader = reading;
    reader->calls.text(reader->context, (const char *)bytes, count);
}

/* Comes before anything inside the DOCTYPE is read. */
static void doctype(void *reading, const xmlChar *name, const xmlChar *public,
                    const xmlChar *system) {
    (void)name, (void)public, (void)system;
    einzelpost_xml *reader = reading;
    reader->hasDoctype = 1;
    xmlStopParser(reader->parser);
}

/* Silence: libxml2 prints what nobody takes. */
static void ignore(void *reading, const xmlError *error) { (void)reading, (void)error; }

/* See html.c: libxml2's own locks must be there before two threads begin. */
static pthread_once_t begun = PTHREAD_ONCE_INIT;

einzelpost_xml *einzelpost_xml_open(einzelpost_xml_calls calls, void *context) {
    einzelpost_xml *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->calls = calls;
    reader->context = context;
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = doctype,
                             .startElementNs = begin,
                             .endElementNs = end,
                             .characters = text,
                             .ignorableWhitespace = text,
                             .cdataBlock = text};
    /* libxml2 2.12 has made the error const. */
    handler.serror = (xmlStructuredErrorFunc)ignore;
    pthread_once(&begun, xmlInitParser);
    reader->parser = xmlCreatePushParserCtxt(&handler, reader, NULL, 0, NULL);
    if (!reader->parser) {
        free(reader);
        return NULL;
    }
    /* A declared encoding is not obeyed: workbooks are UTF-8 or UTF-16, which the first bytes tell. */
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    return reader;
}

int einzelpost_xml_read(einzelpost_xml *reader, const void *bytes, int count, int isLast) {
    if (!einzelpost_tags_follow(&reader->tags, bytes, (size_t)count)) return EINZELPOST_XML_BROKEN;
    xmlParseChunk(reader->parser, bytes, count, isLast);
    if (reader->hasDoctype) return EINZELPOST_XML_DOCTYPE;
    int isFine = reader->parser->wellFormed && reader->parser->nsWellFormed;
    return isFine ? EINZELPOST_XML_FINE : EINZELPOST_XML_BROKEN;
}

void einzelpost_xml_close(einzelpost_xml *reader) {
    xmlFreeParserCtxt(reader->parser);
    free(reader);
}
