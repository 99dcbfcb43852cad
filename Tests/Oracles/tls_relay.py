#!/usr/bin/env python3
"""A loopback SMTP server with TLS, as a second opinion on our client.

It prints its port on the first line, then every command it hears, prefixed by "clear" or "tls",
"session VERSION CIPHER" for every TLS session, and for every accepted message "message N" with the
number of its octets and "taken RECIPIENT DATA DIGEST": SHA-256 over these octets, and over the same
without the Date field. It ends with its standard input.

    tls_relay.py --cert FILE --key FILE [--implicit] [--tls VERSION] [--offer NAME ...]
                 [--clear-offer NAME ...] [--auth CODE] [--without-auth] [--starttls-reply TEXT]
                 [--inject TEXT] [--greeting-after SECONDS] [--mechanisms NAMES] [--tokens PREFIX:COUNT[:FIRST]]
                 [--client-ca FILE] [--ciphers LIST] [--group NAME] [--after COUNT --cert FILE --key FILE]

--tokens: only the token PREFIX-1 opens the relay, for COUNT messages; then it ends the session with 421, and only
PREFIX-2 does, and so on; it may begin with another than 1. A refused token is told as "refused token N", an accepted login as "login MECHANISM USER".
--client-ca: asks for a certificate of that authority, and tells whose was shown. --after: after so many messages the
session ends with 421, and from then on the second certificate is shown.
"""
import argparse
import base64
import hashlib
import os
import re
import socket
import ssl
import sys
import threading
import time


def say(text):
    # In one piece: several sessions speak at a time.
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def sha256(octets):
    return hashlib.sha256(octets).hexdigest()


def without_date(message):
    head, blank, body = message.partition(b"\r\n\r\n")
    fields = re.split(rb"\r\n(?![ \t])", head)
    kept = [field for field in fields if not field.lower().startswith(b"date:")]
    return b"\r\n".join(kept) + blank + body


class Service:
    """What lasts longer than a session: messages taken, and which token is good."""

    def __init__(self, options):
        self.taken, self.contexts = 0, []
        self.prefix, count, first = (options.tokens + "::").split(":")[:3]
        self.token_lasts, self.generation, self.after = int(count or 0), int(first or 1), options.after
        self.lock = threading.Lock()

    @property
    def token(self):
        return f"{self.prefix}-{self.generation}"

    @property
    def context(self):
        return self.contexts[1 if self.after and self.taken >= self.after else 0]

    def take(self):
        """Notes a message."""
        with self.lock:
            self.taken += 1
            if self.token_lasts and self.taken % self.token_lasts == 0:
                self.generation += 1

    @property
    def era(self):
        """Sessions of an earlier one end."""
        return self.generation, self.after and self.taken >= self.after


