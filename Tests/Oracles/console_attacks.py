"""Attacks the pages over HTTP, as another page, another host, another account, or a broken client would.

    console_attacks.py PROGRAM CHECK...    one line of JSON for each; exit 1 if one fails
"""

import http.client
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import time
import traceback

from console_office import Office, themed

EXAMPLE = pathlib.Path(__file__).parent.parent.parent / "Examples" / "impftermine.csv"
HEADERS = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "permissions-policy": "camera=()",
}


class Client:
    """Says exactly what it is told to; a browser would not."""

    def __init__(self, office):
        self.office, self.cookie = office, None

    def ask(self, method, path, body=None, headers=None, host=None, with_origin=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.office.port, timeout=600)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name in host if isinstance(host, list) else [f"127.0.0.1:{self.office.port}" if host is None else host]:
            connection.putheader("Host", name)
        sent = {}
        if self.cookie:
            sent["Cookie"] = self.cookie
        if method == "POST" and with_origin:
            sent["Origin"] = self.office.url
        if body is not None:
            sent["Content-Length"] = str(len(body))
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        sent.update(headers or {})
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        if body is not None:
            connection.send(body if isinstance(body, bytes) else body.encode())
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer

    def enter(self):
        answer = self.ask("GET", self.office.link[len(self.office.url):])
        assert answer.status == 303, answer.status
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        return self

    def token(self, path="/"):
        return re.search('name="zeichen" value="([0-9a-f]{64})"', self.ask("GET", path).text)[1]

    def upload(self, octets, name="termine.csv", token=None, boundary="grenze", order=("zeichen", "datei")):
        parts = {
            "zeichen": f'--{boundary}\r\nContent-Disposition: form-data; name="zeichen"\r\n\r\n'
                       f"{token or self.token()}\r\n".encode(),
            "datei": (f'--{boundary}\r\nContent-Disposition: form-data; name="datei"; filename="{name}"\r\n'
                      "Content-Type: text/csv\r\n\r\n").encode() + octets + b"\r\n",
        }
        body = b"".join(parts[one] for one in order) + f"--{boundary}--\r\n".encode()
        return self.ask("POST", "/datei", body,
                        {"Content-Type": f"multipart/form-data; boundary={boundary}"})


def status(answer, wanted, what):
    assert answer.status == wanted, f"{what}: {answer.status}, not {wanted}"


def headers(program):
    """Every answer has them, whatever it says."""
    with Office(program) as office:
        client = Client(office)
        answers = [client.ask("GET", "/"), client.ask("GET", "/stil.css"), client.ask("GET", "/", host="evil.example"),
                   client.ask("POST", "/sprache", b"")]
        client.enter()
        answers += [client.ask("GET", "/"), client.ask("GET", "/gibt-es-nicht"), client.ask("POST", "/sprache", b""),
                    client.ask("GET", "/k/2026-01-01-1")]
        for answer in answers:
            for name, value in HEADERS.items():
                found = answer.getheader(name) or ""
                assert value in found, f"{answer.status} has {name}: {found}"
            assert "no-referrer" not in answer.getheader("referrer-policy")
        policy = answers[0].getheader("content-security-policy")
        assert "unsafe" not in policy and "http" not in policy, policy
        return {"answers": len(answers), "statuses": sorted({one.status for one in answers})}


def hosts(program):
    """Another name than ours is no name of ours, though it leads here (DNS rebinding)."""
    with Office(program) as office:
        client = Client(office).enter()
        for host in ("evil.example", f"evil.example:{office.port}", "127.0.0.1", f"127.0.0.1:{office.port + 1}",
                     f"127.0.0.1.evil.example:{office.port}", "", f"[::1]:{office.port}", f"2130706433:{office.port}"):
            answer = client.ask("GET", "/", host=host)
            assert answer.status in (400, 421), f"{host}: {answer.status}"
            assert "Termine" not in answer.text
        status(client.ask("GET", "/", host=f"localhost:{office.port}"), 200, "localhost")
        return {"refused": 8}


