// What Swift's Glibc module leaves out.
#ifndef EINZELPOST_CLINUX_SHIM_H
#define EINZELPOST_CLINUX_SHIM_H

#include <linux/magic.h>
#include <sys/vfs.h>

// Whether a path lies in memory of this boot (statfs(2)); 0 also where that cannot be found out.
static inline int lies_in_memory(const char *path) {
    struct statfs info;
    return statfs(path, &info) == 0 && info.f_type == TMPFS_MAGIC;
}

#endif
