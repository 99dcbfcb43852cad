"""Comes to the pages as a reverse proxy does, and as somebody who would like to be one.

    console_proxy.py PROGRAM CHECK...    one line of JSON for each; exit 1 if one fails
"""

import datetime
import http.client
import json
import os
import pathlib
import pwd
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import traceback

ROOT = pathlib.Path(__file__).parent.parent.parent
HOST = "termine.kreis.example"
ANNA, BERTA, CARLA = "anna@kreis.example", "berta@kreis.example", "carla@kreis.example"
PEOPLE = {ANNA: ["plan", "approve", "send", "lists"], BERTA: ["approve", "audit"], CARLA: ["plan"]}
DAY = datetime.date.today() + datetime.timedelta(days=7)
HEADER = "Vorname;Nachname;E-Mail;Telefon;Datum;Uhrzeit;Ort;Status\n"


def config(folder, user, people, approvers, changed):
    text = (ROOT / "Examples" / "einzelpost.toml").read_text(encoding="utf-8")
    text = text.replace("people = 1  ", f"people = {approvers}  ", 1).replace('"./state"', f'"{folder}/state"')
    text = text.replace("# witness = \"/srv/witness\"", f'witness = "{folder}/witness"')
    text = text.replace("pause_seconds = 1 ", "pause_seconds = 0 ")
    if isinstance(people, str):
        listed = people
    else:
        listed = ", ".join(f'"{name}" = {json.dumps(rights)}' for name, rights in people.items())
        listed = "{ " + listed + " }"
    section = {"address": f'"https://{HOST}"', "proxy_user": f'"{user}"', "user_header": '"X-Remote-User"',
               "people": listed, **changed}
    lines = "\n".join(f"{key} = {value}" for key, value in section.items() if value)
    path = folder / "einzelpost.toml"
    path.write_text(re.sub(r"\[console\].*?(?=\[privacy\])", f"[console]\n{lines}\n\n", text, flags=re.S), encoding="utf-8")
    path.chmod(0o600)
    return path


class Served:
    """An office whose pages are served on a socket; whoever runs the test is its proxy, unless said otherwise."""

    def __init__(self, program, user=None, people=None, approvers=1, expect=0, **changed):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="einzelpost-serve-"))
        account = pwd.getpwnam(user) if user else pwd.getpwuid(os.getuid())
        self.config = config(self.folder, account.pw_name, PEOPLE if people is None else people, approvers, changed)
        self.place = self.folder / "run"
        self.place.mkdir(mode=0o700)
        if account.pw_uid != os.getuid():
            self.folder.chmod(0o711)
            os.chown(self.place, -1, account.pw_gid)
            self.place.chmod(0o710)
        self.socket = self.place / "socket"
        self.process = None
        if expect == 0:
            self.start()

    def command(self, *words, cwd=None):
        environment = {"HOME": str(self.folder), "PATH": os.environ["PATH"]}
        return subprocess.run([self.program, *words, "--config", str(self.config), "--templates", str(ROOT / "Templates")],
                              capture_output=True, text=True, timeout=30, check=False, env=environment)

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--socket", str(self.socket), "--config", str(self.config), "--templates",
             str(ROOT / "Templates"), "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={"HOME": str(self.folder), "PATH": os.environ["PATH"], "TMPDIR": str(self.folder)})
        told = ""
        while "}" not in told:
            line = self.process.stdout.readline()
            assert line, f"it does not begin: {self.process.stderr.read()}"
            told += line
        self.told = json.loads(told)

    def client(self, person=None):
        return Client(self, person)

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        self.process.wait(60)
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.stop(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)