def forged(program):
    """No other page sends one of our forms: origin, Sec-Fetch-Site and the form's token."""
    with Office(program) as office:
        client = Client(office).enter()
        stranger = Client(office)
        token = client.token()
        good = f"zeichen={token}"

        def language():
            return re.search('<html lang="(..)"', client.ask("GET", "/").text)[1]

        assert language() == "de"
        forgeries = [
            (good, {"Origin": "http://evil.example"}), (good, {"Origin": "null"}),
            (good, {"Origin": f"https://127.0.0.1:{office.port}"}),
            (good, {"Origin": f"http://127.0.0.1:{office.port + 1}"}),
            (good, {"Origin": f"http://localhost:{office.port}"}),
            (good, {"Sec-Fetch-Site": "cross-site"}), (good, {"Sec-Fetch-Site": "same-site"}),
            (good, {"Sec-Fetch-Site": "none"}),
            ("", {}), ("zeichen=", {}), (f"zeichen={'0' * 64}", {}), (f"zeichen={token[:-1]}", {}),
        ]
        for body, changed in forgeries:
            status(client.ask("POST", "/sprache", body, changed), 403, f"{body[:12]} {changed}")
        status(client.ask("POST", "/sprache", good, with_origin=False), 403, "no origin")
        status(stranger.ask("POST", "/sprache", good), 401, "without a session")
        status(client.ask("GET", f"/sprache?{good}"), 404, "as an address")
        assert language() == "de", "a forged form has changed something"
        status(client.ask("POST", "/sprache", good, {"Sec-Fetch-Site": "same-origin"}), 303, "our own form")
        assert language() == "en", "our own form changes nothing"
        return {"refused": len(forgeries) + 3}


def sessions(program):
    """A link works once; a cookie is good for its server alone; two cookies are none."""
    with Office(program) as office, Office(program) as other:
        client = Client(office).enter()
        again = Client(office)
        status(again.ask("GET", office.link[len(office.url):]), 401, "the same link again")
        status(again.ask("GET", "/anmelden/" + "0" * 32), 401, "a guessed link")
        status(again.ask("GET", "/"), 401, "no cookie")
        elsewhere = Client(other)
        elsewhere.cookie = client.cookie
        status(elsewhere.ask("GET", "/"), 401, "the cookie of another port")
        elsewhere.cookie = client.cookie.replace(str(office.port), str(other.port))
        status(elsewhere.ask("GET", "/"), 401, "the same under the other port's name")
        double = Client(office)
        double.cookie = f"{client.cookie}; {client.cookie}"
        status(double.ask("GET", "/"), 401, "two cookies")
        answer = Client(other).ask("GET", other.link[len(other.url):])
        cookie = answer.getheader("Set-Cookie")
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and answer.getheader("Location") == "/", cookie
        leaving = client.ask("POST", "/abmelden", f"zeichen={client.token()}")
        status(leaving, 200, "leaving")
        status(client.ask("GET", "/"), 401, "after leaving")
        mode = stat.S_IMODE(os.stat(office.file).st_mode)
        assert mode == 0o600, oct(mode)
        argv = pathlib.Path(f"/proc/{office.server}/cmdline").read_bytes()
        assert office.link.rsplit("/", 1)[1].encode() not in argv
        return {"refused": 7, "mode": oct(mode)}


def other_account(program):
    """Another account of the machine gets nothing, not even the stylesheet."""
    if os.getuid() != 0:
        return {"skipped": "needs root"}
    with Office(program) as office:
        script = ("import encodings.idna, http.client, os, stringprep, sys\n"
                  "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
                  "for path in sys.argv[2:]:\n"
                  "    c = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]))\n"
                  "    c.request('GET', path)\n    print(c.getresponse().status)\n")
        link = office.link[len(office.url):]
        found = subprocess.run([sys.executable, "-c", script, str(office.port), "/", "/stil.css", link],
                               capture_output=True, text=True, timeout=60, check=True, cwd="/").stdout.split()
        assert found == ["403"] * 3, found
        # The link is still there for whom it is.
        Client(office).enter()
        return {"refused": len(found)}


