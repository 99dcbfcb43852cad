#ifndef EINZELPOST_CXML_H
#define EINZELPOST_CXML_H

/* Reads XML with libxml2 as its bytes come in and tells what stands in it, without building a
   tree. Fetches nothing, prints nothing, knows no entities but the five of XML, stops at a DOCTYPE,
   and keeps libxml2's own limits. */
typedef struct einzelpost_xml einzelpost_xml;

typedef struct {
    /* `name` is without its prefix; `space` is its namespace or NULL, and one namespace has one
       address as long as the reading lasts. `attributes` holds five pointers for each of `count`:
       name, prefix, namespace, and the first and the last+1 byte of the value, in which `&` stands
       as `&#38;`. */
    void (*begin)(void *context, const char *name, const char *space, long count,
                  const char *const *attributes);
    void (*end)(void *context);
    /* One text may come in several pieces. */
    void (*text)(void *context, const char *bytes, long count);
} einzelpost_xml_calls;

enum { EINZELPOST_XML_FINE = 0, EINZELPOST_XML_BROKEN = 1, EINZELPOST_XML_DOCTYPE = 2 };

/* NULL if there is no memory. The caller keeps `context` alive until `einzelpost_xml_close`. */
einzelpost_xml *einzelpost_xml_open(einzelpost_xml_calls calls, void *context);

/* Takes the next bytes; `isLast` with the last of them, which may be none. After anything but
   EINZELPOST_XML_FINE it must not be called again. */
int einzelpost_xml_read(einzelpost_xml *reader, const void *bytes, int count, int isLast);

void einzelpost_xml_close(einzelpost_xml *reader);

#endif
