#!/usr/bin/env python3
"""Logs in at a real Dovecot behind a real Postfix, in every way that the program knows; see README.md.

logins.py BINARY [NAME...]: exit code 1 if a campaign did not go through as it must, or a secret shows itself.
"""

import collections
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from office import Office
from trials import Exim, Postfix

DOVECOT = """\
protocols =
base_dir = {folder}/base
log_path = {folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_verbose = yes
auth_cache_size = 0
default_internal_user = dovecot
passdb {{
  driver = static
  mechanisms = plain login
  args = password=kanarienvogel
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home=/nonexistent
}}
service auth {{
  unix_listener {folder}/postfix/queue/auth {{
    mode = 0666
  }}
}}
"""

OAUTH2 = """\
introspection_mode = post
introspection_url = http://127.0.0.1:{port}/
username_attribute = user
active_attribute = active
active_value = true
"""

SASL = """\
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = auth
smtpd_sasl_security_options = noanonymous
smtpd_tls_auth_only = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
"""


class Issuer(http.server.BaseHTTPRequestHandler):
    """Tells Dovecot whether a token is good: one of them is at a time."""

    good, asked = 1, []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        number = int(re.search(r"sesam-(\d+)", body).group(1))
        kind = type(self)
        active = number == kind.good
        kind.asked.append((number, active))
        answer = json.dumps({"active": active, "user": "termine", "username": "termine"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def certificate(folder, name="relay", bits=None):
    key = ["rsa:" + str(bits)] if bits else ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    subprocess.run(["openssl", "req", "-x509", "-nodes", "-newkey", *key, "-keyout", folder / f"{name}.key", "-out",
                    folder / f"{name}.pem", "-days", "9", "-subj", f"/CN={name}", "-addext",
                    "subjectAltName=IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
    return folder / f"{name}.pem", folder / f"{name}.key"


def pin(path):
    script = ("openssl x509 -in \"$0\" -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary "
              "| openssl base64 -A")
    return "sha256//" + subprocess.run(["sh", "-c", script, path], check=True, capture_output=True, text=True).stdout


class Scene:
    """Postfix with TLS, Dovecot's SASL, an issuer of tokens, and an office with a login."""

    def __init__(self, folder, lines, rows=40, settings="", sasl=True, pair=None):
        self.folder, self.dovecot = folder, None
        self.pair = pair or certificate(folder)
        os.environ["POSTFIX_TLS_CERT"], os.environ["POSTFIX_TLS_KEY"] = map(str, self.pair)
        self.postfix = Postfix(folder, (SASL if sasl else "") + settings)
        if sasl:
            self.start_dovecot()
        (folder / "trusted.pem").write_text(self.pair[0].read_text())
        (folder / "password").write_text("kanarienvogel\n")
        (folder / "password").chmod(0o600)
        tokens = folder / "tokens"
        tokens.write_text(f"#!/bin/sh\ncd {folder}; n=$(($(cat count 2>/dev/null || echo 0) + 1)); echo $n >count\n"
                          "echo sesam-$n\n")
        tokens.chmod(0o700)
        lines = f'ca_file = "{folder}/trusted.pem"\n' + lines.format(folder=folder, pin=pin(self.pair[0]))
        self.office = Office(sys.argv[1], folder, rows, self.postfix.port, connections=1, relay=lines)

    def start_dovecot(self):
        Issuer.good, Issuer.asked = 1, []
        self.issuer = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Issuer)
        threading.Thread(target=self.issuer.serve_forever, daemon=True).start()
        (self.folder / "oauth2.conf").write_text(OAUTH2.format(port=self.issuer.server_address[1]))
        (self.folder / "dovecot.conf").write_text(DOVECOT.format(folder=self.folder))
        self.dovecot = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", self.folder / "dovecot.conf"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            if (self.folder / "postfix/queue/auth").exists():
                return
            time.sleep(0.1)
        raise SystemExit("logins: Dovecot does not answer: " + (self.folder / "dovecot.log").read_text()[-500:])

    def end(self):
        if self.dovecot:
            self.dovecot.terminate()
            self.dovecot.wait()
            self.issuer.shutdown()
        self.postfix.end()

    def logins(self):
        return collections.Counter(re.findall(r"sasl_method=(\w+), sasl_username=termine", self.postfix.log))


def through(mechanism):
    def run(folder):
        proof = ('token_command = ["{folder}/tokens"]' if mechanism in ("xoauth2", "oauthbearer")
                 else 'password_file = "{folder}/password"')
        scene = Scene(folder, f'username = "termine"\nlogin = "{mechanism}"\n{proof}')
        try:
            result = scene.office.send()
        finally:
            scene.end()
        assert result["deliveries"]["accepted"] == scene.office.messages, result
        assert scene.logins() == {mechanism.upper(): scene.office.messages}, scene.logins()
        return f"{scene.office.messages} messages"
    return run


def expiring(folder):
    """From the sixtieth message on only the next token is good, and the session that stands is cut."""
    scene = Scene(folder, 'username = "termine"\nlogin = "xoauth2"\ntoken_command = ["{folder}/tokens"]', rows=200)
    try:
        sending = subprocess.Popen(scene.office.command("send", scene.office.campaign), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, env=scene.office.environment)
        log = folder / "postfix/mail.log"
        while log.read_text().count("status=sent") < 60:
            assert sending.poll() is None, sending.communicate()
            time.sleep(0.01)
        Issuer.good = 2
        subprocess.run(["postfix", "-c", folder / "postfix/conf", "reload"], check=True, stderr=subprocess.DEVNULL)
        session = subprocess.run(["pgrep", "-f", "^smtpd -n .*" + str(scene.postfix.port)], capture_output=True,
                                 text=True).stdout.split()
        for process in session:
            os.kill(int(process), 15)
        output, errors = sending.communicate(timeout=300)
        result = json.loads(output)
    finally:
        scene.end()
    states = result["deliveries"]
    assert (2, True) in Issuer.asked and (1, False) in Issuer.asked, Issuer.asked
    assert states["accepted"] + states["unknown"] == scene.office.messages, (states, errors[-400:])
    assert (folder / "count").read_text() == "2\n"
    shown = [path for path in folder.rglob("*") if path.is_file() and b"sesam-1" in path.read_bytes()]
    assert not shown and "sesam" not in output + errors, shown
    return f"{states['accepted']} accepted, {states['unknown']} unknown, tokens asked about: {Issuer.asked}"


def client_certificate(folder):
    own = certificate(folder, "termine")
    own[1].chmod(0o600)
    settings = (f"smtpd_tls_ask_ccert = yes\nsmtpd_tls_req_ccert = yes\nsmtpd_tls_CAfile = {own[0]}\n"
                "smtpd_tls_security_level = encrypt\nsmtpd_tls_loglevel = 1\nmynetworks = 192.0.2.1/32\n"
                "smtpd_relay_restrictions = permit_tls_all_clientcerts, reject\n")
    scene = Scene(folder, 'client_certificate = "{folder}/termine.pem"\nclient_key = "{folder}/termine.key"',
                  settings=settings, sasl=False)
    try:
        result = scene.office.send()
    finally:
        scene.end()
    assert result["deliveries"]["accepted"] == scene.office.messages, result
    assert "Trusted TLS connection established from" in scene.postfix.log or "Verified TLS" in scene.postfix.log
    return "let in by its certificate alone"


def pinned(folder):
    pair = certificate(folder)
    scene = Scene(folder, 'pinned_key = "{pin}"', rows=300, sasl=False, pair=pair)
    try:
        sending = subprocess.Popen(scene.office.command("send", scene.office.campaign), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, env=scene.office.environment)
        log = folder / "postfix/mail.log"
        while log.read_text().count("status=sent") < 60:
            assert sending.poll() is None, sending.communicate()
            time.sleep(0.01)
        other = certificate(folder, "other")
        os.environ["POSTFIX_TLS_CERT"], os.environ["POSTFIX_TLS_KEY"] = map(str, other)
        with open(folder / "trusted.pem", "a") as trusted:
            trusted.write(other[0].read_text())
        scene.postfix.again("")
        output, errors = sending.communicate(timeout=300)
        result = json.loads(output)
        handed = (folder / "postfix/mail.log").read_text().count("status=sent")
    finally:
        scene.end()
    assert sending.returncode == 2 and "another key than pinned_key" in result["stopped_because"], result
    assert handed == 0, handed
    return f"stopped after {result['deliveries']['accepted']} of {scene.office.messages}, none to the other key"


def bsi(folder):
    pair = certificate(folder, bits=2048)
    scene = Scene(folder, 'tls_profile = "bsi"\nusername = "termine"\npassword_file = "{folder}/password"', pair=pair)
    try:
        result = subprocess.run(scene.office.command("check"), capture_output=True, text=True,
                                env=scene.office.environment)
    finally:
        scene.end()
    assert result.returncode == 69 and "3072" in result.stdout, result.stdout
    assert "sasl" not in scene.postfix.log
    return "an RSA key of 2048 bits is refused, and nobody has logged in"


def exim_log(what):
    def run(folder):
        folder.chmod(0o711)
        exim = Exim(folder, "")
        proxy = subprocess.Popen(["python3", pathlib.Path(__file__).parents[1] / "Oracles/dot_proxy.py", str(exim.port),
                                  f"{what}:7"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            office = Office(sys.argv[1], folder, 20, int(proxy.stdout.readline()), connections=1)
            sending = subprocess.Popen(office.command("send", office.campaign), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, env=office.environment)
            assert proxy.stdout.readline() == "holding\n"
            sending.kill()
            sending.wait()
            assert office.send("resume", code=(1,))["deliveries"]["unknown"] == 1
            log = exim.folder / "log-mainlog"
            found = office.run("resolve", office.campaign, "--from-log", log, "--accepted",
                               code=(0,) if what == "reply" else (1,))
        finally:
            proxy.stdin.close()
            exim.end()
        assert [entry["found"] for entry in found["unknown"]] == (["accepted"] if what == "reply" else [None]), found
        told = exim.told()
        assert len(told) == (20 if what == "reply" else 19) and max(told.values()) == 1, told
        return f"{found['unknown'][0]['found']}, as Exim's spool has it: {len(told)} of 20"
    return run


TRIALS = {name: through(name) for name in ("plain", "login", "xoauth2", "oauthbearer")}
TRIALS |= {"token-expires": expiring, "client-certificate": client_certificate, "pinned-key": pinned, "bsi": bsi,
           "exim-log-taken": exim_log("reply"), "exim-log-not-taken": exim_log("dot")}


if __name__ == "__main__":
    failed = False
    for name in sys.argv[2:] or TRIALS:
        for variable in ("POSTFIX_TLS_CERT", "POSTFIX_TLS_KEY"):
            os.environ.pop(variable, None)
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            folder.chmod(0o711)
            try:
                print(f"{name}: {TRIALS[name](folder)}", flush=True)
            except AssertionError as error:
                failed = True
                print(f"{name}: FAILED: {error}", flush=True)
    sys.exit(1 if failed else 0)
