#!/usr/bin/env python3
"""A loopback web server with TLS that serves what it is told, as the web site of an invented authority.

    web_pages.py --cert FILE --key FILE PAGES.json

PAGES.json is {"/path": {"status": 200, "headers": [["Set-Cookie", "a=b"]], "body": "...", "repeat": 1, "hang": false,
"cut": false}}; everything but the path may be left out. "repeat" serves the body so often; "hang" never answers;
"cut" hangs up in the middle of the body; "{port}" in headers and bodies is the server's own port. Any other path is 404.

It prints its port on the first line, then "get PATH" and "field NAME: VALUE" for every request and its header fields, and
"ended NAME" for a connection without TLS. It ends with its standard input.
"""

import argparse
import http.server
import json
import os
import ssl
import sys
import threading


def say(*words):
    print(*words, flush=True)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        say("get", self.path)
        for name, value in self.headers.items():
            say(f"field {name}: {value}")
        page = self.server.pages.get(self.path, {"status": 404, "body": "not here"})
        if page.get("hang"):
            threading.Event().wait()
        port = str(self.server.server_port)
        body = page.get("body", "").replace("{port}", port).encode() * page.get("repeat", 1)
        self.send_response(page.get("status", 200))
        headers = page.get("headers", [])
        if not any(name.lower() == "content-type" for name, _ in headers):
            headers = headers + [["Content-Type", "text/html; charset=utf-8"]]
        for name, value in headers + [["Content-Length", str(len(body))]]:
            self.send_header(name, value.replace("{port}", port))
        self.end_headers()
        if page.get("cut"):
            body = body[:len(body) // 2]
            self.close_connection = True
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        say("ended", sys.exc_info()[0].__name__)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cert", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("pages")
    options = parser.parse_args()
    server = Server(("127.0.0.1", 0), Handler)
    with open(options.pages, encoding="utf-8") as file:
        server.pages = json.load(file)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.cert, options.key)
    # The handshake belongs to the connection's own thread: a client that leaves must not stop the server.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    say(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


main()
