#!/usr/bin/env python3
"""Stands between our program and a real mail server, and holds one message at its final dot.

It prints its port on the first line. Of message N in all it withholds either the final dot from the server (dot:N), which so
never has the message, or the server's reply from the client (reply:N): then the server has it, and the client does not
know. When that moment has come it prints "holding". As soon as the client hangs up it does so too, and from then on lets
everything through. It ends with its standard input.

    dot_proxy.py PORT (dot:N | reply:N)
"""
import os
import select
import socket
import sys
import threading

DOT = b"\r\n.\r\n"


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Proxy:
    def __init__(self, port, what, number):
        self.port, self.what, self.number = port, what, number
        self.dots, self.is_over = 0, False

    def attend(self, client):
        server = socket.create_connection(("127.0.0.1", self.port))
        for side in (client, server):
            side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            while True:
                for side in select.select([client, server], [], [])[0]:
                    octets = side.recv(65536)
                    if not octets:
                        return
                    if side is server:
                        client.sendall(octets)
                    elif self.passes(octets, server, client):
                        return
        except OSError:
            pass
        finally:
            client.close()
            server.close()

    def passes(self, octets, server, client):
        """Hands on what the client says; true if the client was held to its end."""
        # A dot stands in one piece: what is written on loopback at a time arrives at a time.
        if self.is_over or DOT not in octets:
            server.sendall(octets)
            return False
        self.dots += octets.count(DOT)
        if self.dots < self.number:
            server.sendall(octets)
            return False
        end = octets.index(DOT) + 2
        server.sendall(octets[:end] if self.what == "dot" else octets[:end + 3])
        if self.what == "reply":
            server.recv(65536)
        say("holding")
        self.is_over = True
        while client.recv(65536):
            pass
        return True


def main():
    what, _, number = sys.argv[2].partition(":")
    proxy = Proxy(int(sys.argv[1]), what, int(number))
    listener = socket.create_server(("127.0.0.1", 0))
    say(listener.getsockname()[1])

    def serve():
        while True:
            client, _ = listener.accept()
            threading.Thread(target=proxy.attend, args=(client,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


main()
