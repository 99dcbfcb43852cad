#!/usr/bin/env python3
"""A loopback SMTP server that keeps its own record, and stands still at an exact moment.

    holding_relay.py [--hold MOMENT:N] [--pause SECONDS] [--refuse-every N] [--without NAME]

It prints its port on the first line, then one line for each event, before the client can know of it:

    connected             a connection was made
    accepted ID RCPT...   a message is taken (its Message-ID and every recipient); the reply is 250
    refused ID            with --refuse-every: the reply to its final dot is 550 5.1.1
    lost                  a connection ended in the middle of a message
    holding MOMENT        --hold: the N-th MOMENT of all connections has come

A moment is mail, rcpt or data (the command is heard and not answered), body (half a message is read), dot (the message is
there and not answered), or reply (the message is accepted and answered). The connection on which it came stands still until
the line "go" arrives on standard input, and is then dropped, with what it held.

After the line "only N" a connection that begins a message after the N-th of all waits before MAIL is answered, until the line
"all"; nothing is dropped. Any other line is answered with "heard" and the line, after everything that happened before. The
relay ends with its standard input.
"""

import argparse
import email.parser
import os
import socket
import sys
import threading
import time


class Relay:
    def __init__(self, options):
        moment, _, number = (options.hold or ":0").partition(":")
        self.options, self.moment, self.number = options, moment, int(number)
        self.lock, self.counts, self.released = threading.Lock(), {}, threading.Event()
        self.output = threading.Lock()
        self.begun, self.limit, self.opened = 0, None, threading.Condition()

    def limit_to(self, limit):
        with self.opened:
            self.limit = limit
            self.opened.notify_all()

    def begin(self):
        """Waits while as many messages were begun as may be."""
        with self.opened:
            self.opened.wait_for(lambda: self.limit is None or self.begun < self.limit)
            self.begun += 1

    def say(self, *words):
        with self.output:
            print(*words, flush=True)

    def count(self, what):
        with self.lock:
            self.counts[what] = self.counts.get(what, 0) + 1
            return self.counts[what]

    def reach(self, moment):
        """Stands still if this is the moment; the connection is dropped afterwards."""
        if moment == self.moment and self.count(moment) == self.number:
            self.say("holding", moment)
            self.released.wait()
            raise EOFError


class Session:
    def __init__(self, relay, connection):
        self.relay, self.connection = relay, connection
        self.stream = connection.makefile("rb")
        self.recipients = None

    def send(self, *lines):
        self.connection.sendall("".join(line + "\r\n" for line in lines).encode())

    def line(self):
        line = self.stream.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        return line

    def run(self):
        self.send("220 holding.example ESMTP")
        while True:
            command = self.line().decode().rstrip("\r\n")
            verb = command[:4].upper()
            if verb == "EHLO":
                names = [name for name in ("PIPELINING", "8BITMIME", "SIZE 10485760") if name not in self.relay.options.without]
                self.send("250-holding.example", *[f"250-{name}" for name in names], "250 ENHANCEDSTATUSCODES")
            elif verb == "MAIL":
                self.relay.reach("mail")
                self.relay.begin()
                self.recipients = []
                self.send("250 2.1.0 Ok")
            elif verb == "RCPT":
                self.relay.reach("rcpt")
                self.recipients.append(command[command.index("<") + 1:command.index(">")])
                self.send("250 2.1.5 Ok")
            elif verb == "DATA":
                self.relay.reach("data")
                self.send("354 go ahead")
                self.take()
            elif verb == "QUIT":
                self.send("221 2.0.0 Bye")
                return
            else:
                self.send("250 2.0.0 Ok")

    def take(self):
        lines = [self.line()]
        self.relay.reach("body")
        while lines[-1] != b".\r\n":
            lines.append(self.line())
        self.relay.reach("dot")
        time.sleep(self.relay.options.pause)
        head = email.parser.BytesHeaderParser().parsebytes(b"".join(lines))
        every = self.relay.options.refuse_every
        if every and self.relay.count("message") % every == 0:
            self.relay.say("refused", head["Message-ID"])
            self.send("550 5.1.1 no such mailbox")
        else:
            self.relay.say("accepted", head["Message-ID"], *self.recipients)
            self.send("250 2.0.0 Ok: queued")
            self.relay.reach("reply")
        self.recipients = None

    def serve(self):
        try:
            self.run()
        except (EOFError, OSError):
            if self.recipients is not None:
                self.relay.say("lost")
        self.connection.close()


def accept(listener, relay):
    while True:
        connection, _ = listener.accept()
        relay.say("connected")
        threading.Thread(target=Session(relay, connection).serve, daemon=True).start()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hold", metavar="MOMENT:N")
    parser.add_argument("--pause", type=float, default=0, help="before each answer to a final dot")
    parser.add_argument("--refuse-every", type=int, default=0, metavar="N")
    parser.add_argument("--without", action="append", default=[], metavar="NAME", help="do not offer this extension")
    relay = Relay(parser.parse_args())
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    relay.say(listener.getsockname()[1])
    threading.Thread(target=accept, args=(listener, relay), daemon=True).start()
    for line in sys.stdin:
        if line.strip() == "go":
            relay.released.set()
        elif line.startswith("only "):
            relay.limit_to(int(line[5:]))
        elif line.strip() == "all":
            relay.limit_to(None)
        else:
            relay.say("heard", line.strip())
    os._exit(0)


main()
