#ifndef EINZELPOST_CZIP_SHIM_H
#define EINZELPOST_CZIP_SHIM_H

#include <zip.h>

#endif
