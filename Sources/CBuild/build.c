#include "build.h"

#ifndef EINZELPOST_COMMIT
#define EINZELPOST_COMMIT 0
#endif
#ifndef EINZELPOST_SWIFT
#define EINZELPOST_SWIFT 0
#endif

const char *einzelpost_commit(void) { return EINZELPOST_COMMIT; }
const char *einzelpost_swift(void) { return EINZELPOST_SWIFT; }
