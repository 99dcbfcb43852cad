#!/usr/bin/env python3
"""A loopback SMTP server with TLS, as a second opinion on our client.

It prints its port on the first line, then every command it hears, prefixed by "clear" or "tls",
"session VERSION CIPHER" for every TLS session, and for every accepted message "message N" with the
number of its octets and "taken RECIPIENT DATA DIGEST": SHA-256 over these octets, and over the same
without the Date field. It ends with its standard input.

    tls_relay.py --cert FILE --key FILE [--implicit] [--tls VERSION] [--offer NAME ...]
                 [--clear-offer NAME ...] [--auth CODE] [--without-auth] [--starttls-reply TEXT]
                 [--inject TEXT] [--greeting-after SECONDS]
"""
import argparse
import hashlib
import os
import re
import socket
import ssl
import sys
import threading
import time


def say(text):
    print(text, flush=True)


def sha256(octets):
    return hashlib.sha256(octets).hexdigest()


def without_date(message):
    head, blank, body = message.partition(b"\r\n\r\n")
    fields = re.split(rb"\r\n(?![ \t])", head)
    kept = [field for field in fields if not field.lower().startswith(b"date:")]
    return b"\r\n".join(kept) + blank + body


class Session:
    def __init__(self, connection, options, context):
        self.connection = connection
        self.options = options
        self.context = context
        self.tls = False
        self.pending = b""

    def encrypt(self):
        self.connection = self.context.wrap_socket(self.connection, server_side=True)
        self.tls = True
        self.pending = b""
        say(f"session {self.connection.version()} {self.connection.cipher()[0]}")

    def send(self, *lines):
        self.connection.sendall("".join(line + "\r\n" for line in lines).encode())

    def line(self):
        while b"\r\n" not in self.pending:
            more = self.connection.recv(65536)
            if not more:
                raise EOFError
            self.pending += more
        line, self.pending = self.pending.split(b"\r\n", 1)
        return line

    def body(self):
        lines = []
        while (line := self.line()) != b".":
            lines.append(line + b"\r\n")
        return b"".join(lines)

    def run(self):
        if self.options.implicit:
            self.encrypt()
        time.sleep(self.options.greeting_after)
        self.send("220 tls.example ESMTP")
        while True:
            command = self.line().decode()
            verb = command[:4].upper()
            say(f"{'tls' if self.tls else 'clear'} {command}")
            if verb == "EHLO":
                self.greet()
            elif verb == "STAR":
                self.connection.sendall(
                    (self.options.starttls_reply + "\r\n" + self.options.inject).encode()
                )
                if self.options.starttls_reply.startswith("220"):
                    self.encrypt()
            elif verb == "RCPT":
                self.recipient = command[command.index("<") + 1:command.index(">")]
                self.send("250 2.1.5 Ok")
            elif verb == "AUTH":
                if len(command.split()) < 3:
                    self.send("334 ")
                    self.line()
                self.send(f"{self.options.auth} login")
            elif verb == "DATA":
                self.send("354 go ahead")
                message = self.body()
                say(f"message {len(message)}")
                say(f"taken {self.recipient} {sha256(message)} {sha256(without_date(message))}")
                self.send("250 2.0.0 Ok: queued as 4F2A00")
            elif verb == "QUIT":
                self.send("221 bye")
                return
            else:
                self.send("250 2.0.0 Ok")

    def greet(self):
        names = ["tls.example", "PIPELINING"] + self.options.offer
        if not self.tls:
            names += self.options.clear_offer
        elif not self.options.without_auth:
            names += ["AUTH DIGEST-MD5 PLAIN LOGIN"]
        self.send(*[f"250-{name}" for name in names[:-1]], f"250 {names[-1]}")


def serve(listener, options, context):
    while True:
        connection, _ = listener.accept()
        try:
            Session(connection, options, context).run()
        except (EOFError, OSError) as error:
            say(f"ended {type(error).__name__}")
        connection.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cert", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--implicit", action="store_true")
    parser.add_argument("--offer", action="append", default=[])
    parser.add_argument("--clear-offer", action="append", default=[])
    parser.add_argument("--auth", type=int, default=235)
    parser.add_argument("--greeting-after", type=float, default=0, help="seconds")
    parser.add_argument("--without-auth", action="store_true")
    parser.add_argument("--starttls-reply", default="220 go ahead")
    parser.add_argument("--inject", default="")
    parser.add_argument("--tls", choices=["1.1", "1.2", "1.3"], help="this version alone")
    options = parser.parse_args()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if options.tls:
        # Debian's OpenSSL speaks 1.1 at this level only.
        context.set_ciphers("ALL:@SECLEVEL=0")
        version = getattr(ssl.TLSVersion, "TLSv" + options.tls.replace(".", "_"))
        context.minimum_version = context.maximum_version = version
    context.load_cert_chain(options.cert, options.key)
    listener = socket.create_server(("127.0.0.1", 0))
    say(listener.getsockname()[1])
    threading.Thread(target=serve, args=(listener, options, context), daemon=True).start()
    sys.stdin.read()
    os._exit(0)


main()
