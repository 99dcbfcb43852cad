#ifndef EINZELPOST_CHTML_H
#define EINZELPOST_CHTML_H

/* What stands in an HTML text, in the order of the document: each element with its attributes, then
   all that stands inside. `depth` counts the elements around it. `value` and `text` have their
   entities read; comments are left out. All strings are UTF-8 and live only during the call. */
typedef struct {
    void (*element)(void *context, const char *name, long line, long depth);
    void (*attribute)(void *context, const char *name, const char *value);
    void (*text)(void *context, long depth, const char *text);
} einzelpost_html_calls;

/* Reads HTML with libxml2's forgiving parser, much as browsers do. Fetches nothing, prints nothing.
   Its time grows with the square of the attributes of one element and with the depth of the elements:
   the caller keeps both small.

   Returns 0, or -1 if there was nothing to read or no memory. */
int einzelpost_html_read(const char *bytes, int count, void *context, einzelpost_html_calls calls);

/* The version of the libxml2 that runs, as it writes it: 20914 for 2.9.14. */
const char *einzelpost_html_version(void);

#endif
