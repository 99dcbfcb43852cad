#ifndef EINZELPOST_TAGS_H
#define EINZELPOST_TAGS_H

#include <stddef.h>

/* Follows the tags of an XML text as its bytes come in, before libxml2 sees them, and counts the
   attributes of each: libxml2 compares every one with all others, so a tag with very many takes as
   long as a whole workbook. Knows UTF-8 and UTF-16, which are all that workbooks may be written in.

   What is not well-formed may be counted wrongly: libxml2 stops at it. */
typedef struct {
    int state;
    /* Bytes of a character: 1 for UTF-8, 2 for UTF-16; 0 before the first bytes. */
    int width;
    /* Which byte of a UTF-16 character comes first: the high one, or not. */
    int highFirst;
    unsigned char pending;
    int hasPending;
    /* The first four bytes, which tell the encoding. */
    unsigned char first[4];
    int firstCount;
    unsigned char quote;
    int attributes;
    /* The last characters behind `<`, or in front of the end of a comment and the like. */
    unsigned char last[2];
} einzelpost_tags;

/* 1 if all is well, 0 if a tag has more attributes than any honest one, or the encoding is none of
   the two. */
int einzelpost_tags_follow(einzelpost_tags *tags, const unsigned char *bytes, size_t count);

#endif
