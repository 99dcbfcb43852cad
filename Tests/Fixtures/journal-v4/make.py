"""Makes the journal of version 4 that lies beside this file, with a program that writes version 4.

    sudo python3 make.py PROGRAM TEMPLATES

Needs root: the people and the machine are made up, so that nothing of the real ones is stored.
Everything else is standard library.
"""

import contextlib
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HOST, PORT = "127.83.21.4", 2525
PLACE = pathlib.Path(__file__).resolve().parent
SERVICE = 990
PEOPLE = {"anna": 1001, "berta": 1002}
FIRST, SECOND = "2097-03-18", "2097-03-19"


class Relay:
    """Answers by the local part of the recipient, and stops answering when told to."""

    def __init__(self):
        self.taken = []
        self.patience = None
        self.holding = threading.Event()
        self.listener = socket.create_server((HOST, PORT))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.talk, args=[connection], daemon=True).start()

    def talk(self, connection):
        with connection, connection.makefile("rwb") as stream:
            try:
                self.converse(stream)
            except OSError:
                pass

    def converse(self, stream):
        def say(text):
            stream.write(text.encode() + b"\r\n")
            stream.flush()

        recipient = ""
        say("220 relay.example ESMTP")
        while line := stream.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "EHLO":
                say("250-relay.example\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME")
            elif verb == "RCPT":
                recipient = line.split("<")[1].split("@")[0]
                if recipient.startswith("unbekannt"):
                    say("550 5.1.1 no such mailbox")
                elif recipient.startswith("spaeter"):
                    say("450 4.2.1 mailbox is busy")
                else:
                    say("250 2.1.5 Ok")
                    continue
                recipient = ""
            elif verb == "DATA" and not recipient:
                say("554 5.5.1 no valid recipients")
            elif verb == "DATA":
                say("354 go on")
                while stream.readline() != b".\r\n":
                    pass
                if recipient.startswith("stumm"):
                    return
                if self.patience is not None and len(self.taken) >= self.patience:
                    self.holding.set()
                    threading.Event().wait()
                self.taken.append(recipient)
                say(f"250 2.0.0 queued as Q{len(self.taken):04}")
            elif verb == "QUIT":
                return say("221 2.0.0 bye")
            else:
                say("250 2.0.0 Ok")


