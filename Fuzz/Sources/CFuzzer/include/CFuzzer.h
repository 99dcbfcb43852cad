#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own loop: calls `test` until it crashes or the time is over.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *bytes, size_t count));