def memory(office):
    text = pathlib.Path(f"/proc/{office.server}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", text)[1]) // 1024


def uploads(program):
    """Wrong files are refused at their field, with the importer's own words; nothing is kept in clear."""
    with Office(program) as office:
        client = Client(office).enter()
        idle = memory(office)
        token = client.token()
        bad = {
            "empty": (b"", "Bitte wählen Sie die Datei"),
            "no text": (b"\x89PNG\r\n\x1a\n" + bytes(3000), None),
            "one line": (b"Guten Tag", None),
        }
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, pathlib.Path(__file__).parent / "make_bombs.py", folder],
                           check=True, capture_output=True, timeout=120)
            for path in sorted(pathlib.Path(folder).glob("*"))[:6]:
                bad[path.name] = (path.read_bytes(), None)
        refused = 0
        for name, (octets, words) in bad.items():
            answer = client.upload(octets, name=name + ("" if "." in name else ".csv"), token=token)
            if answer.status == 303:
                # It is no file that can be planned: the next page says so.
                page = client.ask("GET", answer.getheader("Location")).text
                assert "kern-alert--warning" in page and "Auswahl der Termine" not in page, name
                continue
            status(answer, 422, name)
            assert 'id="datei-fehler"' in answer.text and (words or "") in answer.text, f"{name}: {answer.text}"
            refused += 1
        began = time.monotonic()
        answer = client.upload(bytes(70 * 1024 * 1024), token=token)
        status(answer, 422, "70 MB")
        assert "64 MB" in answer.text
        status(client.upload(b"a;b\n", token="0" * 64), 403, "wrong token")
        status(client.upload(b"a;b\n", token=token, order=("datei", "zeichen")), 403, "token behind the file")
        broken = client.ask("POST", "/datei", b"--x\r\nContent-Disposition: form-data; name=\"zeichen\"\r\n\r\n" +
                            token.encode() + b"\r\n--x\r\nContent-Disposition: form-data; name=\"datei\"; "
                            b"filename=\"a.csv\"\r\n\r\nabc", {"Content-Type": "multipart/form-data; boundary=x"})
        status(broken, 422, "cut off")
        status(client.ask("POST", "/datei", b"zeichen=" + token.encode()), 422, "no multipart")
        for name in ("../../etc/passwd", "..\\..\\x.csv", "a\tb.csv", ".."):
            answer = client.upload(EXAMPLE.read_bytes(), name=name, token=token)
            status(answer, 303, name)
        grown = memory(office)
        # In the folder of this run there is nothing but the link: uploads have no names.
        left = sorted(one.name for one in pathlib.Path(office.file).parent.iterdir())
        assert left == ["console.html"], left
        clear = open_files_in_clear(office, b"Impfzentrum Musterkreis")
        assert clear == [], clear
        return {"refused": refused + 5, "idle_mb": idle, "after_mb": grown,
                "seconds": round(time.monotonic() - began, 1)}


def open_files_in_clear(office, cell):
    """What the server has open and holds a cell of the schedule; the journal does not exist yet."""
    found = []
    for one in pathlib.Path(f"/proc/{office.server}/fd").iterdir():
        try:
            target = os.readlink(one)
            if stat.S_ISREG(os.stat(one).st_mode) and cell in one.read_bytes():
                found.append(target)
        except OSError:
            continue
    return found


