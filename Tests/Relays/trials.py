#!/usr/bin/env python3
"""Sends campaigns through Postfix and Exim with the limits and refusals of ordinary offices; see README.md.

trials.py BINARY [NAME...]: exit code 1 if anybody was refused, told twice or not told.
"""

import collections
import os
import pathlib
import re
import shutil
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time

from office import ROOT, Office, free_port

POSTFIX = ROOT / "Tests/Oracles/private_postfix.sh"


class Postfix:
    """A private Postfix with more lines for its main.cf; may be started again with others."""

    def __init__(self, folder, settings):
        self.folder, self.port, self.log = folder / "postfix", free_port(), ""
        self.begin(settings)

    def begin(self, settings):
        environment = dict(os.environ, POSTFIX_SETTINGS=settings)
        subprocess.run(["sh", POSTFIX, "start", self.folder, str(self.port)], check=True, env=environment,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end(self):
        subprocess.run(["sh", POSTFIX, "stop", self.folder], check=True)
        self.log += (self.folder / "mail.log").read_text()
        shutil.rmtree(self.folder)

    def again(self, settings):
        self.end()
        self.begin(settings)

    def told(self):
        """How often each message was queued and taken out again, by its Message-ID."""
        names = dict(re.findall(r" (\w+): message-id=<([^>]*)>", self.log))
        return collections.Counter(names[queue] for queue in re.findall(r" (\w+): to=<.* status=sent", self.log))

    def refused(self):
        return len(re.findall(r"NOQUEUE: reject: (?:MAIL|RCPT)|rate limit exceeded", self.log))


EXIM = """\
exim_path = {exim}
spool_directory = {folder}/spool
log_file_path = {folder}/log-%slog
pid_file_path = {folder}/pid
primary_hostname = relay.example
domainlist local_domains =
hostlist relay_from_hosts = 127.0.0.1
acl_smtp_rcpt = rcpt
tls_advertise_hosts =
smtp_accept_max = 50
queue_only = true
log_selector = +smtp_connection +incoming_port
keep_environment =
begin acl
rcpt:
{acl}
  accept hosts = +relay_from_hosts
  deny
begin routers
everything:
  driver = accept
  transport = nowhere
begin transports
nowhere:
  driver = appendfile
  file = /dev/null
  user = Debian-exim
"""


class Exim:
    """An Exim of its own on loopback that queues everything and delivers nothing."""

    def __init__(self, folder, acl):
        self.folder, self.port = folder / "exim", free_port()
        self.folder.mkdir()
        exim = os.environ.get("EXIM") or self.unpack()
        (self.folder / "spool").mkdir()
        shutil.chown(self.folder / "spool", "Debian-exim", "Debian-exim")
        shutil.chown(self.folder, "Debian-exim", "Debian-exim")
        configuration = self.folder / "exim.conf"
        configuration.write_text(EXIM.format(exim=exim, folder=self.folder, acl=acl))
        self.process = subprocess.Popen([exim, "-C", configuration, "-bdf", "-oX", f"127.0.0.1.{self.port}"])
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("trials: Exim does not answer")

    def unpack(self):
        subprocess.run("apt-get download -qq exim4-daemon-light && dpkg -x exim4-daemon-light*.deb root", shell=True,
                       check=True, cwd=self.folder, stderr=subprocess.DEVNULL)
        return str(self.folder / "root/usr/sbin/exim4")

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.log = (self.folder / "log-mainlog").read_text()

    def told(self):
        headers = (self.folder / "spool/input").rglob("*-H")
        return collections.Counter(re.search(r"(?im)message-id: <(.*)>", path.read_text()).group(1) for path in headers)

    def refused(self):
        return len(re.findall(r"temporarily rejected RCPT", self.log))


class Greylist(socketserver.StreamRequestHandler):
    """Postfix's policy protocol: who is asked for the first time comes back later."""

    seen, wait = {}, 5

    def handle(self):
        request = {}
        for line in self.rfile:
            text = line.decode().strip()
            if text:
                key, _, value = text.partition("=")
                request[key] = value
                continue
            first = self.seen.setdefault(request.get("recipient"), time.monotonic())
            early = time.monotonic() - first < self.wait
            action = f"DEFER_IF_PERMIT Greylisted for {self.wait} seconds" if early else "DUNNO"
            self.wfile.write(f"action={action}\n\n".encode())
            request = {}


def trial(name, rows, server, own=None, first=None):
    """`first`: what is expected of a first run, before the server is mended; `own`: the server's own time."""
    def run():
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            folder.chmod(0o711)
            relay = server(folder)
            try:
                office = Office(sys.argv[1], folder, rows, relay.port)
                if first:
                    first(office, relay)
                began = time.monotonic()
                result = office.send("resume" if first else "send")
                seconds = time.monotonic() - began
                verify = office.run("verify", office.campaign)
            finally:
                relay.end()
            told = relay.told()
            deliveries = result["deliveries"]
            failures = []
            if deliveries["accepted"] != office.messages:
                failures.append(f"accepted {deliveries}")
            if deliveries["refused"] or deliveries["unknown"] or deliveries["expired"]:
                failures.append(f"somebody is blamed: {deliveries}")
            if len(told) != office.messages or max(told.values()) != 1:
                failures.append(f"the server has {len(told)} messages, at most {max(told.values(), default=0)} times")
            if verify.get("failures"):
                failures.append("verify fails")
            asked = (relay.refused() + office.messages) / office.messages
            if own:
                need = own(office.messages)
                text = f"{seconds:.0f} s, {seconds / need:.2f} times the server's own {need:.0f} s"
                if seconds > 1.35 * need:
                    failures.append("too slow")
            else:
                text = f"{seconds:.0f} s"
            if asked > 2:
                failures.append("asked too often")
            print(f"{name}: {len(told)} of {office.messages} told once, RCPT a message {asked:.2f}, {text}"
                  + "".join(f"; FAILED: {failure}" for failure in failures), flush=True)
            return not failures
    return name, run


def stops(*words):
    """The first run stops by itself, says why, and blames nobody; then the server is mended."""
    def first(office, relay):
        result = office.send(code=(2,))
        for word in words:
            if word not in result["stopped_because"]:
                raise SystemExit(f"trials: stopped because “{result['stopped_because']}”, which does not say {word}")
        if result["deliveries"]["refused"] or result["deliveries"]["accepted"]:
            raise SystemExit(f"trials: somebody is blamed: {result['deliveries']}")
        relay.again("")
    return first


def rated(setting, limit, seconds):
    return (f"{setting} = {limit}\nanvil_rate_time_unit = {seconds}s\nsmtpd_client_event_limit_exceptions =\n")


def greylisting(folder):
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Greylist)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Postfix(folder, "smtpd_recipient_restrictions = check_policy_service "
                           f"inet:127.0.0.1:{server.server_address[1]}\n")


