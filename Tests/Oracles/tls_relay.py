#!/usr/bin/env python3
"""A loopback SMTP server with TLS, as a second opinion on our client.

It prints its port on the first line, then every command it hears, prefixed by "clear" or "tls", and
"message N" with the number of octets for every accepted message. It ends with its standard input.

    tls_relay.py --cert FILE --key FILE [--implicit] [--tls-1-1] [--offer NAME ...]
                 [--clear-offer NAME ...] [--auth CODE] [--without-auth] [--starttls-reply TEXT]
                 [--inject TEXT]
"""
import argparse
import os
import socket
import ssl
import sys
import threading


def say(text):
    print(text, flush=True)


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
        size = 0
        while (line := self.line()) != b".":
            size += len(line) + 2
        return size

    def run(self):
        if self.options.implicit:
            self.encrypt()
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
            elif verb == "AUTH":
                if len(command.split()) < 3:
                    self.send("334 ")
                    self.line()
                self.send(f"{self.options.auth} login")
            elif verb == "DATA":
                self.send("354 go ahead")
                say(f"message {self.body()}")
                self.send("250 2.0.0 Ok: queued as T1")
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
    parser.add_argument("--without-auth", action="store_true")
    parser.add_argument("--starttls-reply", default="220 go ahead")
    parser.add_argument("--inject", default="")
    parser.add_argument("--tls-1-1", action="store_true")
    options = parser.parse_args()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if options.tls_1_1:
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.load_cert_chain(options.cert, options.key)
    listener = socket.create_server(("127.0.0.1", 0))
    say(listener.getsockname()[1])
    threading.Thread(target=serve, args=(listener, options, context), daemon=True).start()
    sys.stdin.read()
    os._exit(0)


main()
