#include "CHTML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

typedef void (*element_call)(void *, const char *, long, const char *);
typedef void (*attribute_call)(void *, const char *, const char *);

static void tell(htmlDocPtr document, xmlNodePtr node, void *context, element_call element,
                 attribute_call attribute) {
    xmlBufferPtr text = xmlBufferCreate();
    /* What is read as a link is all that stands in it, however it is marked up. */
    xmlChar *whole = xmlStrEqual(node->name, (const xmlChar *)"a") ? xmlNodeGetContent(node) : NULL;
    if (whole) xmlBufferCat(text, whole);
    xmlFree(whole);
    for (xmlNodePtr child = whole ? NULL : node->children; child; child = child->next)
        if (child->type != XML_ELEMENT_NODE && child->content) xmlBufferCat(text, child->content);
    element(context, (const char *)node->name, xmlGetLineNo(node),
            text ? (const char *)xmlBufferContent(text) : "");
    xmlBufferFree(text);
    for (xmlAttrPtr item = node->properties; item; item = item->next) {
        xmlChar *value = xmlNodeListGetString(document, item->children, 1);
        attribute(context, (const char *)item->name, value ? (const char *)value : "");
        xmlFree(value);
    }
}

/* Without recursion: a template may nest as deeply as it likes. */
static xmlNodePtr following(xmlNodePtr node) {
    if (node->children) return node->children;
    while (node && !node->next) node = node->parent;
    return node ? node->next : NULL;
}

int einzelpost_html_read(const char *bytes, int count, void *context, element_call element,
                         attribute_call attribute) {
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                  HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED;
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return -1;
    /* Otherwise libxml2 stops silently at 256 nested elements, and what comes behind is not seen. The
       HTML functions do not take this option among theirs, but obey it. */
    parser->options |= XML_PARSE_HUGE;
    htmlDocPtr document = htmlCtxtReadMemory(parser, bytes, count, NULL, "UTF-8", options);
    htmlFreeParserCtxt(parser);
    if (!document) return -1;
    for (xmlNodePtr node = document->children; node; node = following(node))
        if (node->type == XML_ELEMENT_NODE) tell(document, node, context, element, attribute);
    xmlFreeDoc(document);
    return 0;
}