class Office:
    def __init__(self, program, templates, folder):
        self.program, self.templates, self.folder = program, templates, folder
        self.state = folder / "state"

    def start(self, person, *words, **options):
        """Starts a command as somebody who works through the service account."""

        def become():
            pathlib.Path("/proc/self/loginuid").write_text(str(PEOPLE[person]))
            os.setgroups([])
            os.setgid(SERVICE)
            os.setuid(SERVICE)

        command = [self.program, *words, "--templates", self.templates]
        return subprocess.Popen(
            command, preexec_fn=become, cwd=self.folder, env={"HOME": str(self.folder)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, **options
        )

    def run(self, person, line, exits=0):
        child = self.start(person, *line.split())
        output = child.communicate()[0]
        if child.returncode != exits:
            sys.exit(f"{line}: {child.returncode} and not {exits}\n{output}")
        return output

    def ask(self, question, *values):
        with contextlib.closing(sqlite3.connect(self.folder / "state/journal.sqlite")) as journal:
            return [row[0] for row in journal.execute(question, values)]


def make_up_a_machine(folder):
    """Accounts and a machine id that nobody has, for this process and its children alone."""
    machine, accounts = folder / "machine-id", folder / "passwd"
    machine.write_text("0123456789abcdef0123456789abcdef\n")
    lines = [f"{name}:x:{uid}:{uid}::/:/bin/sh" for name, uid in PEOPLE.items()]
    lines += [f"einzelpost:x:{SERVICE}:{SERVICE}::/:/bin/sh", "root:x:0:0::/root:/bin/sh"]
    accounts.write_text("\n".join(lines) + "\n")
    for source, target in [(machine, "/etc/machine-id"), (accounts, "/etc/passwd")]:
        subprocess.run(["mount", "--bind", source, target], check=True)


def first_campaign(office):
    office.run("anna", f"plan termine.csv --date {FIRST} --as-of {FIRST}T07:00")
    campaign, digest = office.ask("SELECT id FROM campaign")[0], office.ask("SELECT digest FROM campaign")[0]
    office.run("berta", f"approve {campaign} --digest {digest} --by Berta")
    office.run("berta", f"send {campaign} --as-of {FIRST}T07:00")


def decide(office, campaign):
    office.run("anna", f"decide {campaign} --row 31 --phone", exits=1)
    office.run("anna", f"decide {campaign} --row 32 --leave-out", exits=1)
    office.run("anna", f"decide {campaign} --row 33 --send nachtrag.33@example.org --start {SECOND}T13:20", exits=1)
    office.run("anna", f"decide {campaign} --row 35 --send person.10@example.org", exits=1)
    office.run("anna", f"withdraw {campaign} --row 34")
    office.run("anna", f"withdraw {campaign} --row 21")


def second_campaign(office, relay):
    office.run("anna", f"plan termine.csv --from {FIRST} --to {SECOND}", exits=1)
    campaign = office.ask("SELECT id FROM campaign ORDER BY rowid DESC")[0]
    decide(office, campaign)
    digest = office.ask("SELECT digest FROM campaign WHERE id = ?", campaign)[0]
    office.run("berta", f"approve {campaign} --digest {digest} --by Berta")
    interrupt(office, campaign, relay)
    unknown = office.ask(
        "SELECT id FROM message JOIN delivery ON message = number WHERE state = 'unknown'"
    )
    office.run("berta", f"resolve {campaign} --message {unknown[0]} --accepted")
    office.run("anna", f"proof {campaign} --output proof.json")
    office.run("anna", f"proof {campaign} --message {unknown[0]} --output message.json")
    kill(office, campaign, relay)


def interrupt(office, campaign, relay):
    """The operator stops it after a while."""
    relay.patience = None
    sending = office.start("berta", "send", campaign)
    enough = len(relay.taken) + 6
    while len(relay.taken) < enough:
        time.sleep(0.05)
    sending.send_signal(signal.SIGINT)
    sending.communicate()


def kill(office, campaign, relay):
    """The program is killed while it waits for replies."""
    relay.patience = len(relay.taken) + 4
    sending = office.start("berta", "resume", campaign)
    relay.holding.wait(60)
    time.sleep(1)
    sending.kill()
    sending.communicate()


def keep(office):
    (office.state / "lock").unlink()
    with contextlib.closing(sqlite3.connect(office.state / "journal.sqlite")) as journal:
        journal.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target = PLACE / "state"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in ["journal.sqlite", "signing-key"]:
        shutil.copyfile(office.state / name, target / name)
    for name in ["proof.json", "message.json"]:
        shutil.copyfile(office.folder / name, PLACE / name)
    shutil.rmtree(PLACE / "Templates", ignore_errors=True)
    shutil.copytree(pathlib.Path(office.templates) / "termin-absage", PLACE / "Templates/termin-absage")


def main():
    program, templates = map(os.path.abspath, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_up_a_machine(folder)
        for file in ["termine.csv", "einzelpost.toml"]:
            shutil.copy(PLACE / file, folder / file)
        os.chmod(folder, 0o700)
        os.chmod(folder / "einzelpost.toml", 0o644)
        subprocess.run(["chown", "-R", f"{SERVICE}:{SERVICE}", folder], check=True)
        os.chown(folder / "einzelpost.toml", 0, 0)
        office, relay = Office(program, templates, folder), Relay()
        first_campaign(office)
        second_campaign(office, relay)
        keep(office)
        for target in ["/etc/machine-id", "/etc/passwd"]:
            subprocess.run(["umount", target], check=True)


if __name__ == "__main__":
    if os.environ.get("OWN_MOUNTS") != "yes":
        os.environ["OWN_MOUNTS"] = "yes"
        os.execvp("unshare", ["unshare", "-m", "--propagation", "private", sys.executable, *sys.argv])
    main()
