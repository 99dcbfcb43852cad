#!/usr/bin/env python3
"""Kills the program while it sends, and counts at the server whether anybody was lost or told twice; see README.md.

deaths.py BINARY kills N      N times at a random instant, over 16 connections, in one campaign
deaths.py BINARY calls [K [CALL...]]
                              at every K-th system call that writes, syncs, sends, renames or removes, each killed
                              there, and failing there with EIO and ENOSPC; needs strace. With names, only at those
"""

import collections
import pathlib
import random
import re
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time

from office import Office


class Session(socketserver.StreamRequestHandler):
    """A good mail server with PIPELINING that remembers each message before it answers the dot."""

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        try:
            self.talk()
        except OSError:
            pass

    def talk(self):
        self.say("220 relay.example ESMTP")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"EHLO":
                self.say("250-relay.example\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES")
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
            found = re.match(rb"(?i)message-id: <(.*)>", line)
            name = name or found and found.group(1)
            if line == b".\r\n":
                with self.server.lock:
                    self.server.taken[name.decode()] += 1
                self.say("250 2.0.0 ok: queued")
                return True
        return False


class Server(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address, request_queue_size = True, True, 200

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.taken, self.lock = collections.Counter(), threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


def judge(office, server, deaths, connections):
    """What is wrong after the campaign went on to its end; nothing if all is well."""
    result = office.send("resume", code=(0, 1, 2))
    deliveries = result["deliveries"]
    rows = office.run("rows", office.campaign, code=(0, 1))["rows"]
    states = {row["message"]: row["state"] for row in rows if row["message"]}
    # The local part of the Message-ID is the message's id.
    taken = collections.Counter({name.split("@")[0]: times for name, times in server.taken.items()})
    faults = []
    for name, state in states.items():
        times = taken[name]
        if times > 1:
            faults.append(f"{name} was taken {times} times")
        if state == "accepted" and times != 1:
            faults.append(f"{name} is accepted, and the server has not got it")
        if state not in ("accepted", "unknown"):
            faults.append(f"{name} ended as {state}")
    if deliveries["unknown"] > deaths * connections:
        faults.append(f"{deliveries['unknown']} unknown after {deaths} deaths")
    if office.run("verify", office.campaign).get("failures"):
        faults.append("verify fails")
    return faults, deliveries


def kills(binary, count):
    chance = random.Random(20_211)
    with tempfile.TemporaryDirectory() as place:
        server = Server()
        office = Office(binary, pathlib.Path(place), count * 40, server.port, connections=16)
        command, died, instants = "send", 0, []
        while died < count:
            before = sum(server.taken.values())
            process = subprocess.Popen(office.command(command, office.campaign),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=office.environment)
            while process.poll() is None and sum(server.taken.values()) == before:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.05))
            if process.poll() is not None:
                break
            process.send_signal(signal.SIGKILL)
            process.wait()
            command, died = "resume", died + 1
        faults, deliveries = judge(office, server, died, 16)
    print(f"killed {died} times over 16 connections: {sum(server.taken.values())} of {office.messages} taken, "
          f"{max(server.taken.values())} time at most, {deliveries['unknown']} unknown "
          f"({deliveries['unknown'] / max(died, 1):.2f} a kill)" + "".join(f"; FAILED: {fault}" for fault in faults[:5]))
    return not faults


CALLS = "write pwrite64 fdatasync fsync sendto rename unlink ftruncate".split()
# A relay to which nothing can be sent is waited for; then somebody stops it.
STOPPED = ["timeout", "--signal=INT", "20"]
ENDS = ["signal=SIGKILL", "error=EIO", "error=ENOSPC"]


def calls(binary, step, names):
    tried, unknown, failed = collections.Counter(), 0, []
    for call in names or CALLS:
        for end in ENDS:
            if call == "sendto" and end == "error=ENOSPC":
                continue
            number = step
            while True:
                with tempfile.TemporaryDirectory() as place:
                    folder, server = pathlib.Path(place), Server()
                    office = Office(binary, folder, 12, server.port, connections=1)
                    command = office.command("send", office.campaign)
                    trace = folder / "trace"
                    done = subprocess.run(
                        ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={call}",
                         "-e", f"inject={call}:{end}:when={number}", *STOPPED, *command],
                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=office.environment, timeout=300)
                    met = "INJECTED" in trace.read_text() or done.returncode not in (0, 1)
                    faults, deliveries = judge(office, server, 1, 1)
                    # Closed alone, its thread would look for connections for ever, as fast as it can.
                    server.shutdown()
                    server.server_close()
                tried[f"{call} {end}"] += 1
                unknown += deliveries["unknown"]
                failed += faults
                for fault in faults:
                    print(f"FAILED: {call} {end} {number}: {fault}", flush=True)
                if not met:
                    break
                number += step
            print(f"{call} {end}: {tried[f'{call} {end}']} points", flush=True)
    print(f"{sum(tried.values())} points of death: {unknown} unknown, {len(failed)} faults")
    return not failed


if __name__ == "__main__":
    kind, rest = sys.argv[2], sys.argv[3:]
    isFine = kills(sys.argv[1], int(rest[0])) if kind == "kills" else calls(sys.argv[1], int((rest or ["1"])[0]), rest[1:])
    sys.exit(0 if isFine else 1)