class Connection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("socket", timeout=120)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Client:
    """What a proxy hands on: whoever it says it is, with the cookie of their browser."""

    def __init__(self, served, person):
        self.served, self.person, self.cookie = served, person, None

    def ask(self, method, path, body=None, fields=None, host=HOST, origin=f"https://{HOST}", kind=None):
        connection = Connection(self.served.socket)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = [("Host", host)] + ([("X-Remote-User", self.person)] if self.person and fields is None else [])
        if self.cookie:
            sent.append(("Cookie", self.cookie))
        if method == "POST" and origin:
            sent.append(("Origin", origin))
        if body is not None:
            body = body if isinstance(body, bytes) else body.encode()
            sent += [("Content-Length", str(len(body))), ("Content-Type", kind or "application/x-www-form-urlencoded")]
        for name, value in sent + (fields or []):
            connection.putheader(name, value)
        connection.endheaders()
        if body is not None:
            connection.send(body)
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        cookie = answer.getheader("Set-Cookie")
        if cookie and fields is None:
            self.cookie = cookie.split(";")[0]
        return answer

    def token(self, path="/"):
        return re.search('name="zeichen" value="([0-9a-f]{64})"', self.ask("GET", path).text)[1]

    def post(self, path, **fields):
        from urllib.parse import urlencode
        return self.ask("POST", path, urlencode({"zeichen": self.token(), **fields}))

    def plan(self, people=6):
        """From a file to a campaign, as a clerk does."""
        rows = "".join(f"Vor{n};Nach{n};p{n}@netz.example;0221 4710 1{n:02d};{DAY:%d.%m.%Y};09:{n:02d};Halle;gebucht\n"
                       for n in range(10, 10 + people))
        body = (f'--x\r\nContent-Disposition: form-data; name="zeichen"\r\n\r\n{self.token("/datei")}\r\n--x\r\n'
                'Content-Disposition: form-data; name="datei"; filename="termine.csv"\r\n\r\n'
                f"{HEADER}{rows}\r\n--x--\r\n")
        answer = self.ask("POST", "/datei", body, kind="multipart/form-data; boundary=x")
        status(answer, 303, "upload")
        file = answer.getheader("Location")
        answer = self.post(f"{file}/auswahl", von=str(DAY), bis=str(DAY))
        status(answer, 303, f"planning: {said(answer)}")
        return answer.getheader("Location").rsplit("/", 1)[1]

    def approve(self, campaign, messages=6, name="E. Beispiel"):
        page = self.ask("GET", f"/k/{campaign}/freigabe").text
        found = re.search('name="digest" value="([0-9a-f]+)"', page)
        return self.post(f"/k/{campaign}/freigabe", digest=found[1] if found else "", anzahl=str(messages),
                         tag=f"{DAY:%d.%m.%Y}", name=name)


def said(answer):
    """What a page tells, without its markup."""
    return " ".join(re.sub("<[^>]*>", " ", answer.text.partition("<main")[2]).split())[:600]


def status(answer, wanted, what):
    assert answer.status == wanted, f"{what}: {answer.status}, not {wanted}"


def state(served, campaign):
    return json.loads(served.command("status", campaign, "--format", "json").stdout)["state"]


def account(program):
    """Only the proxy's account is listened to, whatever its header says; nobody else learns anything."""
    if os.getuid() != 0:
        return {"skipped": "needs root"}
    with Served(program, user="nobody") as served:
        stranger = served.client(ANNA)
        for path in ("/", "/stil.css", "/gibt-es-nicht"):
            answer = stranger.ask("GET", path)
            status(answer, 403, f"root is not the proxy: {path}")
            assert answer.text == "", answer.text
        script = ("import http.client, os, socket, sys\n"
                  "os.setgroups([]); os.setgid(65534); os.setuid(int(sys.argv[3]))\n"
                  "s = socket.socket(socket.AF_UNIX)\n"
                  "try: s.connect(sys.argv[1])\nexcept PermissionError: print('closed'); sys.exit()\n"
                  "s.send(sys.argv[2].encode()); print(s.recv(15).decode())\n")
        ask = f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX-Remote-User: {ANNA}\r\n\r\n"

        def as_user(number, group=""):
            text = script.replace("os.setgid(65534)", group or "os.setgid(65534)")
            return subprocess.run([sys.executable, "-c", text, str(served.socket), ask, str(number)], cwd="/",
                                  capture_output=True, text=True, timeout=60, check=True).stdout.strip()

        assert as_user(65534) == "HTTP/1.1 200 OK", "the proxy itself"
        # Of the proxy's group, and not the proxy.
        assert as_user(60_001) == "HTTP/1.1 403 Fo", "another account of the group"
        assert as_user(60_001, "os.setgid(60001)") == "closed", "another account"
        mode = stat.S_IMODE(os.stat(served.socket).st_mode)
        assert mode == 0o660, oct(mode)
        return {"refused": 5, "mode": oct(mode)}


