#include "CHTML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <pthread.h>

static void tell(htmlDocPtr document, xmlNodePtr node, long depth, void *context,
                 einzelpost_html_calls calls) {
    calls.element(context, (const char *)node->name, xmlGetLineNo(node), depth);
    for (xmlAttrPtr item = node->properties; item; item = item->next) {
        xmlChar *value = xmlNodeListGetString(document, item->children, 1);
        calls.attribute(context, (const char *)item->name, value ? (const char *)value : "");
        xmlFree(value);
    }
}

/* Without recursion: a page may nest as deeply as it likes. */
static xmlNodePtr following(xmlNodePtr node, long *depth) {
    if (node->children && node->type == XML_ELEMENT_NODE) {
        ++*depth;
        return node->children;
    }
    while (node && !node->next) {
        node = node->parent;
        --*depth;
    }
    return node ? node->next : NULL;
}

/* Two threads that begin at the same time would otherwise both make libxml2's own locks, and wait for each
   other for ever (libxml2, "Thread safety": xmlInitParser comes first). */
static pthread_once_t begun = PTHREAD_ONCE_INIT;

int einzelpost_html_read(const char *bytes, int count, void *context,
                         einzelpost_html_calls calls) {
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                  HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED;
    pthread_once(&begun, xmlInitParser);
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return -1;
    /* Otherwise libxml2 stops silently at 256 nested elements, and what comes behind is not seen. The
       HTML functions do not take this option among theirs, but obey it. */
    parser->options |= XML_PARSE_HUGE;
    htmlDocPtr document = htmlCtxtReadMemory(parser, bytes, count, NULL, "UTF-8", options);
    htmlFreeParserCtxt(parser);
    if (!document) return -1;
    long depth = 0;
    for (xmlNodePtr node = document->children; node; node = following(node, &depth)) {
        if (node->type == XML_ELEMENT_NODE) tell(document, node, depth, context, calls);
        /* A style sheet is CDATA; a comment is no text. */
        if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
            calls.text(context, depth, (const char *)node->content);
    }
    xmlFreeDoc(document);
    return 0;
}

const char *einzelpost_html_version(void) { return xmlParserVersion; }