def theme(program):
    """Of an office's theme only stylesheets and fonts that lie in its folder are handed out; a wrong one is said to who runs it."""
    with Office(program) as office, tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        kern = folder / "kern"
        (kern / "fonts").mkdir(parents=True)
        (kern / "kern.min.css").write_text("body{color:#123}", encoding="utf-8")
        (kern / "fonts" / "fira-sans.css").write_text("@font-face{}", encoding="utf-8")
        (kern / "fonts" / "A.woff2").write_bytes(b"wOF2")
        (kern / "secret.txt").write_text("geheim", encoding="utf-8")
        (kern / "large.css").write_bytes(b"/" * 3_000_000)
        (folder / "outside.css").write_text("geheim", encoding="utf-8")
        (kern / "link.css").symlink_to(folder / "outside.css")
        (folder / "other").mkdir()
        (folder / "other" / "b.css").write_text("geheim", encoding="utf-8")
        (kern / "folder").symlink_to(folder / "other")
        os.mkfifo(kern / "pipe.css")
        client = Client(office)
        own = client.ask("GET", "/stil.css").text
        status(client.ask("GET", "/thema/kern.min.css"), 401, "without a theme")
        with themed(office, kern) as other:
            refused = theme_files(Client(other), kern, own)
        for wrong in (folder / "none", folder / "other"):
            with themed(office, wrong) as other:
                client = Client(other)
                assert client.ask("GET", "/stil.css").text == own, "not its own look"
                assert str(folder) not in client.ask("GET", "/").text
            check = subprocess.run([program, "check", "--language", "en", *other.arguments[:4]], capture_output=True, text=True, timeout=60)
            assert check.returncode == 78 and str(wrong) in check.stdout, check.stdout
        return {"refused": refused}


def theme_files(client, kern, own):
    found = client.ask("GET", "/thema/kern.min.css")
    status(found, 200, "the stylesheet")
    assert found.text == "body{color:#123}" and found.getheader("Content-Type").startswith("text/css")
    for name, value in HEADERS.items():
        assert value in (found.getheader(name) or ""), name
    font = client.ask("GET", "/thema/fonts/A.woff2")
    status(font, 200, "a font")
    assert font.getheader("Content-Type") == "font/woff2"
    page = client.ask("GET", "/").text
    sheets = re.findall('rel="stylesheet" href="([^"]*)"', page)
    assert sheets == ["/thema/kern.min.css", "/thema/fonts/fira-sans.css", "/stil.css"], sheets
    assert client.ask("GET", "/stil.css").text != own
    (kern / "later.css").write_text("later", encoding="utf-8")
    refused = ["secret.txt", "large.css", "link.css", "folder/b.css", "pipe.css", "later.css", "", "fonts", "fonts/",
               "../outside.css", "..%2foutside.css", "%2e%2e/outside.css", "fonts/../../outside.css",
               "/etc/passwd", "KERN.MIN.CSS", "kern.min.css%00", "./link.css", "fonts/..\\..\\outside.css"]
    for name in refused:
        answer = client.ask("GET", f"/thema/{name}")
        assert answer.status in (400, 401, 404), f"{name}: {answer.status}"
        assert "geheim" not in answer.text, name
    return len(refused)


def slow(program):
    """Half a header, half a body and a byte now and then keep no place for long."""
    import socket

    with Office(program) as office:
        client = Client(office).enter()
        token = client.token()
        began = time.monotonic()
        half = socket.create_connection(("127.0.0.1", office.port))
        half.send(b"GET / HTTP/1.1\r\nHost: x")
        half.settimeout(60)
        assert half.recv(100) == b"", "half a header is waited for"
        header = round(time.monotonic() - began)
        drip = socket.create_connection(("127.0.0.1", office.port))
        drip.send((f"POST /datei HTTP/1.1\r\nHost: 127.0.0.1:{office.port}\r\nOrigin: {office.url}\r\n"
                   f"Cookie: {client.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                   "Content-Length: 100000\r\n\r\n").encode())
        drip.send(f'--x\r\nContent-Disposition: form-data; name="zeichen"\r\n\r\n{token}\r\n--x\r\n'
                  'Content-Disposition: form-data; name="datei"; filename="a.csv"\r\n\r\n'.encode())
        drip.settimeout(1)
        began = time.monotonic()
        answer = b""
        while time.monotonic() - began < 90 and not answer:
            try:
                drip.send(b"a")
                answer = drip.recv(12)
            except TimeoutError:
                continue
        assert answer == b"HTTP/1.1 422", answer
        return {"header_seconds": header, "drip_seconds": round(time.monotonic() - began)}


CHECKS = {"headers": headers, "hosts": hosts, "forged": forged, "sessions": sessions, "other-account": other_account,
          "uploads": uploads, "theme": theme, "slow": slow}


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
    return failed


if __name__ == "__main__":
    sys.exit(main())
