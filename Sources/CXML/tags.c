#include "tags.h"

enum { TEXT, OPENED, TAG, VALUE, DECLARATION, COMMENT, CDATA, INSTRUCTION };
/* Office writes some thirty into the first tag of a sheet. */
enum { MOST_ATTRIBUTES = 128 };

static void declare(einzelpost_tags *tags, unsigned char c) {
    /* Behind `<!`: two dashes begin a comment, `[` begins CDATA, anything else a DOCTYPE, at which the
       reading ends. */
    if (c == '-' && tags->last[1] == '-') tags->state = COMMENT;
    else if (c == '[') tags->state = CDATA;
    else if (c != '-') tags->state = TEXT;
}

/* One character; 0x80 for all beyond ASCII. */
static int follow(einzelpost_tags *tags, unsigned char c) {
    switch (tags->state) {
    case TEXT:
        if (c == '<') tags->state = OPENED;
        break;
    case OPENED:
        tags->attributes = 0;
        tags->state = c == '!' ? DECLARATION : c == '?' ? INSTRUCTION : TAG;
        if (c == '>') tags->state = TEXT;
        tags->last[0] = tags->last[1] = 0;
        return 1;
    case TAG:
        if (c == '>') tags->state = TEXT;
        else if (c == '"' || c == '\'') {
            tags->quote = c;
            tags->state = VALUE;
            return ++tags->attributes <= MOST_ATTRIBUTES;
        }
        break;
    case VALUE:
        if (c == tags->quote) tags->state = TAG;
        break;
    case DECLARATION: declare(tags, c); break;
    case COMMENT:
        if (c == '>' && tags->last[0] == '-' && tags->last[1] == '-') tags->state = TEXT;
        break;
    case CDATA:
        if (c == '>' && tags->last[0] == ']' && tags->last[1] == ']') tags->state = TEXT;
        break;
    case INSTRUCTION:
        if (c == '>' && tags->last[1] == '?') tags->state = TEXT;
        break;
    }
    tags->last[0] = tags->last[1];
    tags->last[1] = c;
    return 1;
}

/* 0 if it is neither UTF-8 nor UTF-16. */
static int tell_width(einzelpost_tags *tags) {
    const unsigned char *first = tags->first;
    int isWide = first[0] == 0xFE && first[1] == 0xFF;
    int isNarrow = first[0] == 0xFF && first[1] == 0xFE;
    int zeros = !first[0] + !first[1] + !first[2] + !first[3];
    if (zeros > 2 || (zeros == 2 && (isWide || isNarrow))) return 0;
    if (isWide || (!first[0] && first[1] == '<')) tags->width = 2, tags->highFirst = 1;
    else if (isNarrow || (first[0] == '<' && !first[1])) tags->width = 2, tags->highFirst = 0;
    /* Not EBCDIC, in which a `<` is 0x4C. */
    else if (first[0] == '<' || first[0] == 0xEF || first[0] <= ' ') tags->width = 1;
    return tags->width;
}

static int take(einzelpost_tags *tags, unsigned char byte) {
    if (tags->width == 1) return follow(tags, byte < 0x80 ? byte : 0x80);
    if (!tags->hasPending) {
        tags->pending = byte;
        tags->hasPending = 1;
        return 1;
    }
    tags->hasPending = 0;
    unsigned char high = tags->highFirst ? tags->pending : byte;
    unsigned char low = tags->highFirst ? byte : tags->pending;
    return follow(tags, !high && low < 0x80 ? low : 0x80);
}

int einzelpost_tags_follow(einzelpost_tags *tags, const unsigned char *bytes, size_t count) {
    size_t place = 0;
    while (!tags->width && place < count) {
        tags->first[tags->firstCount++] = bytes[place++];
        if (tags->firstCount < 4) continue;
        if (!tell_width(tags)) return 0;
        for (int index = 0; index < 4; index++)
            if (!take(tags, tags->first[index])) return 0;
    }
    for (; place < count; place++)
        if (!take(tags, bytes[place])) return 0;
    return 1;
}
