// What Swift's Glibc module leaves out.
#ifndef EINZELPOST_CLINUX_SHIM_H
#define EINZELPOST_CLINUX_SHIM_H

#include <linux/magic.h>
#include <spawn.h>
#include <sys/vfs.h>

// Whether a path lies in memory of this boot (statfs(2)); 0 also where that cannot be found out.
static inline int lies_in_memory(const char *path) {
    struct statfs info;
    return statfs(path, &info) == 0 && info.f_type == TMPFS_MAGIC;
}

// Declared here because glibc (2.34 or newer) shows it to _GNU_SOURCE alone, which modules cannot define.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// A program that is started gets no descriptor from the given one on: neither our lock nor our sockets.
static inline int spawn_without_descriptors(posix_spawn_file_actions_t *actions, int from) {
    return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

// Likewise; the value is that of the kernel (memfd_create(2)).
extern int memfd_create(const char *name, unsigned int flags);

// A file that is in memory alone, and is gone with its descriptor; no program that is started gets it.
static inline int file_in_memory(void) {
    return memfd_create("einzelpost", 1U);
}

#endif
