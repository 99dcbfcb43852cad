"""Threads that read HTML at the same time, before anything else has, do not wait for each other for ever."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = r"""
#include "CHTML.h"
#include <pthread.h>
#include <unistd.h>

static pthread_barrier_t together;
static void element(void *context, const char *name, long line, long depth) {}
static void attribute(void *context, const char *name, const char *value) {}
static void text(void *context, long depth, const char *text) {}

static void *read_page(void *nothing) {
    einzelpost_html_calls calls = {element, attribute, text};
    pthread_barrier_wait(&together);
    einzelpost_html_read("<p>x</p>", 8, 0, calls);
    return nothing;
}

int main(void) {
    pthread_t threads[8];
    alarm(5);
    pthread_barrier_init(&together, 0, 8);
    for (int i = 0; i < 8; i++) pthread_create(&threads[i], 0, read_page, 0);
    for (int i = 0; i < 8; i++) pthread_join(threads[i], 0);
    return 0;
}
"""


class Threads(unittest.TestCase):
    def test_the_first_pages_are_read_at_once(self):
        compiler = shutil.which("clang") or shutil.which("cc")
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "threads.c")
            source.write_text(PROGRAM)
            flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libxml-2.0"], text=True).split()
            program = pathlib.Path(folder, "threads")
            html = ROOT / "Sources/CHTML"
            subprocess.run([compiler, "-w", f"-I{html}/include", source, html / "html.c", "-o", program, *flags,
                            "-lpthread"], check=True)
            # One time in two it stood still when libxml2's locks were made by whoever came first.
            for _ in range(40):
                subprocess.run([program], check=True)


if __name__ == "__main__":
    unittest.main()