def lookalikes(program):
    """Whom the header names is believed once, spelt just so; everything else is a browser's doing."""
    with Served(program) as served:
        nobody = served.client()
        right = "X-Remote-User"
        status(nobody.ask("GET", "/", fields=[(right, ANNA)]), 200, "the header")
        doubtful = [
            [("X_Remote_User", ANNA)], [("x-remote-user", ANNA)], [("X-REMOTE-USER", ANNA)], [("X-Remote_User", ANNA)],
            [("XRemoteUser", ANNA)], [(right, ANNA), (right, ANNA)], [(right, ANNA), (right, BERTA)],
            [(right, ANNA), ("x-remote-user", BERTA)], [(right, ANNA), ("X_Remote_User", BERTA)],
            [("X_Remote_User", BERTA), (right, ANNA)], [(right, f"{ANNA}, {BERTA}")], [(right, f"{ANNA},{BERTA}")],
            [(right, f"{ANNA} {BERTA}")], [(right, "a" * 201)], [(right, "anna\u00e4".encode("latin-1").decode("latin-1"))],
            [(right, f'"{ANNA}"')], [(right, f"{ANNA};{BERTA}")],
        ]
        for fields in doubtful:
            answer = nobody.ask("GET", "/", fields=fields)
            status(answer, 400, f"{fields}")
            assert ANNA not in answer.text
        for fields in ([], [(right, "")], [("X-Forwarded-User", ANNA)], [("Remote-User", ANNA)],
                       [("Authorization", "Basic YW5uYQ==")]):
            answer = nobody.ask("GET", "/", fields=fields)
            status(answer, 401, f"{fields}")
            assert "nicht angemeldet" in answer.text
        # A link of the other command leads nowhere here.
        status(nobody.ask("GET", "/anmelden/" + "0" * 32, fields=[]), 401, "a link")
        return {"refused": len(doubtful) + 6}


def loopback(program):
    """On a port of this machine everybody could send the header: there it says nothing."""
    from console_attacks import Client as Local
    from console_office import Office
    with Office(program) as office:
        answer = Local(office).ask("GET", "/", headers={"X-Remote-User": ANNA})
        status(answer, 401, "the header on the port")
        client = Local(office).enter()
        answer = client.ask("GET", "/", headers={"X-Remote-User": ANNA, "X_Remote_User": BERTA})
        status(answer, 200, "beside a session")
        assert ANNA not in answer.text and "Angemeldet als" not in answer.text
        return {"refused": 1}


def hosts(program):
    """Another name is no name of ours; a form of another page does nothing."""
    with Served(program) as served:
        client = served.client(ANNA)
        status(client.ask("GET", "/"), 200, "our name")
        status(client.ask("GET", "/", host=HOST.upper()), 200, "our name in upper case")
        for host in ("evil.example", "127.0.0.1", "localhost", f"{HOST}.evil.example", f"{HOST}:80", ""):
            answer = client.ask("GET", "/", host=host)
            assert answer.status in (400, 421), f"{host}: {answer.status}"
        good = f"zeichen={client.token()}"
        for origin in (None, f"http://{HOST}", "null", "https://evil.example", f"https://{HOST}:444"):
            status(client.ask("POST", "/sprache", good, origin=origin), 403, f"origin {origin}")
        status(client.ask("POST", "/sprache", "zeichen=" + "0" * 64), 403, "another token")
        assert '<html lang="de"' in client.ask("GET", "/").text
        status(client.ask("POST", "/sprache", good), 303, "our own form")
        return {"refused": 12}


