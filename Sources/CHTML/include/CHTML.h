#ifndef EINZELPOST_CHTML_H
#define EINZELPOST_CHTML_H

/* Reads HTML with libxml2's forgiving parser, much as browsers do, and tells every element in the
   order of the document: first the element, then each of its attributes. Fetches nothing, prints
   nothing. `text` is what stands directly inside, such as a
   style sheet, and for `a` all that stands inside; `value` has its entities
   read. All strings are UTF-8 and live only during the call.

   Returns 0, or -1 if there was nothing to read or no memory. */
int einzelpost_html_read(
    const char *bytes, int count, void *context,
    void (*element)(void *context, const char *name, long line, const char *text),
    void (*attribute)(void *context, const char *name, const char *value));

#endif
