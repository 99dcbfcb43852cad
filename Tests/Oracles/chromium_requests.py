#!/usr/bin/env python3
"""Loads pages in headless Chromium and counts what they ask for. Shares no code with Einzelpost.

    chromium_requests.py FILE...

FILE is an HTML page, or an .eml whose HTML part is the page. Each page is loaded twice by a browser without a past, until
nothing more is fetched: from a file, and from an address, where relative references lead somewhere too. Every name is
resolved to a server of this script's own, and every connection to it counts, plain or TLS, except the one that fetches the
page; so does every other URL that Chromium's own network log says it began to load.

Prints one JSON object, {"pages": [{"file": name, "connections": n, "urls": n}]}, and exits 1 if anything was asked for, 64
on wrong usage, 69 if there is no Chromium. Nothing leaves the machine whatever the page says.
"""

import email
import email.policy
import json
import os
import pathlib
import shutil
import socketserver
import subprocess
import sys
import tempfile
import threading

PROGRAMS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
LIMIT = 60
# What a browser asks for by itself, whatever page it shows, is switched off.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync", "--disable-extensions",
         "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-first-run", "--no-default-browser-check", "--no-pings",
         "--metrics-recording-only", "--disable-gpu", "--disable-dev-shm-usage"]


ADDRESS = "http://page.invalid/page.html"


class Counter(socketserver.ThreadingTCPServer):
    """Gives out the page, and counts every connection that wants anything else."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, source):
        super().__init__(("127.0.0.1", 0), Answer)
        self.source, self.connections, self.lock = source, 0, threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Answer(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(5)
        try:
            wanted = self.request.recv(65_536)
        except OSError:
            wanted = b""
        is_page = wanted.startswith(b"GET /page.html ") and b"Host: page.invalid\r\n" in wanted
        with self.server.lock:
            self.server.connections += not is_page
        body = self.server.source if is_page else b""
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        try:
            self.request.sendall(head.encode() + body)
        except OSError:
            pass


def page(path):
    if path.suffix != ".eml":
        return path.read_bytes()
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    part = message.get_body(("html",))
    if part is None:
        raise ValueError(f"{path.name} has no HTML part")
    return part.get_payload(decode=True)


def load(program, source, folder, *, from_file):
    """Numbers of connections and of URLs that the page asked for."""
    counter = Counter(source)
    file, log = folder / "page.html", folder / "network.json"
    file.write_bytes(source)
    own = file.as_uri() if from_file else ADDRESS
    command = [program, "--headless", "--no-sandbox", *QUIET, f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
               # Every host and every port becomes the counter's: no page can reach anything else.
               f"--host-resolver-rules=MAP * 127.0.0.1:{counter.server_address[1]}", "--virtual-time-budget=10000", "--dump-dom", own]
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    ending = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT)
    counter.shutdown()
    counter.server_close()
    if ending.returncode != 0 or b"<p" not in ending.stdout:
        raise RuntimeError(f"{program} did not show the page (exit code {ending.returncode}): {ending.stderr.decode('utf-8', 'replace')[-400:]}")
    return counter.connections, len(urls(log) - {own})


def urls(log):
    """What Chromium began to load, without what a page carries in itself."""
    record = json.loads(log.read_text())
    started = record["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    found = {event["params"]["url"] for event in record["events"] if event["type"] == started and "url" in event.get("params", {})}
    return {url for url in found if not url.startswith(("data:", "about:"))}


def main():
    files = [pathlib.Path(name) for name in sys.argv[1:]]
    if not files or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 64
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        print("chromium_requests: there is no Chromium; apt-get install chromium-headless-shell", file=sys.stderr)
        return 69
    pages = []
    for path in files:
        connections = count = 0
        for from_file in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                more = load(program, page(path), pathlib.Path(folder), from_file=from_file)
            connections, count = connections + more[0], count + more[1]
        pages.append({"file": path.name, "connections": connections, "urls": count})
    print(json.dumps({"pages": pages}))
    return 1 if any(page["connections"] or page["urls"] for page in pages) else 0


if __name__ == "__main__":
    sys.exit(main())