def sessions(program):
    """A session is its person's alone; its cookie is for this host and encrypted connections alone."""
    with Served(program) as served:
        anna, berta = served.client(ANNA), served.client(BERTA)
        cookie = anna.ask("GET", "/").getheader("Set-Cookie")
        for word in ("__Host-einzelpost=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
            assert word in cookie, cookie
        assert anna.ask("GET", "/").getheader("Set-Cookie") is None, "a session for each request"
        page = anna.ask("GET", "/").text
        assert f"Angemeldet als {ANNA}" in page
        token = anna.token()
        # The proxy says that it is Berta now, in Anna's browser.
        berta.cookie = anna.cookie
        status(berta.ask("POST", "/sprache", f"zeichen={token}"), 403, "Anna's form in Berta's name")
        berta.cookie = anna.cookie
        answer = berta.ask("GET", "/")
        assert f"Angemeldet als {BERTA}" in answer.text and answer.getheader("Set-Cookie"), "Anna's session"
        assert berta.cookie != anna.cookie
        status(anna.ask("GET", "/"), 200, "Anna's own")
        # Whoever keeps no cookie makes room for themselves, and for nobody else.
        for _ in range(30):
            served.client(BERTA).ask("GET", "/")
        assert anna.ask("GET", "/").getheader("Set-Cookie") is None, "somebody else has taken Anna's place"
        status(anna.ask("POST", "/abmelden", f"zeichen={token}"), 200, "leaving")
        assert anna.ask("GET", "/").getheader("Set-Cookie"), "the session is still there"
        return {"refused": 2}


def rights(program):
    """Everybody may do what they may, and is told in German what they may not; nothing has happened then."""
    everything = ["plan", "approve", "send", "lists", "audit"]
    people = {f"ohne.{right}@kreis.example": [one for one in everything if one != right] for right in everything}
    people |= {f"nur.{right}@kreis.example": [right] for right in everything}
    with Served(program, people=people | {ANNA: everything, CARLA: []}) as served:
        anna = served.client(ANNA)
        campaign = anna.plan()
        path = f"/k/{campaign}"
        needed = [
            ("plan", "GET", "/datei"), ("plan", "POST", "/datei"), ("plan", "POST", f"{path}/zweifel"),
            ("plan", "POST", f"{path}/zweifel/alle"),
            ("approve", "GET", f"{path}/freigabe"), ("approve", "POST", f"{path}/freigabe"),
            ("send", "POST", f"{path}/versand"), ("send", "GET", f"{path}/testnachricht"),
            ("send", "POST", f"{path}/testnachricht"),
            ("lists", "POST", f"{path}/aufdecken"), ("lists", "POST", f"{path}/liste"),
            ("audit", "GET", f"{path}/nachweis"), ("audit", "GET", f"{path}/bericht"),
            ("audit", "GET", f"{path}/nachpruefung"),
        ]
        refused = 0
        for right, method, address in needed:
            for name, rights in people.items():
                client = served.client(name)
                answer = client.post(address) if method == "POST" else client.ask("GET", address)
                said = answer.status == 403 and "Das dürfen Sie nicht" in answer.text
                assert said == (right not in rights), f"{name}: {method} {address}: {answer.status}"
                if said:
                    assert f"„{right}“" in answer.text and "Es wurde nichts geändert" in answer.text
                    refused += 1
        for name in people:
            client = served.client(name)
            for address in ("/", path, f"{path}/zeilen", f"{path}/zweifel", f"{path}/vorschau", f"{path}/pruefen",
                            f"{path}/versand", f"{path}/ergebnis"):
                status(client.ask("GET", address), 200, f"{name}: {address}")
        for name in (CARLA, "unbekannt@kreis.example"):
            for address in ("/", path, f"{path}/vorschau", "/datei"):
                answer = served.client(name).ask("GET", address)
                status(answer, 403, f"{name}: {address}")
                assert name in answer.text and "noch keine Rechte" in answer.text and "Nach10" not in answer.text
            status(served.client(name).ask("GET", "/barrierefreiheit"), 200, "accessibility")
        assert state(served, campaign) == "planned", "something has happened"
        return {"refused": refused + 8}


def four_eyes(program):
    """Whoever planned is nobody else under another spelling, nor on the command line."""
    with Served(program, approvers=2) as served:
        anna, berta = served.client(ANNA), served.client(BERTA)
        campaign = anna.plan()
        for name in (ANNA, ANNA.upper(), "Anna@Kreis.Example"):
            answer = served.client(name).approve(campaign)
            assert answer.status == 422 and 'id="fehler"' in answer.text, f"{name} has approved: {answer.status}"
            assert f"{ANNA} (sso)" in answer.text, "who planned it"
        assert state(served, campaign) == "planned"
        looked = berta.ask("GET", f"/k/{campaign}/freigabe").text
        assert 'id="fehler"' not in looked, "Berta is told what Anna was told"
        digest = re.search('name="digest" value="([0-9a-f]+)"', berta.ask("GET", f"/k/{campaign}/freigabe").text)[1]
        # With a login of the machine nobody knows whether it is another person.
        there = served.command("approve", campaign, "--digest", digest, "--by", "E. Beispiel")
        assert there.returncode == 3, f"approved on the command line: {there.stderr}"
        # Anna was told why not; that is no answer for Berta.
        answer = berta.approve(campaign)
        assert answer.status == 303, f"Berta may approve: {said(answer)}"
        assert state(served, campaign) == "approved"
        schedule = served.folder / "other.csv"
        schedule.write_text(HEADER + "".join(
            f"Vor{n};Nach{n};q{n}@netz.example;0221 4711 1{n:02d};{DAY:%d.%m.%Y};09:{n:02d};Halle;gebucht\n"
            for n in range(10, 16)), encoding="utf-8")
        planned = served.command("plan", str(schedule), "--date", str(DAY), "--format", "json")
        other = json.loads(planned.stdout)["campaign"]
        answer = served.client(BERTA).approve(other)
        assert answer.status == 422 and 'id="fehler"' in answer.text, "planned on the command line"
        assert state(served, other) == "planned"
        verified = served.command("verify", campaign)
        assert verified.returncode == 0, verified.stdout
        return {"refused": 5}


def whole(program):
    """A campaign by two people from the file to the proof, through the proxy alone."""
    relay = subprocess.Popen([sys.executable, pathlib.Path(__file__).parent / "holding_relay.py"], text=True,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    port = int(relay.stdout.readline())
    try:
        with Served(program, approvers=2) as served:
            served.stop()
            text = served.config.read_text(encoding="utf-8")
            served.config.write_text(text.replace("127.0.0.1:2525", f"127.0.0.1:{port}"), encoding="utf-8")
            served.start()
            anna, berta = served.client(ANNA), served.client(BERTA)
            campaign = anna.plan()
            answer = anna.post(f"/k/{campaign}/testnachricht", adresse="probe@kreis.example")
            status(answer, 303, "test mail")
            page = anna.ask("GET", f"/k/{campaign}/testnachricht").text
            assert f"{ANNA} (sso)" in page and "angenommen" in page, page[:500]
            status(berta.approve(campaign), 303, "approval")
            status(anna.post(f"/k/{campaign}/versand"), 303, "sending")
            for _ in range(100):
                if state(served, campaign) == "finished":
                    break
                time.sleep(0.2)
            assert state(served, campaign) == "finished"
            proof = berta.ask("GET", f"/k/{campaign}/nachweis")
            status(proof, 200, "proof")
            (served.folder / "proof.json").write_text(proof.text, encoding="utf-8")
            subprocess.run([sys.executable, pathlib.Path(__file__).parent / "check_proof.py",
                            served.folder / "proof.json"], check=True, capture_output=True, timeout=60)
            assert ANNA not in proof.text
            return {"messages": 6}
    finally:
        relay.stdin.close()
        relay.wait(20)


def place(program):
    """The socket lies where nobody else can put one, and a killed server's is taken away."""
    with Served(program) as served:
        mode = stat.S_IMODE(os.stat(served.socket).st_mode)
        assert mode == 0o600, oct(mode)
        second = served.command("serve", "--socket", str(served.socket))
        assert second.returncode == 75 and "another process" in second.stderr, second
        served.stop(signal.SIGKILL)
        assert served.socket.exists()
        served.start()
        status(served.client(ANNA).ask("GET", "/"), 200, "after a kill")
        served.stop()
        assert not served.socket.exists(), "the socket stays"
        refused = 1
        for change, code in (
            (lambda: served.place.chmod(0o755), 73), (lambda: served.place.chmod(0o720), 73),
            (lambda: served.place.chmod(0o702), 73),
            (lambda: served.socket.write_text("evidence"), 64),
            (lambda: served.socket.symlink_to(served.config), 64),
            (lambda: served.place.rmdir(), 64),
        ):
            served.socket.unlink(missing_ok=True)
            served.place.chmod(0o700)
            change()
            ending = served.command("serve", "--socket", str(served.socket))
            assert ending.returncode == code, f"{code}: {ending}"
            refused += 1
        assert served.config.exists() and served.config.stat().st_size > 0
        ending = served.command("serve", "--socket", str(served.folder / ("x" * 120)))
        assert ending.returncode == 64 and "107" in ending.stderr, ending
        if os.getuid() == 0:
            served.place.mkdir(mode=0o700)
            shutil.chown(served.place, 65534)
            ending = served.command("serve", "--socket", str(served.socket))
            assert ending.returncode == 73, ending
        return {"refused": refused + 1, "mode": oct(mode)}


def configuration(program):
    """Nobody is believed as long as the configuration leaves something out."""
    found = []
    for changed in ({"address": None}, {"proxy_user": None}, {"people": ""}, {"people": "{}"},
                    {"proxy_user": '"gibt-es-nicht"'}, {"address": '"http://termine.kreis.example"'},
                    {"address": '"https://termine.kreis.example/seiten"'}, {"user_header": '"X Remote User"'},
                    {"user_header": '"X_Remote_User"'}, {"people": '{ "anna" = ["alles"] }'},
                    {"people": '{ "anna" = ["plan"], "ANNA" = ["approve"] }'}, {"people": '{ "an na" = ["plan"] }'},
                    {"people": '["anna"]'}):
        with Served(program, expect=78, **changed) as served:
            ending = served.command("serve", "--socket", str(served.socket), "--language", "de")
            assert ending.returncode == 78 and "console" in ending.stderr, f"{changed}: {ending}"
            assert not served.socket.exists()
            found.append(ending.returncode)
    with Served(program, user="nobody", expect=73) as served:
        served.place.chmod(0o700)
        ending = served.command("serve", "--socket", str(served.socket))
        assert ending.returncode == 73 and "chgrp" in ending.stderr, ending
    return {"refused": len(found) + 1}


CHECKS = {"account": account, "lookalikes": lookalikes, "loopback": loopback, "hosts": hosts, "sessions": sessions,
          "rights": rights, "four-eyes": four_eyes, "whole": whole, "place": place, "configuration": configuration}


def main():
    program, *names = sys.argv[1:]
    failed = 0
    for name in names:
        try:
            print(json.dumps({"check": name, "ok": True, **CHECKS[name](program)}), flush=True)
        except Exception as error:
            where = traceback.format_exc(limit=-3)
            print(json.dumps({"check": name, "ok": False, "error": str(error)[:2000], "where": where}), flush=True)
            failed = 1
    sys.exit(failed)


if __name__ == "__main__":
    main()