TRIALS = dict([
    trial("postfix-messages", 500, lambda folder: Postfix(folder, rated("smtpd_client_message_rate_limit", 10, 6)),
          own=lambda count: (count / 10 - 1) * 6),
    trial("postfix-recipients", 500, lambda folder: Postfix(folder, rated("smtpd_client_recipient_rate_limit", 10, 6)),
          own=lambda count: (count / 10 - 1) * 6),
    trial("postfix-connections", 300, lambda folder: Postfix(
        folder, "smtpd_client_connection_count_limit = 2\nsmtpd_client_event_limit_exceptions =\n")),
    trial("postfix-greylisting", 300, greylisting),
    trial("postfix-helo", 60, lambda folder: Postfix(
        folder, "smtpd_helo_required = yes\nsmtpd_helo_restrictions = check_helo_access "
                "inline:{{termine.kreis.example = 504 5.5.2 Helo command rejected: need fully-qualified hostname}}\n"),
          first=stops("504 5.5.2", "3 different recipients")),
    trial("postfix-sender", 60, lambda folder: Postfix(
        folder, "smtpd_reject_unlisted_sender = yes\nvirtual_mailbox_domains = kreis.example\n"
                "virtual_mailbox_maps = inline:{somebody@kreis.example=x}\n"),
          first=stops("550 5.1.0")),
    trial("postfix-denied", 60, lambda folder: Postfix(
        folder, "mynetworks = 192.0.2.1/32\nsmtpd_relay_restrictions = permit_mynetworks, reject\n"),
          first=stops("3 different recipients")),
    trial("exim-rate", 300, lambda folder: Exim(
        folder, "  defer message = 4.7.1 too fast\n    ratelimit = 10 / 6s / per_rcpt / strict / relay\n"),
          own=lambda count: (count / 10 - 1) * 6),
])


if __name__ == "__main__":
    names = sys.argv[2:] or list(TRIALS)
    results = [TRIALS[name]() for name in names]
    sys.exit(0 if all(results) else 1)
