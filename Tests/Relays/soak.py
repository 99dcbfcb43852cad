#!/usr/bin/env python3
"""Lets one process send for a long time through a relay of ordinary weather, and looks whether it stays as it began; README.md.

soak.py BINARY [--minutes N] [--rate N] [--plant memory|descriptors]

The campaign lasts N minutes at so many messages a second. Every few seconds memory (resident, of /proc/PID/status) and
descriptors of the process are taken. With --plant a library is loaded into the program that loses a little memory, or a
descriptor, with each message: then the soak must fail, or it could find nothing.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import socketserver
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from office import Office

# For each message that is handed over; more than a short run's tolerance.
LEAKS = {
    "memory": "lost = malloc(16384); if (lost) memset(lost, 7, 16384);",
    "descriptors": "dup(2);",
}
LIBRARY = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
/* What nobody looks at a compiler would leave out. */
void *lost;
ssize_t send(int socket, const void *bytes, size_t count, int flags) {
    static ssize_t (*real)(int, const void *, size_t, int);
    if (!real) real = (ssize_t (*)(int, const void *, size_t, int))dlsym(RTLD_NEXT, "send");
    if (count > 1000) { LEAK }
    return real(socket, bytes, count, flags);
}
"""


class Session(socketserver.StreamRequestHandler):
    """Takes nearly everything; now and then it says later or no, or hangs up where it may."""

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.chance = random.Random()
        try:
            self.talk()
        except OSError:
            pass

    def talk(self):
        self.say("220 relay.example ESMTP")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"EHLO":
                self.say("250-relay.example\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES")
            elif word == b"DATA":
                self.say("354 go ahead")
                if not self.take_body():
                    return
            elif word == b"QUIT":
                return self.say("221 2.0.0 bye")
            else:
                self.say("250 2.0.0 ok")

    def take_body(self):
        name = None
        for line in self.rfile:
            found = re.match(rb"(?i)message-id: <(.*)@", line)
            name = name or found and found.group(1)
            if line == b".\r\n":
                break
        else:
            return False
        weather = self.chance.random()
        if weather < 0.002:
            self.say("550 5.1.1 no such mailbox")
        elif weather < 0.01 and self.server.defers:
            self.say("451 4.7.1 later")
        else:
            with self.server.lock:
                self.server.taken[name.decode()] += 1
            self.say("250 2.0.0 ok: queued")
            # It hangs up when it has said what there is to say.
            return weather > 0.012 or not self.server.defers
        return True


class Server(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address, request_queue_size = True, True, 200

    def __init__(self, defers):
        super().__init__(("127.0.0.1", 0), Session)
        # Whoever is deferred waits for minutes: too long for a short run.
        self.defers = defers
        self.taken, self.lock = collections.Counter(), threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


def sample(process):
    """Resident kilobytes and descriptors; nothing if it has ended."""
    try:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)), len(os.listdir(f"/proc/{process.pid}/fd"))
    except (OSError, AttributeError):
        return None


def watch(process, every, server):
    """Samples until the process ends, each with how many messages had been taken."""
    samples = []
    while process.poll() is None:
        taken = sample(process)
        if taken:
            samples.append((*taken, len(server.taken)))
        try:
            process.wait(every)
        except subprocess.TimeoutExpired:
            pass
    return samples


def growth(samples, which):
    """From the second fifth of the messages, when everything is warm, to the last one."""
    most = max(one[2] for one in samples)
    early = [one[which] for one in samples if 0.2 * most <= one[2] <= 0.4 * most]
    late = [one[which] for one in samples if one[2] >= 0.8 * most]
    if not early or not late:
        raise SystemExit("too short: there is nothing to compare")
    return statistics.median(late) - statistics.median(early)


def plant(kind, folder):
    """The library that loses something."""
    source, library = folder / "leak.c", folder / "leak.so"
    source.write_text(LIBRARY.replace("LEAK", LEAKS[kind]))
    subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
    return str(library)


def faults_of_sums(office, server, result):
    deliveries, faults = result["deliveries"], []
    rows = office.run("rows", office.campaign, code=(0, 1))["rows"]
    states = {row["message"]: row["state"] for row in rows if row["message"]}
    accepted = {name for name, state in states.items() if state == "accepted"}
    twice = [name for name, times in server.taken.items() if times > 1]
    if twice:
        faults.append(f"{len(twice)} were told twice")
    if accepted != set(server.taken):
        faults.append(f"{len(accepted ^ set(server.taken))} are not booked as the relay has them")
    if sum(deliveries.values()) != office.messages or deliveries["planned"] or deliveries["unknown"]:
        faults.append(f"the sums are {deliveries}")
    if office.run("verify", office.campaign, code=(0, 3))["failures"]:
        faults.append("verify fails")
    return faults


def soak(binary, minutes, rate, planted):
    messages = int(minutes * 60 * rate)
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        server = Server(defers=minutes >= 20)
        office = Office(binary, folder, messages, server.port, connections=4, per_minute=int(rate * 60))
        environment = dict(office.environment)
        if planted:
            environment["LD_PRELOAD"] = plant(planted, folder)
        began = time.monotonic()
        with open(folder / "said", "w+") as said:
            process = subprocess.Popen(office.command("send", office.campaign, "--wait"), stdout=subprocess.PIPE,
                                       stderr=said, env=environment)
            samples = watch(process, min(5, minutes * 60 / 200), server)
            seconds = time.monotonic() - began
            output = process.stdout.read()
            said.seek(0)
            if process.returncode not in (0, 1):
                raise SystemExit(f"send ended with {process.returncode} after {seconds:.0f} s: {said.read()[-500:]}")
        result = json.loads(output)
        faults = faults_of_sums(office, server, result)
    memory, descriptors = growth(samples, 0), growth(samples, 1)
    # What allocators keep for themselves does not grow with the messages.
    if memory > max(4_096, messages * 0.1):
        faults.append(f"memory grew by {memory:.0f} kB")
    if descriptors > 4:
        faults.append(f"{descriptors:.0f} descriptors more")
    peak = max(one[0] for one in samples)
    print(f"soak of {seconds / 60:.1f} minutes, {messages} messages, {len(samples)} samples"
          + (f", {planted} lost on purpose" if planted else "")
          + f": memory {memory:+.0f} kB (at most {peak / 1024:.0f} MB), descriptors {descriptors:+.0f}, "
          + ", ".join(f"{number} {state}" for state, number in result["deliveries"].items() if number)
          + "".join(f"; FAILED: {fault}" for fault in faults[:5]), flush=True)
    return not faults


def main():
    parser = argparse.ArgumentParser(description="Lets one process send for a long time and looks whether it stays flat.")
    parser.add_argument("binary")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=40, help="messages a second")
    parser.add_argument("--plant", choices=sorted(LEAKS))
    options = parser.parse_args()
    sys.exit(0 if soak(options.binary, options.minutes, options.rate, options.plant) else 1)


main()
