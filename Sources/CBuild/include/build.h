#ifndef EINZELPOST_CBUILD_H
#define EINZELPOST_CBUILD_H

/* What the program was built from and with, as `make build` says (Package.swift); NULL where nobody
   said it, as in debug builds. */
const char *einzelpost_commit(void);
const char *einzelpost_swift(void);

#endif
