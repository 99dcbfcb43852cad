#ifndef EINZELPOST_CZLIB_SHIM_H
#define EINZELPOST_CZLIB_SHIM_H

#include <zlib.h>

#endif