class Session:
    def __init__(self, connection, options, service):
        self.connection = connection
        self.options = options
        self.service = service
        self.era = service.era
        self.tls = False
        self.pending = b""

    def encrypt(self):
        self.connection = self.service.context.wrap_socket(self.connection, server_side=True)
        self.tls = True
        self.pending = b""
        say(f"session {self.connection.version()} {self.connection.cipher()[0]}")
        if self.options.client_ca:
            subject = dict(pair for part in self.connection.getpeercert()["subject"] for pair in part)
            say(f"client {subject['commonName']}")

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
            if self.era != self.service.era and verb == "MAIL":
                self.send("421 4.7.0 this session has ended")
                return
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
                self.log_in(command.split())
            elif verb == "DATA":
                self.send("354 go ahead")
                message = self.body()
                say(f"message {len(message)}")
                say(f"taken {self.recipient} {sha256(message)} {sha256(without_date(message))}")
                self.service.take()
                self.send("250 2.0.0 Ok: queued as 4F2A00")
            elif verb == "QUIT":
                self.send("221 bye")
                return
            else:
                self.send("250 2.0.0 Ok")

    def answer(self, words, challenge=""):
        """What the client says to a challenge, unless it has said it already."""
        if len(words) > 2:
            return base64.b64decode(words.pop())
        self.send("334 " + base64.b64encode(challenge.encode()).decode())
        return base64.b64decode(self.line())

    def log_in(self, words):
        mechanism = words[1].upper()
        if mechanism == "LOGIN":
            user = self.answer(words, "Username:")
            self.answer(words[:2], "Password:")
        elif mechanism == "PLAIN":
            user = self.answer(words).split(b"\0")[1]
        else:
            return self.take_token(mechanism, self.answer(words).split(b"\1"))
        if self.options.auth == 235:
            say(f"login {mechanism} {user.decode()}")
        self.send(f"{self.options.auth} login")

    def take_token(self, mechanism, fields):
        user = fields[0].removeprefix(b"user=").removeprefix(b"n,a=").removesuffix(b",").decode()
        token = next(field for field in fields if field.startswith(b"auth=Bearer "))[12:].decode()
        if token == self.service.token:
            say(f"login {mechanism} {user}")
            return self.send("235 2.7.0 welcome")
        say(f"refused token {token.rpartition('-')[2]}")
        # RFC 7628 section 3.2.3; XOAUTH2 does the same.
        self.send("334 " + base64.b64encode(b'{"status":"401","schemes":"bearer"}').decode())
        self.line()
        self.send("535 5.7.8 no")

    def greet(self):
        names = ["tls.example", "PIPELINING"] + self.options.offer
        if not self.tls:
            names += self.options.clear_offer
        elif not self.options.without_auth:
            names += ["AUTH " + self.options.mechanisms]
        self.send(*[f"250-{name}" for name in names[:-1]], f"250 {names[-1]}")


def attend(connection, options, service):
    try:
        Session(connection, options, service).run()
    except (EOFError, OSError) as error:
        say(f"ended {type(error).__name__}")
    connection.close()


def serve(listener, options, service):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=attend, args=(connection, options, service), daemon=True).start()


def context(options, certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if options.ciphers:
        context.set_ciphers(options.ciphers)
    if options.group:
        context.set_ecdh_curve(options.group)
    if options.tls:
        # Debian's OpenSSL speaks 1.1 at this level only.
        if options.tls == "1.1":
            context.set_ciphers("ALL:@SECLEVEL=0")
        version = getattr(ssl.TLSVersion, "TLSv" + options.tls.replace(".", "_"))
        context.minimum_version = context.maximum_version = version
    if options.client_ca:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(options.client_ca)
    context.load_cert_chain(certificate, key)
    return context


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cert", required=True, action="append")
    parser.add_argument("--key", required=True, action="append")
    parser.add_argument("--implicit", action="store_true")
    parser.add_argument("--offer", action="append", default=[])
    parser.add_argument("--clear-offer", action="append", default=[])
    parser.add_argument("--auth", type=int, default=235)
    parser.add_argument("--mechanisms", default="DIGEST-MD5 PLAIN LOGIN")
    parser.add_argument("--tokens", default="")
    parser.add_argument("--client-ca")
    parser.add_argument("--ciphers", help="for TLS 1.2")
    parser.add_argument("--group", help="the only one for the exchange of keys")
    parser.add_argument("--after", type=int, default=0)
    parser.add_argument("--greeting-after", type=float, default=0, help="seconds")
    parser.add_argument("--without-auth", action="store_true")
    parser.add_argument("--starttls-reply", default="220 go ahead")
    parser.add_argument("--inject", default="")
    parser.add_argument("--tls", choices=["1.1", "1.2", "1.3"], help="this version alone")
    options = parser.parse_args()
    service = Service(options)
    service.contexts = [context(options, *pair) for pair in zip(options.cert, options.key)]
    listener = socket.create_server(("127.0.0.1", 0))
    say(listener.getsockname()[1])
    threading.Thread(target=serve, args=(listener, options, service), daemon=True).start()
    sys.stdin.read()
    os._exit(0)


main()
